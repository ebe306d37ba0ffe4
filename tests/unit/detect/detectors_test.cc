#include "generator/detect/detectors.h"

#include <gtest/gtest.h>

namespace debrief {
namespace {

TEST(Detectors, AreThere) { EXPECT_FALSE(detectors().empty()); }

}  // namespace
}  // namespace debrief
