#include "generator/insight/detection_share.h"

#include <string>

namespace debrief {

DetectionShare detection_share(const View& view, const Incidents& incidents) {
  DetectionShare share;
  for (const IncidentIndex i : incidents) {
    const std::string& detection = view.incidents()[i].detection;
    Incidents& list = detection == "alert"      ? share.alert
                      : detection == "customer" ? share.customer
                      : detection == "employee" ? share.employee
                      : detection == "partner"  ? share.partner
                                                : share.not_said;
    list.push_back(i);
  }
  return share;
}

}  // namespace debrief
