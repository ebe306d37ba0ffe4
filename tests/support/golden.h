// Expected output in a file beside the tests.
#pragma once

#include <string>
#include <string_view>

namespace debrief {

// Fails, and shows how they differ, unless the file tests/golden/NAME holds `actual`, byte for
// byte. With DEBRIEF_UPDATE_GOLDEN=1 in the environment the file is written instead: read the
// difference before you commit it.
void expect_golden(std::string_view name, const std::string& actual);

std::string read_golden(std::string_view name);

}  // namespace debrief
