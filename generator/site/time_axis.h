// Where moments are on a drawing: to scale, except that long silences are broken.
//
// Places are per cent of the width, so that a drawing stretches to any screen while its text keeps
// its size.
#pragma once

#include <string>
#include <vector>

#include "generator/base/time_zone.h"
#include "generator/base/timestamp.h"

namespace debrief {

class TimeAxis {
 public:
  // A part that is drawn to scale; between two of them is a break. May be a single moment.
  struct Stretch {
    Seconds from, to;
    double begin, end;
  };

  // The moments from 0 to `end`. Requires: at least two different ones.
  TimeAxis(std::vector<Seconds> moments, double end);

  const std::vector<Stretch>& stretches() const { return stretches_; }
  // Requires: not before the first moment nor after the last.
  double at(Seconds moment) const;
  // How many seconds one per cent of the width is.
  double seconds_per_cent() const { return seconds_per_cent_; }

 private:
  std::vector<Stretch> stretches_;
  double seconds_per_cent_ = 1;
};

struct AxisTick {
  Seconds time;
  double place = 0;
  bool is_day = false;      // the label is the day: ticks are a day or more apart
  bool shows_day = false;   // the first of its day, on an axis of several days
  bool shows_zone = false;  // the first since the clock was put forward or back
  bool is_extra = false;    // only where there is room for it
};

// Round times of the clock in `zone`, as many as can be told apart: 1, 2, 5, 10, 15, 30 minutes, 1,
// 2, 3, 6, 12 hours or days apart. A stretch without one has its beginning.
std::vector<AxisTick> axis_ticks(const TimeAxis& axis, const TimeZone& zone);

}  // namespace debrief
