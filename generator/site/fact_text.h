// What is known of an incident, in words; empty where it is not.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "generator/site/texts.h"
#include "generator/view/view.h"

namespace debrief {

std::string joined(const std::vector<std::string>& names);  // "a, b"

// The names of its services.
std::string services_text(const View& view, const ViewIncident& incident);

std::string state_text(const Texts& texts, IncidentState state);
// Empty for what is published, as most is.
std::string workflow_text(const Texts& texts, const std::string& workflow);
std::string detection_text(const Texts& texts, const std::string& detection);  // "A customer"
std::string data_loss_text(const Texts& texts, const std::optional<bool>& data_loss);  // a sentence

// "Capacity: Connection pool exhausted": a sub-cause means little without its category.
std::string full_cause_name(const View& view, std::size_t cause);

}  // namespace debrief
