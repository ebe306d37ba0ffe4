// A view as text: everything that its site says, page by page.
#pragma once

#include <string>
#include <vector>

#include "generator/view/view.h"

namespace debrief {

struct PageLine {
  enum class Part { facts, body, footnotes, actions };
  Part part = Part::facts;
  std::string place;  // the headings it stands below, "Impact › Customers"; empty for facts
  std::string text;
  bool is_heading = false;
};

// What there is one of: a page, or an entry of a vocabulary.
struct PageText {
  std::string kind;     // "incident"
  std::string address;  // unique within its kind
  std::string date;     // of an incident, as much of it as is known
  std::string title;
  // Texts that tell it apart from others of its kind if its address changes, the surest first;
  // empty ones tell nothing.
  std::vector<std::string> identities;
  std::vector<PageLine> lines;
};

struct ViewText {
  PageText site;
  // Each list in the order of the view.
  std::vector<PageText> incidents, guides, services, causes, severities, pictures;
};

ViewText view_text(const View& view);

}  // namespace debrief
