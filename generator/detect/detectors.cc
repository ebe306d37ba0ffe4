#include "generator/detect/detectors.h"

#include <re2/re2.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "generator/detect/randomness.h"

namespace debrief {
namespace {

using Kind = Detector::Kind;

// What the first group of a pattern must hold beside its form; the whole match if it has none.
using Check = bool (*)(std::string_view);

template <int tenths>
bool is_random(std::string_view text) {
  return entropy(text) * 10 >= tenths;
}

bool any(std::string_view) {
  return true;
}

bool is_example_host(std::string_view host) {
  for (const std::string_view name : {"example.com", "example.org", "example.net"}) {
    if (host == name || (host.ends_with(name) && host[host.size() - name.size() - 1] == '.')) {
      return true;
    }
  }
  return host.ends_with(".example") || host.ends_with(".test") || host.ends_with(".invalid");
}

// "pool@primary" is no address; "jo@example.com" is one, and an invented one (RFC 2606).
bool is_mail_address(std::string_view address) {
  const std::string_view host = address.substr(address.find('@') + 1);
  return !is_example_host(host);
}

// Letters and digits mixed, as no word of a sentence is.
bool is_secret_value(std::string_view value) {
  const auto has = [value](char low, char high) {
    return std::ranges::any_of(value, [=](char c) { return c >= low && c <= high; });
  };
  return has('0', '9') && (has('a', 'z') || has('A', 'Z')) && entropy(value) >= 3.0;
}

// A password in an address: not a placeholder.
bool is_password(std::string_view password) {
  for (const std::string_view word :
       {"password", "pass", "pw", "secret", "xxx", "xxxx", "xxxxx", "redacted", "changeme"}) {
    if (password == word) return false;
  }
  return password.find_first_not_of("*x.") != std::string_view::npos &&
         password.find_first_of("<>${}[]") == std::string_view::npos;
}

bool is_card(std::string_view digits) {
  const auto count = std::ranges::count_if(digits, [](char c) { return c >= '0' && c <= '9'; });
  return count >= 13 && count <= 19 && has_luhn_digit(digits) && entropy(digits) > 1.5;
}

// International, or grouped as people write them: plain runs of digits are numbers of anything.
bool is_phone(std::string_view number) {
  const auto count = std::ranges::count_if(number, [](char c) { return c >= '0' && c <= '9'; });
  return count >= 8 && count <= 15;
}

struct Form {
  std::string_view id;
  std::string_view what;
  Kind kind;
  std::vector<std::string_view> keywords;  // one of them is in every match, just so
  const char* pattern;                     // RE2; the first group is what `check` sees
  Check check;
};

// In the order of the messages: by kind, then by issuer.
const std::vector<Form>& forms() {
  static const std::vector<Form> kForms = {
      // clang-format off
      {"private-key", "a private key", Kind::credential, {"-----BEGIN"},
       R"(-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----)", any},
      {"age-key", "an age secret key", Kind::credential, {"AGE-SECRET-KEY-1"},
       R"(\bAGE-SECRET-KEY-1([QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})\b)", is_random<35>},
      {"aws-access-key", "an AWS access key", Kind::credential, {"AKIA", "ASIA", "ABIA", "ACCA"},
       R"(\b(?:AKIA|ASIA|ABIA|ACCA)([A-Z2-7]{16})\b)", is_random<28>},
      {"aws-secret-key", "an AWS secret key", Kind::credential, {"aws", "AWS", "Aws"},
       R"((?i:aws[a-z0-9_ .-]{0,20}(?:secret|key)[a-z0-9_ .-]{0,20}["'`]?\s{0,3}[:=]{1,2}\s{0,3}["'`]?)([A-Za-z0-9/+=]{40})(?:[^A-Za-z0-9/+=]|$))", is_random<42>},
      {"azure-storage-key", "an Azure storage key", Kind::credential, {"AccountKey="},
       R"(AccountKey=([A-Za-z0-9+/]{80,90}={0,2}))", is_random<40>},
      {"azure-sas", "an Azure shared access signature", Kind::credential, {"sig="},
       R"([?&]s[vpe]=[^\s&]{1,80}(?:&[a-z]{2,4}=[^\s&]{1,200}){0,12}&sig=([A-Za-z0-9%+/=]{40,100}))", is_random<35>},
      {"google-api-key", "a Google API key", Kind::credential, {"AIza"},
       R"(\bAIza([A-Za-z0-9_-]{35})(?:[^A-Za-z0-9_-]|$))", is_random<38>},
      {"google-oauth-token", "a Google OAuth token", Kind::credential, {"ya29."},
       R"(\bya29\.([A-Za-z0-9_-]{30,}))", is_random<38>},
      {"google-oauth-secret", "a Google OAuth client secret", Kind::credential, {"GOCSPX-"},
       R"(\bGOCSPX-([A-Za-z0-9_-]{28}))", is_random<35>},
      {"github-token", "a GitHub token", Kind::credential, {"ghp_", "gho_", "ghu_", "ghs_", "ghr_"},
       R"(\bgh[pousr]_([A-Za-z0-9]{36,255})\b)", is_random<35>},
      {"github-fine-token", "a GitHub token", Kind::credential, {"github_pat_"},
       R"(\bgithub_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b)", is_random<38>},
      {"gitlab-token", "a GitLab token", Kind::credential,
       {"glpat-", "gldt-", "glrt-", "glptt-", "glft-", "glsoat-", "glcbt-", "glimt-", "glagent-", "glffct-"},
       R"(\bgl(?:pat|dt|rt|ptt|ft|soat|cbt|imt|agent|ffct)-([A-Za-z0-9_-]{20,}))", is_random<30>},
      {"bitbucket-token", "an Atlassian token", Kind::credential, {"ATATT3", "ATCTT3", "ATBB"},
       R"(\b(?:ATATT3|ATCTT3|ATBB)([A-Za-z0-9_=-]{28,250}))", is_random<35>},
      {"slack-token", "a Slack token", Kind::credential, {"xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-", "xapp-"},
       R"(\b(?:xox[abeprs]|xapp)-([A-Za-z0-9-]{20,250}))", is_random<30>},
      {"slack-webhook", "a Slack webhook", Kind::credential, {"hooks.slack.com/"},
       R"(hooks\.slack\.com/(?:services|workflows|triggers)/([A-Za-z0-9/_-]{30,}))", is_random<35>},
      {"discord-webhook", "a Discord webhook", Kind::credential, {"/api/webhooks/"},
       R"(discord(?:app)?\.com/api/webhooks/[0-9]{15,22}/([A-Za-z0-9_-]{50,90}))", is_random<38>},
      {"teams-webhook", "a Teams webhook", Kind::credential, {".webhook.office.com/"},
       R"(\.webhook\.office\.com/webhookb2/([A-Za-z0-9@/-]{60,}))", is_random<30>},
      {"telegram-token", "a Telegram bot token", Kind::credential, {":AA"},
       R"(\b[0-9]{8,10}:(AA[A-Za-z0-9_-]{33})(?:[^A-Za-z0-9_-]|$))", is_random<38>},
      {"stripe-key", "a Stripe key", Kind::credential, {"k_live_", "k_test_"},
       R"(\b[rs]k_(?:live|test)_([A-Za-z0-9]{16,250})\b)", is_random<32>},
      {"stripe-webhook-secret", "a Stripe webhook secret", Kind::credential, {"whsec_"},
       R"(\bwhsec_([A-Za-z0-9+/=]{24,80}))", is_random<35>},
      {"square-token", "a Square token", Kind::credential, {"sq0"},
       R"(\bsq0(?:atp|csp|idp)-([A-Za-z0-9_-]{22,50}))", is_random<32>},
      {"shopify-token", "a Shopify token", Kind::credential, {"shpat_", "shpca_", "shppa_", "shpss_"},
       R"(\bshp(?:at|ca|pa|ss)_([a-fA-F0-9]{32})\b)", is_random<28>},
      {"twilio-key", "a Twilio key", Kind::credential, {"SK"},
       R"(\bSK([0-9a-f]{32})\b)", is_random<30>},
      {"sendgrid-key", "a SendGrid key", Kind::credential, {"SG."},
       R"(\bSG\.([A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43})(?:[^A-Za-z0-9_-]|$))", is_random<40>},
      {"mailgun-key", "a Mailgun key", Kind::credential, {"key-"},
       R"(\bkey-([0-9a-f]{32})\b)", is_random<30>},
      {"mailchimp-key", "a Mailchimp key", Kind::credential, {"-us"},
       R"(\b([0-9a-f]{32})-us[0-9]{1,2}\b)", is_random<30>},
      {"brevo-key", "a Brevo key", Kind::credential, {"xkeysib-"},
       R"(\bxkeysib-([0-9a-f]{64}))", is_random<30>},
      {"npm-token", "an npm token", Kind::credential, {"npm_"},
       R"(\bnpm_([A-Za-z0-9]{36})\b)", is_random<35>},
      {"pypi-token", "a PyPI token", Kind::credential, {"pypi-AgE"},
       R"(\bpypi-(AgE[A-Za-z0-9_-]{50,}))", is_random<40>},
      {"rubygems-token", "a RubyGems token", Kind::credential, {"rubygems_"},
       R"(\brubygems_([0-9a-f]{48})\b)", is_random<30>},
      {"docker-token", "a Docker token", Kind::credential, {"dckr_pat_", "dckr_oat_"},
       R"(\bdckr_[op]at_([A-Za-z0-9_-]{27,40}))", is_random<35>},
      {"digitalocean-token", "a DigitalOcean token", Kind::credential, {"dop_v1_", "doo_v1_", "dor_v1_"},
       R"(\bdo[opr]_v1_([0-9a-f]{64})\b)", is_random<30>},
      {"heroku-key", "a Heroku key", Kind::credential, {"HRKU-"},
       R"(\bHRKU-([A-Za-z0-9_-]{36,100}))", is_random<30>},
      {"fly-token", "a Fly.io token", Kind::credential, {"FlyV1 ", "fo1_"},
       R"(\b(?:FlyV1 |fo1_)([A-Za-z0-9_+/=,-]{40,}))", is_random<35>},
      {"databricks-token", "a Databricks token", Kind::credential, {"dapi"},
       R"(\bdapi([0-9a-f]{32})(?:-[0-9])?\b)", is_random<30>},
      {"vault-token", "a Vault token", Kind::credential, {"hvs.", "hvb.", "hvr."},
       R"(\bhv[sbr]\.([A-Za-z0-9_-]{24,}))", is_random<35>},
      {"terraform-token", "a Terraform token", Kind::credential, {".atlasv1."},
       R"(\b[A-Za-z0-9]{14}\.atlasv1\.([A-Za-z0-9_=-]{60,70}))", is_random<38>},
      {"pulumi-token", "a Pulumi token", Kind::credential, {"pul-"},
       R"(\bpul-([0-9a-f]{40})\b)", is_random<30>},
      {"doppler-token", "a Doppler token", Kind::credential, {"dp."},
       R"(\bdp\.(?:pt|st|ct|sa|scim|audit)\.(?:[a-z0-9_-]{2,35}\.)?([A-Za-z0-9]{40,44})\b)", is_random<38>},
      {"grafana-token", "a Grafana token", Kind::credential, {"glsa_", "glc_"},
       R"(\bgl(?:sa|c)_([A-Za-z0-9+/_=]{32,400}))", is_random<35>},
      {"datadog-key", "a Datadog key", Kind::credential, {"datadog", "DATADOG", "DD_API", "DD_APP", "dd-api", "Datadog"},
       R"((?i:(?:datadog|dd)[a-z0-9_ -]{0,12}key["'`]?\s{0,3}[:=]{1,2}\s{0,3}["'`]?)([0-9a-f]{32,40})\b)", is_random<30>},
      {"newrelic-key", "a New Relic key", Kind::credential, {"NRAK-", "NRII-", "NRJS-"},
       R"(\bNR(?:AK|II|JS)-([A-Za-z0-9-]{19,40}))", is_random<30>},
      {"sentry-token", "a Sentry token", Kind::credential, {"sntrys_", "sntryu_"},
       R"(\bsntry[su]_([A-Za-z0-9+/=_-]{40,}))", is_random<35>},
      {"honeycomb-key", "a Honeycomb key", Kind::credential, {"hcaik_", "hcxik_"},
       R"(\bhc[ax]ik_([0-9a-z]{40,64}))", is_random<30>},
      {"pagerduty-key", "a PagerDuty key", Kind::credential, {"pagerduty", "PAGERDUTY", "PagerDuty", "routing_key"},
       R"((?i:(?:pagerduty[a-z0-9_ -]{0,20}(?:key|token)|routing_key)["'`]?\s{0,3}[:=]{1,2}\s{0,3}["'`]?)([A-Za-z0-9_+-]{20,32})\b)", is_secret_value},
      {"opsgenie-key", "an Opsgenie key", Kind::credential, {"GenieKey "},
       R"(GenieKey ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))", is_random<30>},
      {"linear-key", "a Linear key", Kind::credential, {"lin_api_", "lin_oauth_"},
       R"(\blin_(?:api|oauth)_([A-Za-z0-9]{32,64})\b)", is_random<35>},
      {"notion-key", "a Notion token", Kind::credential, {"ntn_"},
       R"(\bntn_([A-Za-z0-9]{40,50})\b)", is_random<38>},
      {"airtable-token", "an Airtable token", Kind::credential, {"pat"},
       R"(\bpat([A-Za-z0-9]{14}\.[0-9a-f]{64})\b)", is_random<35>},
      {"postman-key", "a Postman key", Kind::credential, {"PMAK-"},
       R"(\bPMAK-([0-9a-f]{24}-[0-9a-f]{34})\b)", is_random<30>},
      {"openai-key", "an OpenAI key", Kind::credential, {"T3BlbkFJ"},
       R"(\bsk-(?:proj-|svcacct-|admin-)?([A-Za-z0-9_-]{20,80}T3BlbkFJ[A-Za-z0-9_-]{20,80}))", is_random<38>},
      {"anthropic-key", "an Anthropic key", Kind::credential, {"sk-ant-"},
       R"(\bsk-ant-[a-z0-9]{3,8}-([A-Za-z0-9_-]{80,120}))", is_random<38>},
      {"huggingface-token", "a Hugging Face token", Kind::credential, {"hf_"},
       R"(\bhf_([A-Za-z]{34})\b)", is_random<38>},
      {"planetscale-token", "a PlanetScale token", Kind::credential, {"pscale_"},
       R"(\bpscale_(?:pw|tkn|oauth)_([A-Za-z0-9_=.-]{32,64}))", is_random<35>},
      {"supabase-key", "a Supabase key", Kind::credential, {"sbp_", "sb_secret_"},
       R"(\b(?:sbp_([0-9a-f]{40})|sb_secret_[A-Za-z0-9_-]{20,60}))", any},
      {"cloudflare-origin-key", "a Cloudflare origin CA key", Kind::credential, {"v1.0-"},
       R"(\bv1\.0-([0-9a-f]{24}-[0-9a-f]{140,160})\b)", is_random<30>},
      {"jwt", "a signed token (JWT)", Kind::credential, {"eyJ"},
       R"(\b(eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}))", is_jwt},
      {"password-hash", "a password hash", Kind::credential, {"$2", "$6$", "$5$", "$argon2"},
       R"(\$(?:2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}|[56]\$(?:rounds=[0-9]+\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43,86}|argon2i?d?\$v=[0-9]+\$[^\s$]+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]{20,}))", any},
      {"url-password", "an address with a password in it", Kind::credential, {"://"},
       R"([A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s/:@"'<>`]{1,64}:([^\s/@"'<>`]{3,128})@[A-Za-z0-9\[])", is_password},
      {"bearer-token", "a bearer token", Kind::credential, {"earer ", "EARER "},
       R"((?i:\bbearer )([A-Za-z0-9._~+/=-]{24,}))", is_secret_value},
      {"basic-auth", "a login in an Authorization header", Kind::credential, {"asic "},
       R"((?i:authorization["']?\s{0,3}[:=]\s{0,3}["']?basic )([A-Za-z0-9+/]{12,}={0,2}))", is_secret_value},
      {"secret-value", "the value of a password, key or token", Kind::credential,
       {"assw", "ASSW", "ecret", "ECRET", "oken", "OKEN", "pi_key", "PI_KEY", "pikey", "PIKEY", "pi-key", "ccess_key", "CCESS_KEY", "rivate_key", "RIVATE_KEY"},
       R"((?i:(?:passwo?r?d|passwd|secret|token|api[_-]?key|access[_-]key|private[_-]key)["'`]?\s{0,3}(?::|=|:=|=>)\s{0,3}["'`]?)([A-Za-z0-9_+/.~!#%^&*$-]{16,128}={0,2}))", is_secret_value},

      {"email", "an e-mail address", Kind::personal, {"@"},
       R"(\b([A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})\b)", is_mail_address},
      {"phone", "a phone number", Kind::personal, {"+", "(0", "tel:"},
       R"((?:^|[^A-Za-z0-9.+-])(\+[1-9][0-9]{0,2}[ .-]?(?:\(0?\)[ ]?)?(?:\(?[0-9]{1,4}\)?[ .-]?){2,6}[0-9]{2,4})(?:[^0-9:%]|$))", is_phone},
      {"card-number", "a payment card number", Kind::personal, {},
       R"((?:^|[^0-9.-])((?:[3-6][0-9]{3})(?:[ -]?[0-9]{4}){2}[ -]?[0-9]{1,7})(?:[^0-9.-]|$))", is_card},
      {"iban", "a bank account number", Kind::personal, {},
       R"(\b([A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\b)", has_iban_digits},
      {"national-id", "a US social security number", Kind::personal, {"-"},
       R"((?:^|[^0-9-])([0-8][0-9]{2}-[0-9]{2}-[0-9]{4})(?:[^0-9-]|$))", any},

      {"chat-link", "a link to a chat", Kind::reference,
       {"slack.com/", "teams.microsoft.com/", "discord.com/channels/", "chat.google.com/", "mattermost", "zulipchat.com/"},
       R"(\b(?:[a-z0-9-]+\.slack\.com/(?:archives|messages|client|files)/|app\.slack\.com/client/|teams\.microsoft\.com/l/|discord\.com/channels/|chat\.google\.com/(?:room|dm|u/)|mattermost\.[a-z0-9.-]+/|[a-z0-9-]+\.zulipchat\.com/)[^\s<>")\]]*)", any},
      {"meeting-link", "a link to a meeting", Kind::reference, {"zoom.us/", "meet.google.com/", "webex.com/"},
       R"(\b(?:[a-z0-9-]+\.)?(?:zoom\.us/(?:j|my|w)/|meet\.google\.com/[a-z]{3}-|[a-z0-9-]+\.webex\.com/(?:meet|join))[^\s<>")\]]*)", any},
      {"ticket-link", "a link to a ticket", Kind::reference, {"atlassian.net/", "/browse/", "linear.app/", "pagerduty.com/", "opsgenie.com/", "service-now.com/", "zendesk.com/agent", "app.asana.com/", "trello.com/c/"},
       R"(\b(?:[a-z0-9-]+\.atlassian\.net/|[a-z0-9.-]+/browse/[A-Z][A-Z0-9]+-[0-9]|linear\.app/|[a-z0-9-]+\.pagerduty\.com/|[a-z0-9-]+\.opsgenie\.com/|[a-z0-9-]+\.service-now\.com/|[a-z0-9-]+\.zendesk\.com/agent|app\.asana\.com/|trello\.com/c/)[^\s<>")\]]*)", any},
      {"document-link", "a link to a document", Kind::reference, {"docs.google.com/", "drive.google.com/", "sharepoint.com/", "notion.so/", "dropbox.com/", "1drv.ms/", "quip.com/", "coda.io/d/", "figma.com/", "miro.com/app/"},
       R"(\b(?:docs\.google\.com/|drive\.google\.com/|[a-z0-9-]+\.sharepoint\.com/|(?:www\.)?notion\.so/|(?:www\.)?dropbox\.com/|1drv\.ms/|[a-z0-9-]*\.?quip\.com/|coda\.io/d/|(?:www\.)?figma\.com/|miro\.com/app/)[^\s<>")\]]*)", any},
      {"dashboard-link", "a link to a dashboard or log", Kind::reference, {"grafana.net/", "datadoghq.", "newrelic.com/", "console.aws.amazon.com", "console.cloud.google.com", "portal.azure.com", "sentry.io/", "app.honeycomb.io", "ui.honeycomb.io", "splunkcloud.com", "kibana"},
       R"(\b(?:[a-z0-9-]+\.grafana\.net/|[a-z0-9.-]*\.?datadoghq\.(?:com|eu)/|one\.(?:eu\.)?newrelic\.com/|[a-z0-9.-]*\.?console\.aws\.amazon\.com|console\.cloud\.google\.com|portal\.azure\.com|[a-z0-9-]+\.sentry\.io/|sentry\.io/organizations/|ui\.(?:eu1\.)?honeycomb\.io|[a-z0-9-]+\.splunkcloud\.com|kibana\.[a-z0-9.-]+/)[^\s<>")\]]*)", any},
      {"ticket-id", "the id of a ticket", Kind::reference, {"-"},
       R"((?:^|[^A-Za-z0-9/-])((?:INC|CHG|PRB|RITM|TASK|OPS|SRE|JIRA|TICKET|SUP|HELP|ENG|PLAT|INFRA|DEVOPS|SEC)-[0-9]{2,7})(?:[^A-Za-z0-9-]|$))", any},
      {"service-now-id", "the id of a ticket", Kind::reference, {"INC0", "CHG0", "PRB0", "RITM0"},
       R"(\b((?:INC|CHG|PRB|RITM)0[0-9]{6,9})\b)", any},
      {"chat-channel", "the name of a chat channel", Kind::reference, {"#"},
       R"((?:^|[\s(])(#(?:inc|incident|sev|ops|oncall|on-call|alerts?|warroom|war-room|team|help|support)[a-z0-9]*-[a-z0-9_-]{1,60}))", any},
      {"aws-arn", "an AWS resource with its account", Kind::reference, {"arn:aws"},
       R"(\barn:aws(?:-[a-z-]+)?:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12}):[^\s"'`<>]+)", any},
      {"home-path", "a path with a person's login", Kind::reference, {"/home/", "/Users/", "\\Users\\"},
       R"((?:/home/|/Users/|\\Users\\)([A-Za-z][A-Za-z0-9._-]{1,30})(?:[/\\]))", any},
      // clang-format on
  };
  return kForms;
}

struct Compiled {
  const Form* form;
  std::unique_ptr<re2::RE2> pattern;
};

const std::vector<Compiled>& compiled_forms() {
  static const std::vector<Compiled> kCompiled = [] {
    std::vector<Compiled> compiled;
    for (const Form& form : forms()) {
      compiled.push_back({&form, std::make_unique<re2::RE2>(form.pattern, re2::RE2::Quiet)});
    }
    return compiled;
  }();
  return kCompiled;
}

bool has_keyword(const Form& form, std::string_view text) {
  return form.keywords.empty() || std::ranges::any_of(form.keywords, [text](std::string_view word) {
           return text.find(word) != std::string_view::npos;
         });
}

void find_form(std::size_t index, std::string_view text, std::vector<Detection>& found) {
  const Compiled& compiled = compiled_forms()[index];
  const re2::StringPiece whole(text.data(), text.size());
  const bool has_group = compiled.pattern->NumberOfCapturingGroups() > 0;
  std::size_t at = 0;
  while (at <= text.size()) {
    re2::StringPiece groups[2];
    if (!compiled.pattern->Match(whole, at, text.size(), re2::RE2::UNANCHORED, groups,
                                 has_group ? 2 : 1)) {
      return;
    }
    const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
    const std::size_t end = begin + groups[0].size();
    const re2::StringPiece& seen = has_group && groups[1].data() != nullptr ? groups[1] : groups[0];
    if (compiled.form->check({seen.data(), seen.size()})) found.push_back({index, begin, end});
    // Not behind the match: what stood around it may begin the next one.
    at = std::max(begin + 1, end == begin ? end : end - 1);
  }
}

}  // namespace

const std::vector<Detector>& detectors() {
  static const std::vector<Detector> kDetectors = [] {
    std::vector<Detector> all;
    for (const Form& form : forms()) all.push_back({form.id, form.what, form.kind});
    return all;
  }();
  return kDetectors;
}

std::vector<Detection> detect(std::string_view text) {
  std::vector<Detection> found;
  for (std::size_t i = 0; i < forms().size(); ++i) {
    if (has_keyword(forms()[i], text)) find_form(i, text, found);
  }
  std::ranges::stable_sort(found, [](const Detection& a, const Detection& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Detection> apart;
  for (const Detection& each : found) {
    if (apart.empty() || each.begin >= apart.back().end) apart.push_back(each);
  }
  return apart;
}

}  // namespace debrief
