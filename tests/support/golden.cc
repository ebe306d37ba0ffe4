#include "tests/support/golden.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace debrief {
namespace {

std::filesystem::path golden_path(std::string_view name) {
  return std::filesystem::path(DEBRIEF_SOURCE_DIR) / "tests/golden" / name;
}

}  // namespace

std::string read_golden(std::string_view name) {
  std::ifstream file(golden_path(name), std::ios::binary);
  EXPECT_TRUE(file.good()) << "there is no tests/golden/" << name
                           << "; DEBRIEF_UPDATE_GOLDEN=1 writes it";
  return {std::istreambuf_iterator<char>(file), {}};
}

void expect_golden(std::string_view name, const std::string& actual) {
  if (const char* update = std::getenv("DEBRIEF_UPDATE_GOLDEN"); update != nullptr) {
    std::ofstream(golden_path(name), std::ios::binary) << actual;
    return;
  }
  EXPECT_EQ(read_golden(name), actual) << "tests/golden/" << name;
}

}  // namespace debrief
