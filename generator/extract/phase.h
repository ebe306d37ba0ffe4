// What an entry of a timeline says about how far the incident is.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace debrief {

enum class Phase { started, detected, acknowledged, mitigated, resolved };

// In the order of an incident.
inline constexpr std::array<Phase, 5> kPhases = {
    Phase::started, Phase::detected, Phase::acknowledged, Phase::mitigated, Phase::resolved};

std::string_view to_string(Phase phase);

struct PhaseFound {
  Phase phase = Phase::started;
  bool labelled =
      false;  // said in so many words ("Detected: …", "[resolved]"), not told from the wording
};

// Of the text of an entry, without its time: "Detection: …", "[resolved] …", "… (mitigated)",
// "Acknowledged by X" are labelled; "Alert fires", "service fully restored" are told from the
// wording. Absent when in doubt: "not resolved", "should be resolved by noon".
std::optional<PhaseFound> phase_of(std::string_view text);

// Of a cell in a column that holds nothing but phases: "Detected", "mitigation".
std::optional<Phase> phase_named(std::string_view text);

}  // namespace debrief
