#include "generator/base/time_zone.h"

#include <date/tz.h>

#include <stdexcept>

#include "generator/base/error.h"

namespace debrief {

namespace {

void require_database() {
  try {
    date::get_tzdb();
  } catch (const std::runtime_error& error) {
    throw Error(std::string("cannot read the system's time zone database (package tzdata): ") +
                error.what());
  }
}

}  // namespace

std::optional<TimeZone> TimeZone::find(std::string_view name) {
  // UTC works on systems without a database, such as the smallest containers.
  if (name == "UTC") return utc();
  require_database();
  try {
    return TimeZone(std::string(name), date::locate_zone(name));
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
}

TimeZone TimeZone::utc() {
  return TimeZone("UTC", nullptr);
}

TimeZone::Local TimeZone::local(Seconds utc) const {
  if (!zone_) return {utc, "UTC"};
  const date::sys_info info = static_cast<const date::time_zone*>(zone_)->get_info(utc);
  return {utc + info.offset, info.abbrev};
}

Seconds TimeZone::to_utc(Seconds clock) const {
  if (!zone_) return clock;
  const date::local_seconds local(clock.time_since_epoch());
  // Where the clock was changed, `first` is how it went before.
  const date::local_info info = static_cast<const date::time_zone*>(zone_)->get_info(local);
  return clock - info.first.offset;
}

}  // namespace debrief
