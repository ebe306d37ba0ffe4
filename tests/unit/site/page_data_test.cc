#include "generator/site/page_data.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace debrief {
namespace {

TEST(PageData, KeepsTextAndHtmlApartByName) {
  PageData data;
  EXPECT_THROW(data.text("body_html", "<b>"), std::logic_error);
  EXPECT_THROW(data.html("body", "<b>"), std::logic_error);
  EXPECT_THROW(data.flag("is_html", true), std::logic_error);
  data.html("body_html", "<b>x</b>").text("title", "x");
  EXPECT_EQ(std::get<PageData::Html>(*data.find("body_html")).bytes, "<b>x</b>");
  EXPECT_EQ(data.find("nothing"), nullptr);
}

TEST(PageData, RefusesANameTwice) {
  PageData data;
  data.text("title", "x");
  EXPECT_THROW(data.flag("title", false), std::logic_error);
}

}  // namespace
}  // namespace debrief
