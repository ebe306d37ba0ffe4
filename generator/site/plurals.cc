#include "generator/site/plurals.h"

#include <iterator>

namespace debrief {

namespace {

using Category = PluralCategory;

struct Rule {
  std::string_view language;
  Category (*category)(std::size_t count);
  std::vector<Category> categories;
};

Category one_and_others(std::size_t count) {
  return count == 1 ? Category::one : Category::other;
}

const Rule& rule_of(std::string_view language) {
  static const Rule kRules[] = {
      {"en", one_and_others, {Category::one, Category::other}},
      {"de", one_and_others, {Category::one, Category::other}},
  };
  for (const Rule& rule : kRules) {
    if (rule.language == language) return rule;
  }
  return *std::begin(kRules);
}

}  // namespace

std::string_view to_string(PluralCategory category) {
  switch (category) {
    case Category::zero:
      return "zero";
    case Category::one:
      return "one";
    case Category::two:
      return "two";
    case Category::few:
      return "few";
    case Category::many:
      return "many";
    case Category::other:
      break;
  }
  return "other";
}

PluralCategory plural_category(std::string_view language, std::size_t count) {
  return rule_of(language).category(count);
}

std::vector<PluralCategory> plural_categories(std::string_view language) {
  return rule_of(language).categories;
}

}  // namespace debrief
