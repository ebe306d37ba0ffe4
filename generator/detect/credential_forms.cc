#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "generator/base/text.h"
#include "generator/detect/encoded_text.h"
#include "generator/detect/forms.h"
#include "generator/detect/randomness.h"

namespace debrief {
namespace {

bool any(std::string_view) {
  return true;
}

std::size_t count_between(std::string_view text, char first, char last) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [=](char c) { return c >= first && c <= last; }));
}

bool has_both_cases(std::string_view value) {
  return count_between(value, 'a', 'z') != 0 && count_between(value, 'A', 'Z') != 0;
}

// Forty characters of base64; a commit has forty as well, of one case.
bool is_aws_secret(std::string_view value) {
  return looks_random(value) && has_both_cases(value);
}

// Stripe's documentation shows these two.
bool is_stripe_key(std::string_view value) {
  return looks_random(value) && value != "4eC39HqLyjWDarjtT1zdp7dc" &&
         value != "BQokikJOvBiI2HlWgH4olfQ2";
}

// The bcrypt hash of its own documentation.
bool is_password_hash(std::string_view hash) {
  return !hash.ends_with("N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy") &&
         !is_example_secret(hash);
}

// A bot's token begins with the base64 of its number.
bool is_discord_token(std::string_view token) {
  const auto number = decode_base64(token.substr(0, token.find('.')));
  return number && number->size() >= 17 &&
         number->find_first_not_of("0123456789") == std::string::npos;
}

// Not what stands for a password: a placeholder, a variable, stars; nor one that is no secret.
bool is_password(std::string_view user, std::string_view password) {
  for (const std::string_view word : {"pass", "pw", "pwd", "xxx", "xxxx", "xxxxx", "foo", "bar"}) {
    if (equal_ignoring_case(password, word)) return false;
  }
  return password.size() >= 3 && password != user && !is_example_secret(password) &&
         password.find_first_not_of("*x.-_#") != std::string_view::npos &&
         std::string_view("<${[%*").find(password.front()) == std::string_view::npos;
}

// "scheme://user:password@host"
bool is_url_with_password(std::string_view url) {
  const std::string_view rest = url.substr(url.find("://") + 3);
  const std::size_t colon = rest.find(':');
  const std::size_t at = rest.find('@', colon);
  return is_password(rest.substr(0, colon), rest.substr(colon + 1, at - colon - 1)) &&
         !is_example_host(rest.substr(at + 1));
}

// "user:password"
bool is_login(std::string_view login) {
  const std::size_t colon = login.find(':');
  return colon != std::string_view::npos &&
         is_password(login.substr(0, colon), login.substr(colon + 1));
}

bool is_base64_login(std::string_view value) {
  const auto login = decode_base64(value);
  return login && std::ranges::all_of(*login, [](char c) { return c >= ' ' && c <= '~'; }) &&
         *login != "Aladdin:open sesame" && is_login(*login);  // that one is of RFC 7617
}

// Digits and letters go through one another, as in no name ("prod-db-credentials-v2") and no date.
bool is_mixed(std::string_view value) {
  const auto kind = [](char c) {
    if (c >= '0' && c <= '9') return 0;
    if (c >= 'a' && c <= 'z') return 1;
    return c >= 'A' && c <= 'Z' ? 2 : 3;
  };
  std::size_t changes = 0;
  std::size_t separators = 0;
  for (std::size_t i = 1; i < value.size(); ++i) {
    if (kind(value[i]) == 3) ++separators;
    if (kind(value[i]) != 3 && kind(value[i - 1]) != 3 && kind(value[i]) != kind(value[i - 1])) {
      ++changes;
    }
  }
  return changes * 8 >= value.size() && separators * 4 <= value.size();
}

// What a label calls a secret: random, with a digit or with more capitals than camelCase has.
bool is_secret_value(std::string_view value) {
  const std::size_t capitals = count_between(value, 'A', 'Z');
  const bool has_digit = count_between(value, '0', '9') != 0;
  return (has_digit || (has_both_cases(value) && capitals * 4 >= value.size())) &&
         looks_random(value) && is_mixed(value);
}

// Passwords end with other signs.
std::string_view without_full_stop(std::string_view found) {
  if (found.ends_with('.')) found.remove_suffix(1);
  return found;
}

// What a label calls a password, shorter and made by a person: three of small letters, capitals,
// digits and signs, as rules for passwords ask for.
bool is_typed_password(std::string_view value) {
  value = without_full_stop(value);
  const bool has_sign = value.find_first_of("!@#$%^&*+=?~|") != std::string_view::npos;
  const int kinds = (count_between(value, 'a', 'z') != 0 ? 1 : 0) +
                    (count_between(value, 'A', 'Z') != 0 ? 1 : 0) +
                    (count_between(value, '0', '9') != 0 ? 1 : 0) + (has_sign ? 1 : 0);
  return value.size() >= 8 && kinds >= 3 && is_password("", value) && value.front() != '/' &&
         value.find_first_of("(){}<>[]") == std::string_view::npos &&
         value.find("://") == std::string_view::npos;
}

}  // namespace

const std::vector<Form>& credential_forms() {
  static const std::vector<Form> kForms = {
      // clang-format off

      // Keys in files
      {"private-key", "a private key", {"-----BEGIN ", "PuTTY-User-Key-File-"},
       R"((-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-[0-9]:))", any},
      {"age-key", "an age secret key", {"AGE-SECRET-KEY-1"},
       R"(\b(AGE-SECRET-KEY-1([QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}))\b)", looks_random},

      // Clouds
      {"aws-access-key", "an AWS access key", {"AKIA", "ASIA", "ABIA", "ACCA"},
       R"(\b((?:AKIA|ASIA|ABIA|ACCA)([A-Z2-7]{16}))\b)", looks_random},
      {"aws-secret-key", "an AWS secret key", {"aws", "AWS", "Aws", "ecret", "ECRET"},
       R"re((?:(?:aws|AWS|Aws)[A-Za-z0-9_ .-]{0,20}(?:[Ss]ecret|SECRET|[Kk]ey|KEY)|[Ss]ecret[_ -]?[Aa]ccess[_ -]?[Kk]ey|SECRET_ACCESS_KEY)[A-Za-z0-9_ .-]{0,20}["'`]?\s*(?::=|=>|==|:|=)\s*["'`]?([A-Za-z0-9/+]{40})(?:[^A-Za-z0-9/+=]|$))re", is_aws_secret},
      {"signed-url", "a signed address", {"X-Amz-Signature=", "X-Goog-Signature="},
       R"(\bX-(?:Amz|Goog)-Signature=([0-9a-f]{64,}))", looks_random},
      {"azure-storage-key", "an Azure access key", {"AccountKey=", "SharedAccessKey="},
       R"((?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{42,}={0,2}))", looks_random},
      {"azure-sas", "an Azure shared access signature", {"sig="},
       R"([?&]s[vpe]=[^\s"'<>]*?&(?:amp;)?sig=([A-Za-z0-9%+/_-]{43,}=?))", looks_random},
      {"azure-client-secret", "an Azure client secret", {"Q~"},
       R"((?:^|[^A-Za-z0-9_~.-])([A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34})(?:[^A-Za-z0-9_~-]|$))", looks_random},
      {"google-api-key", "a Google API key", {"AIza"},
       R"(\b(AIza([A-Za-z0-9_-]{35}))(?:[^A-Za-z0-9_-]|$))", looks_random},
      {"google-oauth-token", "a Google OAuth token", {"ya29.", "1//0"},
       R"(\b((?:ya29\.|1//0)([A-Za-z0-9_-]{30,})))", looks_random},
      {"google-oauth-secret", "a Google OAuth client secret", {"GOCSPX-"},
       R"(\b(GOCSPX-([A-Za-z0-9_-]{28})))", looks_random},
      {"digitalocean-token", "a DigitalOcean token", {"dop_v1_", "doo_v1_", "dor_v1_"},
       R"(\b(do[opr]_v1_([0-9a-f]{64}))\b)", looks_random},
      {"heroku-key", "a Heroku key", {"HRKU-"},
       R"(\b(HRKU-([A-Za-z0-9_-]{36,})))", looks_random},
      {"fly-token", "a Fly.io token", {"fo1_", "fm1", "fm2_"},
       R"(\b((?:fo1_|fm1[ar]?_|fm2_)([A-Za-z0-9_+/=-]{40,})))", looks_random},
      {"netlify-token", "a Netlify token", {"nfp_"},
       R"(\b(nfp_([A-Za-z0-9]{36}))\b)", looks_random},
      {"cloudflare-origin-key", "a Cloudflare origin CA key", {"v1.0-"},
       R"(\b(v1\.0-([0-9a-f]{24}-[0-9a-f]{146}))\b)", looks_random},
      {"planetscale-token", "a PlanetScale token", {"pscale_"},
       R"(\b(pscale_(?:pw|tkn|oauth)_([A-Za-z0-9_=.-]{32,})))", looks_random},
      {"supabase-key", "a Supabase key", {"sbp_", "sb_secret_"},
       R"(\b((?:sbp_|sb_secret_)([A-Za-z0-9_-]{30,})))", looks_random},

      // Code, packages, delivery
      {"github-token", "a GitHub token", {"ghp_", "gho_", "ghu_", "ghs_", "ghr_"},
       R"(\b(gh[pousr]_([A-Za-z0-9]{36,})))", looks_random},
      {"github-fine-token", "a GitHub token", {"github_pat_"},
       R"(\b(github_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59}))\b)", looks_random},
      {"gitlab-token", "a GitLab token",
       {"glpat-", "gldt-", "glrt-", "glptt-", "glft-", "glsoat-", "glcbt-", "glimt-", "glagent-", "glffct-", "gloas-", "GR1348941"},
       R"(\b((?:gl(?:pat|dt|rt|ptt|ft|soat|cbt|imt|agent|ffct|oas)-|GR1348941)([A-Za-z0-9_-]{20,}(?:\.[0-9a-z]{2}\.?[0-9a-z]{7})?)))", looks_random},
      {"atlassian-token", "an Atlassian token", {"ATATT3", "ATCTT3", "ATBB"},
       R"(\b((?:ATATT3|ATCTT3|ATBB)([A-Za-z0-9_=-]{28,})))", looks_random},
      {"npm-token", "an npm token", {"npm_"},
       R"(\b(npm_([A-Za-z0-9]{36}))\b)", looks_random},
      {"pypi-token", "a PyPI token", {"pypi-AgE"},
       R"(\b(pypi-AgE([A-Za-z0-9_-]{50,})))", looks_random},
      {"rubygems-token", "a RubyGems token", {"rubygems_"},
       R"(\b(rubygems_([0-9a-f]{48}))\b)", looks_random},
      {"docker-token", "a Docker token", {"dckr_pat_", "dckr_oat_"},
       R"(\b(dckr_[op]at_([A-Za-z0-9_-]{27,})))", looks_random},
      {"artifactory-key", "a JFrog API key", {"AKCp"},
       R"(\b(AKCp([A-Za-z0-9]{69}))\b)", looks_random},
      {"circleci-token", "a CircleCI token", {"CCIPAT_", "CCIPRJ_"},
       R"(\b(CCIP(?:AT|RJ)_([A-Za-z0-9]{22}_[0-9a-f]{40}))\b)", looks_random},
      {"buildkite-token", "a Buildkite token", {"bkua_"},
       R"(\b(bkua_([0-9a-f]{40}))\b)", looks_random},
      {"sonar-token", "a Sonar token", {"squ_", "sqp_", "sqa_"},
       R"(\b(sq[upa]_([0-9a-f]{40}))\b)", looks_random},
      {"terraform-token", "a Terraform token", {".atlasv1."},
       R"(\b([A-Za-z0-9]{14}\.atlasv1\.([A-Za-z0-9_=-]{60,70})))", looks_random},
      {"pulumi-token", "a Pulumi token", {"pul-"},
       R"(\b(pul-([0-9a-f]{40}))\b)", looks_random},
      {"vault-token", "a Vault token", {"hvs.", "hvb.", "hvr."},
       R"(\b(hv[sbr]\.([A-Za-z0-9_-]{24,})))", looks_random},
      {"doppler-token", "a Doppler token", {"dp."},
       R"(\b(dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[a-z0-9_-]{2,35}\.)?([A-Za-z0-9]{40,44}))\b)", looks_random},
      {"onepassword-token", "a 1Password service account", {"ops_eyJ"},
       R"(\b(ops_eyJ([A-Za-z0-9+/_-]{100,}={0,2})))", looks_random},
      {"databricks-token", "a Databricks token", {"dapi"},
       R"(\b(dapi([0-9a-f]{32})(?:-[0-9])?)\b)", looks_random},
      {"tailscale-key", "a Tailscale key", {"tskey-"},
       R"(\b(tskey-(?:auth|api|client|scim|webhook)-([A-Za-z0-9]{8,}-[A-Za-z0-9]{20,})))", looks_random},
      {"launchdarkly-key", "a LaunchDarkly key", {"sdk-", "api-"},
       R"(\b((?:sdk|api)-([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}))\b)", looks_random},
      {"postman-key", "a Postman key", {"PMAK-"},
       R"(\b(PMAK-([0-9a-f]{24}-[0-9a-f]{34}))\b)", looks_random},

      // Chat, mail, messages
      {"slack-token", "a Slack token",
       {"xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-", "xoxc-", "xoxd-", "xapp-"},
       R"(\b((?:xox[abcdeprs]|xapp)-([A-Za-z0-9%/+-]{20,})))", looks_random},
      {"slack-webhook", "a Slack webhook", {"hooks.slack.com/"},
       R"(\b(hooks\.slack\.com/(?:services|workflows|triggers)/(?:[A-Za-z0-9]+/){2,4}([A-Za-z0-9]{20,})))", looks_random},
      {"discord-webhook", "a Discord webhook", {"/api/webhooks/"},
       R"(\b(discord(?:app)?\.com/api/webhooks/[0-9]{15,22}/([A-Za-z0-9_-]{60,})))", looks_random},
      {"discord-token", "a Discord bot token", {"."},
       R"(\b([MNO][A-Za-z0-9_-]{22,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38})(?:[^A-Za-z0-9_-]|$))", is_discord_token},
      {"teams-webhook", "a Teams webhook", {".webhook.office.com/"},
       R"(\b([a-z0-9-]+\.webhook\.office\.com/webhookb2/[0-9a-f@-]{36,}/IncomingWebhook/([0-9a-f]{32}[A-Za-z0-9/_-]*)))", looks_random},
      {"telegram-token", "a Telegram bot token", {":AA"},
       R"(\b([0-9]{8,10}:AA([A-Za-z0-9_-]{33}))(?:[^A-Za-z0-9_-]|$))", looks_random},
      {"twilio-key", "a Twilio key", {"SK"},
       R"(\b(SK([0-9a-f]{32}))\b)", looks_random},
      {"sendgrid-key", "a SendGrid key", {"SG."},
       R"(\b(SG\.([A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}))(?:[^A-Za-z0-9_-]|$))", looks_random},
      {"mailgun-key", "a Mailgun key", {"key-"},
       R"(\b(key-([0-9a-f]{32}))\b)", looks_random},
      {"mailchimp-key", "a Mailchimp key", {"-us"},
       R"(\b(([0-9a-f]{32})-us[0-9]{1,2})\b)", looks_random},
      {"brevo-key", "a Brevo key", {"xkeysib-"},
       R"(\b(xkeysib-([0-9a-f]{64}-[A-Za-z0-9]{16}))\b)", looks_random},

      // Money
      {"stripe-key", "a Stripe key", {"k_live_", "k_test_"},
       R"(\b([rs]k_(?:live|test)_([A-Za-z0-9]{16,})))", is_stripe_key},
      {"webhook-secret", "a secret that signs webhooks", {"whsec_"},
       R"(\b(whsec_([A-Za-z0-9+/]{24,}={0,2})))", looks_random},
      {"square-token", "a Square token", {"sq0atp-", "sq0csp-"},
       R"(\b(sq0(?:atp|csp)-([A-Za-z0-9_-]{22,})))", looks_random},
      {"shopify-token", "a Shopify token", {"shpat_", "shpca_", "shppa_", "shpss_"},
       R"(\b(shp(?:at|ca|pa|ss)_([a-fA-F0-9]{32}))\b)", looks_random},

      // Monitoring, alarms
      {"grafana-token", "a Grafana token", {"glsa_", "glc_", "eyJrIjoi"},
       R"(\b((?:glsa_|glc_|eyJrIjoi)([A-Za-z0-9+/_]{32,}={0,2})))", looks_random},
      {"datadog-key", "a Datadog key", {"atadog", "ATADOG", "dd", "DD"},
       R"re(\b(?:[Dd]atadog|DATADOG|dd|DD)[A-Za-z0-9_ -]{0,14}(?:[Kk]ey|KEY)["'`]?\s*(?::=|=>|==|:|=)\s*["'`]?([0-9a-f]{32}(?:[0-9a-f]{8})?)\b)re", looks_random},
      {"newrelic-key", "a New Relic key", {"NRAK-", "NRII-", "NRJS-", "NRAL"},
       R"(\b(NR(?:AK|II|JS)-[A-Za-z0-9-]{19,}|[0-9a-f]{36}NRAL)\b)", looks_random},
      {"sentry-token", "a Sentry token", {"sntrys_", "sntryu_"},
       R"(\b(sntry[su]_([A-Za-z0-9+/=_-]{40,})))", looks_random},
      {"honeycomb-key", "a Honeycomb key", {"ik_", "ic_"},
       R"(\b(hc[a-z](?:ik|ic)_([0-9a-z]{58}))\b)", looks_random},
      {"pagerduty-key", "a PagerDuty key",
       {"agerduty", "agerDuty", "AGERDUTY", "outing_key", "outingKey", "OUTING_KEY"},
       R"re((?:(?:[Pp]ager[Dd]uty|PAGERDUTY)[A-Za-z0-9_ -]{0,20}(?:[Kk]ey|KEY|[Tt]oken|TOKEN)|[Rr]outing(?:_k|K)ey|ROUTING_KEY)["'`]?\s*(?::=|=>|==|:|=)\s*["'`]?([A-Za-z0-9_+-]{20}|[0-9A-Za-z]{32})(?:[^A-Za-z0-9_+-]|$))re", is_secret_value},
      {"opsgenie-key", "an Opsgenie key", {"GenieKey "},
       R"(GenieKey ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b)", looks_random},

      // Work
      {"linear-key", "a Linear key", {"lin_api_", "lin_oauth_"},
       R"(\b(lin_(?:api|oauth)_([A-Za-z0-9]{32,})))", looks_random},
      {"notion-key", "a Notion token", {"ntn_", "secret_"},
       R"(\b((?:ntn_|secret_)([A-Za-z0-9]{43,46}))\b)", looks_random},
      {"airtable-token", "an Airtable token", {"pat"},
       R"(\b(pat([A-Za-z0-9]{14}\.[0-9a-f]{64}))\b)", looks_random},
      {"figma-token", "a Figma token", {"figd_"},
       R"(\b(figd_([A-Za-z0-9_-]{40,})))", looks_random},
      {"dropbox-token", "a Dropbox token", {"sl."},
       R"(\b(sl\.(?:u\.)?([A-Za-z0-9_=-]{130,})))", looks_random},
      {"okta-token", "an Okta token", {"SSWS "},
       R"(\bSSWS (00[A-Za-z0-9_-]{40})(?:[^A-Za-z0-9_-]|$))", looks_random},
      {"mapbox-token", "a Mapbox secret token", {"sk.eyJ"},
       R"(\b(sk\.eyJ([A-Za-z0-9_-]{40,}\.[A-Za-z0-9_-]{20,})))", looks_random},

      // Models
      {"openai-key", "an OpenAI key", {"T3BlbkFJ"},
       R"(\b(sk-(?:proj-|svcacct-|admin-)?([A-Za-z0-9_-]{20,80}T3BlbkFJ[A-Za-z0-9_-]{20,80})))", looks_random},
      {"anthropic-key", "an Anthropic key", {"sk-ant-"},
       R"(\b(sk-ant-[a-z0-9]{3,8}-([A-Za-z0-9_-]{80,})))", looks_random},
      {"huggingface-token", "a Hugging Face token", {"hf_", "api_org_"},
       R"(\b((?:hf_|api_org_)([A-Za-z]{34}))\b)", looks_random},
      {"groq-key", "a Groq key", {"gsk_"},
       R"(\b(gsk_([A-Za-z0-9]{52}))\b)", looks_random},
      {"openrouter-key", "an OpenRouter key", {"sk-or-v1-"},
       R"(\b(sk-or-v1-([0-9a-f]{64}))\b)", looks_random},

      // Whoever issued them
      {"jwt", "a signed token (JWT)", {"eyJ"},
       R"(\b(eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}))", is_jwt},
      {"password-hash", "a password hash", {"$2", "$1$", "$5$", "$6$", "$y$", "$apr1$", "$argon2"},
       R"((\$(?:2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}|(?:1|apr1)\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|[56]\$(?:rounds=[0-9]+\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43,86}|y\$[./A-Za-z0-9]+\$[./A-Za-z0-9]+\$[./A-Za-z0-9]{43}|argon2i?d?\$v=[0-9]+\$[a-z0-9=,]+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]{20,})))", is_password_hash},
      {"url-password", "an address with a password in it", {"://"},
       R"re(\b([A-Za-z][A-Za-z0-9+.-]*://[^\s/:@"'<>`]{0,64}:[^\s/@"'<>`]{3,128}@[A-Za-z0-9.-]+))re", is_url_with_password},
      {"bearer-token", "a bearer token", {"earer ", "EARER ", "piKey "},
       R"(\b(?:[Bb]earer|BEARER|[Aa]piKey) ([A-Za-z0-9._~+/=-]{20,}))", is_secret_value},
      {"basic-auth", "a login in base64", {"asic ", "auth\""},
       R"re((?:\b[Bb]asic |"auth"\s*:\s*")([A-Za-z0-9+/]{8,}={0,2}))re", is_base64_login},
      {"login-option", "a login on a command line", {"curl "},
       R"re(\bcurl [^|;]*?(?:-u ?|--user[ =])["']?([^\s:"'$<>{}-][^\s:"'$<>{}]*:[^\s"'$<>{}]{3,}))re", is_login},
      {"secret-value", "the value of a password, key or token",
       {"ass", "ASS", "ecret", "ECRET", "oken", "OKEN", "ey", "EY"},
       R"re((?:[Pp]ass[Ww]or?d|PASSWORD|[Pp]asswd|PASSWD|[Pp]assphrase|[Ss]ecret|SECRET|[Tt]oken|TOKEN|(?:[Aa]pi|API|[Aa]ccess|[Pp]rivate|[Ss]ecret|[Ss]igning|[Ee]ncryption)[_ -]?[Kk]ey|(?:API|ACCESS|PRIVATE|SECRET|SIGNING|ENCRYPTION)[_ -]?KEY)["'`]?\s*(?::=|=>|==|:|=)\s*["'`]?([A-Za-z0-9_+/.~=-]{16,})(?:[^A-Za-z0-9_(\[]|$))re", is_secret_value, without_sentence_end},
      {"password-value", "the value of a password", {"ass", "ASS", "wd"},
       R"re((?:[Pp]ass[Ww]or?d|PASSWORD|[Pp]asswd|PASSWD|[Pp]assphrase|\b[Pp]wd)["'`]?\s*(?::=|=>|==|:|=)\s*["'`]?([^\s"'`,;]{8,}))re", is_typed_password, without_full_stop},
      // clang-format on
  };
  return kForms;
}

}  // namespace debrief
