#include <algorithm>
#include <cstddef>
#include <string>

#include "generator/base/text.h"
#include "generator/detect/forms.h"

namespace debrief {
namespace {

bool any(std::string_view) {
  return true;
}

std::string_view without_scheme(std::string_view link) {
  const std::size_t scheme = link.find("://");
  return scheme == std::string_view::npos ? link : link.substr(scheme + 3);
}

// Not one that is kept for examples.
bool is_real(std::string_view link) {
  link = without_scheme(link);
  return !is_example_host(to_lower(link.substr(0, link.find_first_of(":/"))));
}

// Companies have "acme.pagerduty.com"; what its maker says to the world is at these.
bool is_of_a_company(std::string_view link) {
  if (!is_real(link)) return false;
  link = without_scheme(link);
  const std::string label = to_lower(link.substr(0, link.find('.')));
  for (const std::string_view name :
       {"www", "docs", "doc", "help", "support", "status", "blog", "community", "developer",
        "developers", "api", "learn", "university", "info", "trust", "academy", "forum"}) {
    if (label == name) return false;
  }
  return true;
}

// Trackers that anybody may read.
bool is_closed_tracker(std::string_view link) {
  for (const std::string_view host :
       {"issues.apache.org/", "issues.jenkins.io/", "issues.jenkins-ci.org/", "bugs.openjdk.org/",
        "bugs.openjdk.java.net/", "jira.mongodb.org/", "jira.mariadb.org/", "jira.atlassian.com/",
        "issues.redhat.com/", "tracker.ceph.com/", "hibernate.atlassian.net/", "jira.percona.com/",
        "bugreports.qt.io/", "jira.hyperledger.org/"}) {
    if (link.find(host) != std::string_view::npos) return false;
  }
  return is_of_a_company(link);
}

// The accounts of Amazon's documentation.
bool is_account(std::string_view account) {
  for (const std::string_view example :
       {"123456789012", "111122223333", "444455556666", "111111111111", "000000000000"}) {
    if (account == example) return false;
  }
  return true;
}

// Logins that images, installers and manuals have.
bool is_person(std::string_view login) {
  static constexpr std::string_view kNobody[] = {
      "ubuntu",  "ec2-user",      "centos",   "debian",        "fedora",  "runner",
      "vagrant", "user",          "username", "users",         "app",     "node",
      "jenkins", "deploy",        "admin",    "administrator", "root",    "circleci",
      "git",     "gitlab-runner", "postgres", "shared",        "public",  "you",
      "me",      "name",          "default",  "linuxbrew",     "service", "build",
      "ci",      "www",           "nobody",   "appuser",       "nonroot", "coder",
      "vscode",  "jovyan",        "airflow",  "travis",        "pi",
  };
  const std::string name = to_lower(login);
  return std::ranges::count(kNobody, name) == 0;
}

}  // namespace

const std::vector<Form>& reference_forms() {
  static const std::vector<Form> kForms = {
      // clang-format off
      {"chat-link", "a link to a chat",
       {"slack.com/", "slack://", "teams.microsoft.com/l/", "discord.com/channels/", "chat.google.com/", "mattermost.", "zulipchat.com/", "chat.whatsapp.com/"},
       R"re(\b((?:https?://)?(?:[a-z0-9.-]+\.slack\.com/(?:archives|messages|client|files|team|canvas|docs/T)/?|teams\.microsoft\.com/l/|discord\.com/channels/|chat\.google\.com/(?:room|dm|u)/|mattermost\.[a-z0-9.-]+/[a-z0-9_-]+/(?:pl|channels|messages)/|[a-z0-9-]+\.zulipchat\.com/|chat\.whatsapp\.com/)[^\s<>"]*|slack://[^\s<>"]+))re", is_of_a_company, without_sentence_end},
      {"meeting-link", "a link to a meeting",
       {"zoom.us/", "meet.google.com/", "webex.com/", "chime.aws/", "meet.goto.com/", "gotomeeting.com/join/", "teams.microsoft.com/meet/", "teams.live.com/meet/"},
       R"re(\b((?:https?://)?(?:(?:[a-z0-9-]+\.)?zoom\.us/(?:j|my|w|s|rec)/|meet\.google\.com/[a-z]{3}-[a-z]{4}-|[a-z0-9-]+\.webex\.com/(?:meet|join|[a-z0-9-]+/j\.php)|chime\.aws/[0-9]|meet\.goto\.com/[0-9]|[a-z]+\.gotomeeting\.com/join/|teams\.(?:microsoft|live)\.com/meet/)[^\s<>"]*))re", is_real, without_sentence_end},
      {"ticket-link", "a link to a ticket",
       {".atlassian.net/", "/browse/", "linear.app/", "pagerduty.com/", "app.opsgenie.com/", "service-now.com/", "zendesk.com/agent", "app.asana.com/", "trello.com/c/", "trello.com/b/", "youtrack.cloud/issue/", "dev.azure.com/", "app.shortcut.com/", "app.clickup.com/", "app.incident.io/", "app.firehydrant.io/", "rootly.com/account/", "monday.com/boards/"},
       R"re(\b((?:https?://)?(?:[a-z0-9-]+\.atlassian\.net/(?:browse|jira|secure|projects|issues|servicedesk)|[a-z0-9.-]+(?::[0-9]+)?/(?:jira/)?browse/[A-Z][A-Z0-9]+-[0-9]|linear\.app/[a-z0-9-]+/(?:issue|project|view|team)/|[a-z0-9-]+\.(?:eu\.)?pagerduty\.com/(?:incidents|alerts|services|service-directory|escalation_policies|schedules|users|teams|analytics|postmortems)|(?:[a-z0-9-]+\.)?app\.opsgenie\.com/|[a-z0-9-]+\.service-now\.com/|[a-z0-9-]+\.zendesk\.com/agent|app\.asana\.com/|trello\.com/[bc]/|[a-z0-9-]+\.youtrack\.cloud/issue/|dev\.azure\.com/|app\.shortcut\.com/|app\.clickup\.com/|app\.incident\.io/|app\.firehydrant\.io/|rootly\.com/account/|[a-z0-9-]+\.monday\.com/boards/)[^\s<>"]*))re", is_closed_tracker, without_sentence_end},
      {"document-link", "a link to a document",
       {"docs.google.com/", "drive.google.com/", ".atlassian.net/wiki/", "sharepoint.com/", "notion.so/", "dropbox.com/s", "1drv.ms/", "quip.com/", "coda.io/d/", "figma.com/", "miro.com/app/", "app.box.com/", "lucid.app/", "loom.com/share/"},
       R"re(\b((?:https?://)?(?:docs\.google\.com/|drive\.google\.com/|[a-z0-9-]+\.atlassian\.net/wiki/|[a-z0-9-]+\.sharepoint\.com/|(?:www\.)?notion\.so/[^\s<>"]*[0-9a-f]{32}|(?:www\.)?dropbox\.com/(?:s|sh|scl)/|1drv\.ms/|(?:[a-z0-9-]+\.)?quip\.com/[A-Za-z0-9]{11}|coda\.io/d/|(?:www\.)?figma\.com/(?:file|design|board|proto|slides)/|miro\.com/app/|(?:[a-z0-9-]+\.)?app\.box\.com/|lucid\.app/|(?:www\.)?loom\.com/share/)[^\s<>"]*))re", is_real, without_sentence_end},
      {"dashboard-link", "a link to a dashboard or log",
       {"grafana", "datadoghq.", "newrelic.com/", "onenr.io/", "console.aws.amazon.com", "console.cloud.google.com", "portal.azure.com", "sentry.io/", "ui.honeycomb.io/", "ui.eu1.honeycomb.io/", "splunkcloud.com", "kibana.", "dynatrace.com/", "papertrailapp.com/", "sumologic.com/ui"},
       R"re(\b((?:https?://)?(?:[a-z0-9-]+\.grafana\.net/|(?:[a-z0-9-]+\.)?grafana\.[a-z0-9.-]+/(?:d|d-solo|explore|dashboard|goto)[/?]|[a-z0-9-]+\.(?:[a-z0-9-]+\.)?datadoghq\.(?:com|eu)/|(?:one|rpm)\.(?:eu\.)?newrelic\.com/|onenr\.io/|(?:[a-z0-9-]+\.)?console\.aws\.amazon\.com|console\.cloud\.google\.com|portal\.azure\.com|[a-z0-9-]+\.sentry\.io/|sentry\.io/organizations/|ui\.(?:eu1\.)?honeycomb\.io/|[a-z0-9-]+\.splunkcloud\.com|kibana\.[a-z0-9.-]+/|[a-z0-9-]+\.(?:live|apps)\.dynatrace\.com/|my\.papertrailapp\.com/|[a-z0-9.-]+\.sumologic\.com/ui)[^\s<>"]*))re", is_of_a_company, without_sentence_end},
      {"ticket-id", "the id of a ticket",
       {"INC", "CHG", "PRB", "RITM", "TASK-", "OPS-", "SRE-", "JIRA-", "TICKET-", "SUP-", "HELP-", "ENG-", "PLAT-", "INFRA-", "SEC-"},
       R"((?:^|[^A-Za-z0-9/-])((?:INC|CHG|PRB|RITM|TASK|OPS|DEVOPS|SRE|JIRA|TICKET|SUP|HELP|ENG|PLAT|INFRA|SEC)-[0-9]{1,7}|(?:INC|CHG|PRB|RITM)0[0-9]{6,9})(?:[^A-Za-z0-9-]|$))", any},
      {"chat-channel", "the name of a chat channel", {"#"},
       R"((?:^|[\s(])(#(?:inc|incident|sev|ops|oncall|on-call|alert|warroom|war-room|team|help|support)[a-z0-9]*-[a-z0-9_-]{1,60}))", any},
      {"aws-arn", "an AWS resource with its account", {"arn:aws"},
       R"re(\b(arn:aws(?:-[a-z-]+)?:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12}):[^\s"'`<>]+))re", is_account, without_sentence_end},
      {"home-path", "a path with a person's login", {"/home/", "/Users/", "\\Users\\"},
       R"re((?:^|[\s"'`(=:]|file://)((?:/home/|/Users/|[A-Za-z]:\\Users\\)([A-Za-z][A-Za-z0-9._-]{1,30}))[/\\])re", is_person},
      // clang-format on
  };
  return kForms;
}

}  // namespace debrief
