// A time zone of the IANA database, for showing times to people. What is compared, sorted
// or computed is always UTC.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "generator/base/timestamp.h"

namespace debrief {

class TimeZone {
 public:
  // Absent for a name that the system's database does not know. Throws Error if there is no
  // database, which "UTC" does not need.
  static std::optional<TimeZone> find(std::string_view name);
  static TimeZone utc();

  const std::string& name() const { return name_; }
  bool is_utc() const { return name_ == "UTC"; }

  struct Local {
    Seconds clock;             // what a clock in the zone shows, as if it were UTC
    std::string abbreviation;  // "CET"
  };
  Local local(Seconds utc) const;

  // The moment at which a clock in the zone shows `clock`. Of the two moments of an hour that is
  // repeated in autumn the first; of an hour left out in spring the moment it would have been had
  // the clock not been put forward.
  Seconds to_utc(Seconds clock) const;

 private:
  TimeZone(std::string name, const void* zone) : name_(std::move(name)), zone_(zone) {}

  std::string name_;
  const void* zone_;  // the library's own entry, alive as long as the program
};

}  // namespace debrief
