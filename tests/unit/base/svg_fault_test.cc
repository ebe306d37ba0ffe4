#include "generator/base/svg_fault.h"

#include <gtest/gtest.h>

#include <string>

namespace debrief {
namespace {

std::string fault_of(const std::string& inside) {
  return svg_fault("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">" + inside +
                   "</svg>")
      .value_or("none");
}

TEST(SvgFault, APictureHasNone) {
  EXPECT_EQ(fault_of("<title>Northwind</title><path fill=\"#123\" d=\"M0 0h9v9z\"/>"), "none");
  EXPECT_EQ(fault_of("<linearGradient id=\"a\"/><rect fill=\"url(#a)\"/><use href=\"#b\"/>"),
            "none");
  EXPECT_EQ(fault_of("<text font-family=\"Onyx\">on</text>"), "none");
  EXPECT_EQ(fault_of("<g id=\"icon\" version='1'/>"), "none");
}

TEST(SvgFault, WhatActsOrLeadsOutIsFound) {
  EXPECT_EQ(fault_of("<SCRIPT>alert(1)</SCRIPT>"), "a script");
  EXPECT_EQ(fault_of("<rect onload=\"alert(1)\"/>"), "a script");
  EXPECT_EQ(fault_of("<rect/onclick = 'x'/>"), "a script");
  EXPECT_EQ(fault_of("<a href=\"javascript:alert(1)\"/>"), "a script");
  EXPECT_EQ(fault_of("<a href=\"java&#115;cript:alert(1)\"/>"), "an entity");
  EXPECT_EQ(fault_of("<use xlink:href='https://x.example/#a'/>"),
            "a reference to another file (href)");
  EXPECT_EQ(fault_of("<image href=\"data:image/png;base64,AAAA\"/>"),
            "a reference to another file (href)");
  EXPECT_EQ(fault_of("<rect fill=\"url( 'https://x.example/a' )\"/>"),
            "a reference to another file (url()");
  EXPECT_EQ(fault_of("<foreignObject/>"), "a part that is no drawing (foreignObject)");
  EXPECT_EQ(svg_fault("<!DOCTYPE svg [<!ENTITY x 'y'>]><svg/>"), "a document type");
  EXPECT_EQ(svg_fault("<svg>\xff</svg>"), "text that is not UTF-8");
}

TEST(SvgFault, WhatDrawingProgramsNoteIsFound) {
  EXPECT_EQ(fault_of("<metadata>drawn by dana</metadata>"), "metadata");
  EXPECT_EQ(fault_of("<!-- for Initech -->"), "a comment");
  EXPECT_EQ(fault_of("<g inkscape:label=\"x\"/>"), "notes of the drawing program (inkscape:)");
}

}  // namespace
}  // namespace debrief
