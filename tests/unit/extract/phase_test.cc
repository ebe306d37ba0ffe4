#include "generator/extract/phase.h"

#include <gtest/gtest.h>

#include <string>

namespace debrief {
namespace {

std::string read(std::string_view text) {
  const auto found = phase_of(text);
  if (!found) return "none";
  return std::string(to_string(found->phase)) + (found->labelled ? "!" : "");
}

TEST(Phase, IsReadFromALabelOrTheWording) {
  const struct {
    std::string_view text;
    std::string_view phase;
  } kCases[] = {
      {"Detection: alert on queue length", "detected!"},
      {"Detected: a customer calls", "detected!"},
      {"Detected by Priya", "detected!"},
      {"🔔 Detected: a customer calls", "detected!"},
      {"Discovery: a customer calls", "detected!"},
      {"Impact starts: first failed payment", "started!"},
      {"Start of incident", "started!"},
      {"Acknowledged by Mirela Vuković", "acknowledged!"},
      {"ACK: Mirela", "acknowledged!"},
      {"Mitigated: release undone", "mitigated!"},
      {"Traffic moved away (mitigated)", "mitigated!"},
      {"[resolved] All orders delivered", "resolved!"},
      {"Resolved - all orders delivered", "resolved!"},
      {"Resolved", "resolved!"},
      {"Recovery: queues are empty", "resolved!"},
      {"Resolved: not yet", "none"},
      {"Resolved: TBD", "none"},
      {"Alert fires for checkout errors", "detected"},
      {"Alert for checkout errors fires", "detected"},
      {"Kafka-exporter up alert triggered", "detected"},
      {"On-call is paged", "detected"},
      {"Issue detected and verified", "detected"},
      {"Dana acknowledges the alert", "acknowledged"},
      {"Page acknowledged by Dana", "acknowledged"},
      {"Certificates renewed, service restored", "resolved"},
      {"Services fully operational", "resolved"},
      {"All systems verified operational", "resolved"},
      {"Incident declared resolved", "resolved"},
      {"Issue mitigated by hand", "mitigated"},
      {"Issue not resolved", "none"},
      {"Incident declared resolved, but errors go on", "none"},
      {"Incident will be resolved by noon", "none"},
      {"Service should be restored by noon", "none"},
      {"No alert fired", "none"},
      {"The alert that should have fired", "none"},
      {"The alert didn't fire", "none"},
      {"Some daemon sets not operational", "none"},
      {"Service restored for 80% of customers", "none"},
      {"Users are told which steps lower the number of alerts triggered", "none"},
      {"Unresolved hosts in the log", "none"},
      {"Deploy started", "none"},
      {"Resolved hostnames are cached", "none"},
      {"Mitigation started", "none"},
      {"", "none"},
  };
  for (const auto& c : kCases) EXPECT_EQ(read(c.text), c.phase) << c.text;
}

TEST(Phase, IsNamedByTheCellOfAColumn) {
  EXPECT_EQ(phase_named("Detected"), Phase::detected);
  EXPECT_EQ(phase_named(" mitigation: "), Phase::mitigated);
  EXPECT_EQ(phase_named("Resolved (again)"), Phase::resolved);
  EXPECT_EQ(phase_named("investigating"), std::nullopt);
  EXPECT_EQ(phase_named(""), std::nullopt);
}

}  // namespace
}  // namespace debrief
