// Knowledge bases that agree on all that is public and differ in everything else.
#pragma once

#include <cstdint>

#include "generator/source/source_tree.h"

namespace debrief {

// Every word of what is not public begins so, and no other word.
inline constexpr char kCanary[] = "zq";

// The public content is a function of `public_seed` alone. `internal_seed` decides the rest:
// what there is of it, how much, how it is called and where it stands. Small: two or three
// public post-mortems and a guide.
SourceTree make_twin(std::uint64_t public_seed, std::uint64_t internal_seed);

}  // namespace debrief
