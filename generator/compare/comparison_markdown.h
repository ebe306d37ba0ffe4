// A comparison as Markdown, to be posted as a comment of a pull request or as the summary of a run.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "generator/compare/compare_views.h"

namespace debrief {

// What GitHub takes as a comment, in characters. Counted in bytes here, which are never fewer. The
// summary of a step may have 1 MiB, a comment of GitLab a million characters.
inline constexpr std::size_t kMostCommentBytes = 65536;

// GitHub's Markdown, which GitLab reads as well. What the compared texts say stands in code alone,
// so it can neither mention people nor refer to issues, nor end what it stands in. What does not
// fit is left out, page by page, and the end says what and how to read it.
std::string comparison_markdown(const Comparison& comparison, const ComparedSide& from,
                                const ComparedSide& to, const std::vector<std::string>& notes,
                                std::size_t most_bytes = kMostCommentBytes);

}  // namespace debrief
