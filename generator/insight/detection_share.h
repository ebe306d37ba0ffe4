// Who noticed incidents of some time first.
#pragma once

#include <cstddef>

#include "generator/insight/counted_incidents.h"
#include "generator/view/view.h"

namespace debrief {

// Each incident is in one of the lists.
struct DetectionShare {
  Incidents alert, customer, employee, partner;
  Incidents not_said;

  // What shares are of.
  std::size_t said() const {
    return alert.size() + customer.size() + employee.size() + partner.size();
  }
};

DetectionShare detection_share(const View& view, const Incidents& incidents);

}  // namespace debrief
