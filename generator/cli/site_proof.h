// The audit of a build: what it needs of the knowledge base, and what it makes of the written site.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "generator/audit/public_audit.h"
#include "generator/base/day.h"
#include "generator/cli/terminal.h"
#include "generator/model/knowledge_base.h"
#include "generator/output/site_writer.h"
#include "generator/theme/theme.h"
#include "generator/view/internal_texts.h"
#include "generator/view/make_view.h"
#include "generator/view/twin.h"
#include "generator/view/view.h"

namespace debrief {

// Taken from the knowledge base while there is one.
struct AuditPlan {
  Config config;
  Day today;
  AuditTexts texts;
  View twin;
  // The view of a twin that differs in one part alone; only for `debrief audit`.
  std::function<View(TwinPart)> partial_twin;
};

// `explain`: keep the knowledge base, to tell afterwards which part of it is to blame.
AuditPlan plan_audit(const std::shared_ptr<const KnowledgeBase>& kb, const ViewOptions& options,
                     Day today, bool explain);

// The proof of the public site, whichever way it came out.
struct BuildAudit {
  AuditReport report;
  AuditTexts texts;  // that the report's findings refer to
  // What internal content the site depends on, if it does and the plan can explain.
  std::vector<std::string> guilty_parts;
  double twin_seconds = 0;
};

// The files that the program itself puts into every site, as PublicAudit wants them.
std::vector<std::string> own_files();

// What the program and the theme say themselves, on the site of any knowledge base: the theme's
// files, and all of a site with one post-mortem that says nothing. Of `own_files` only the names.
std::vector<std::string> own_words(const AuditPlan& plan, const Theme& theme,
                                   const ThemeFiles& files,
                                   const std::vector<std::string>& own_files, SiteWriter& writer);

// Compares the site, which `audit` has watched being written, with that of the twin.
BuildAudit finish_audit(const AuditPlan& plan, const Theme& theme, unsigned jobs,
                        PublicAudit& audit, Progress& progress);

}  // namespace debrief
