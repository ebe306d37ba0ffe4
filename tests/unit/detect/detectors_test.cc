#include "generator/detect/detectors.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "generator/detect/forms.h"
#include "tests/unit/detect/samples.h"

namespace debrief {
namespace {

// "github-token [6,46)", several parted by a semicolon.
std::string found_in(std::string_view text) {
  std::string found;
  for (const Detection& each : detect(text)) {
    if (!found.empty()) found += "; ";
    found += detectors()[each.detector].id;
    found += " [" + std::to_string(each.begin) + "," + std::to_string(each.end) + ")";
  }
  return found;
}

struct Row {
  std::string_view id;
  std::string_view before;
  std::string_view value;  // as sample() takes it; what is to be found, from begin to end
  std::string_view after;
};

const Row kRows[] = {
    {"private-key", "",
     "-----BEGIN "
     "RSA PRIVATE KEY-----",
     ""},
    {"private-key", "pasted: ",
     "-----BEGIN "
     "PRIVATE KEY-----",
     " and more"},
    {"private-key", "",
     "-----BEGIN PGP "
     "PRIVATE KEY BLOCK-----",
     ""},
    {"private-key", "",
     "PuTTY-User-"
     "Key-File-3:",
     " ssh-ed25519"},
    {"age-key", "key ",
     "AGE-SECRET-"
     "KEY-1<bech32 58>",
     ""},
    {"aws-access-key", "with ",
     "AK"
     "IA<base32 16>",
     " in the log"},
    {"aws-access-key", "id=",
     "AS"
     "IA<base32 16>",
     "&x=1"},
    {"aws-secret-key", "AWS_SECRET_ACCESS_KEY=", "<base64 40>", ""},
    {"aws-secret-key", "\"SecretAccessKey\": \"", "<base64 40>", "\","},
    {"signed-url", "https://b.s3.amazonaws.com/dump?X-Amz-Signature=", "<hex 64>", " was posted"},
    {"azure-storage-key", "AccountName=acme;AccountKey=", "<base64 86>==", ";EndpointSuffix="},
    {"azure-storage-key", "SharedAccessKey=", "<base64 43>=", ""},
    {"azure-sas", "?sv=2022-11-02&sp=r&sig=", "<alnum 43>%3D", ""},
    {"azure-client-secret", "client ", "<alnum 3>8Q~<alnum 34>", " expired"},
    {"google-api-key", "key=",
     "AI"
     "za<word 34><alnum 1>",
     " was public"},
    {"google-oauth-token", "got ",
     "ya"
     "29.<word 60><alnum 1>",
     ""},
    {"google-oauth-secret", "is ",
     "GOC"
     "SPX-<word 28>",
     " now"},
    {"digitalocean-token", "",
     "dop"
     "_v1_<hex 64>",
     ""},
    {"heroku-key", "",
     "HR"
     "KU-AA<alnum 58>",
     ""},
    {"fly-token", "FlyV1 ",
     "fm"
     "2_<base64 100>",
     ""},
    {"netlify-token", "with ",
     "nf"
     "p_<alnum 36>",
     "."},
    {"cloudflare-origin-key", "",
     "v1"
     ".0-<hex 24>-<hex 146>",
     ""},
    {"planetscale-token", "",
     "pscale"
     "_tkn_<alnum 43>",
     ""},
    {"supabase-key", "",
     "sb"
     "p_<hex 40>",
     ""},
    {"github-token", "The bot used ",
     "gh"
     "p_<alnum 36>",
     " for a day."},
    {"github-token", "",
     "gh"
     "s_<alnum 36>",
     ""},
    {"github-fine-token", "(",
     "github"
     "_pat_<alnum 22>_<alnum 59>",
     ")"},
    {"gitlab-token", "`",
     "gl"
     "pat-<word 20>",
     "`"},
    {"gitlab-token", "",
     "gl"
     "pat-<word 27>.01.<small 7>",
     " leaked"},
    {"atlassian-token", "",
     "ATA"
     "TT3xFfGF0<alnum 180>=<upper 8>",
     ""},
    {"npm-token", "_auth=",
     "np"
     "m_<alnum 36>",
     ""},
    {"pypi-token", "",
     "pypi-"
     "AgEIcHlwaS5vcmc<word 150>",
     ""},
    {"rubygems-token", "",
     "ruby"
     "gems_<hex 48>",
     ""},
    {"docker-token", "",
     "dckr"
     "_pat_<word 27>",
     ""},
    {"artifactory-key", "",
     "AK"
     "Cp<alnum 69>",
     ""},
    {"circleci-token", "",
     "CCI"
     "PAT_<alnum 22>_<hex 40>",
     ""},
    {"buildkite-token", "",
     "bk"
     "ua_<hex 40>",
     ""},
    {"sonar-token", "",
     "sq"
     "p_<hex 40>",
     ""},
    {"terraform-token", "",
     "<alnum 14>.atlas"
     "v1.<alnum 67>",
     ""},
    {"pulumi-token", "",
     "pu"
     "l-<hex 40>",
     ""},
    {"vault-token", "VAULT ",
     "hv"
     "s.<word 95>",
     ""},
    {"doppler-token", "",
     "dp."
     "st.prd.<alnum 43>",
     ""},
    {"onepassword-token", "",
     "ops"
     "_eyJ<base64 250>",
     ""},
    {"databricks-token", "",
     "da"
     "pi<hex 32>",
     " was used"},
    {"tailscale-key", "",
     "ts"
     "key-auth-<alnum 12>CNTRL-<alnum 32>",
     ""},
    {"launchdarkly-key", "",
     "sd"
     "k-<hex 8>-<hex 4>-4<hex 3>-a<hex 3>-<hex 12>",
     ""},
    {"postman-key", "",
     "PM"
     "AK-<hex 24>-<hex 34>",
     ""},
    {"slack-token", "",
     "xo"
     "xb-<digit 12>-<digit 13>-<alnum 24>",
     " of the bot"},
    {"slack-token", "",
     "xa"
     "pp-1-A<upper 10>-<digit 13>-<hex 64>",
     ""},
    {"slack-webhook", "https://",
     "hooks."
     "slack.com/services/T<upper 10>/B<upper 10>/<alnum 24>",
     ""},
    {"discord-webhook", "https://",
     "discord.com/api/"
     "webhooks/<digit 19>/<word 68>",
     ""},
    {"discord-token", "bot ", "<snowflake>.<word 6>.<word 38>", ""},
    {"teams-webhook", "https://",
     "acme.webhook"
     ".office.com/webhookb2/<hex 8>-<hex 4>-<hex 4>-<hex 4>-<hex 12>@<hex 8>-<hex 4>"
     "-<hex 4>-<hex 4>-<hex 12>/IncomingWebhook/<hex 32>/<hex 8>-<hex 4>",
     ""},
    {"telegram-token", "bot ",
     "<digit 10>:A"
     "A<word 33>",
     ""},
    {"twilio-key", "",
     "S"
     "K<hex 32>",
     " for SMS"},
    {"sendgrid-key", "",
     "S"
     "G.<word 22>.<word 43>",
     ""},
    {"mailgun-key", "",
     "ke"
     "y-<hex 32>",
     ""},
    {"mailchimp-key", "",
     "<hex 32>-u"
     "s14",
     ""},
    {"brevo-key", "",
     "xkey"
     "sib-<hex 64>-<alnum 16>",
     ""},
    {"stripe-key", "",
     "sk"
     "_live_<alnum 24>",
     " was in the bundle"},
    {"stripe-key", "",
     "rk"
     "_live_<alnum 99>",
     ""},
    {"webhook-secret", "",
     "wh"
     "sec_<base64 32>",
     ""},
    {"square-token", "",
     "sq0"
     "atp-<word 22>",
     ""},
    {"shopify-token", "",
     "sh"
     "pat_<hex 32>",
     ""},
    {"grafana-token", "",
     "gl"
     "sa_<alnum 32>_<hex 8>",
     ""},
    {"datadog-key", "DD_API_KEY=", "<hex 32>", " in the log"},
    {"datadog-key", "datadog app key: ", "<hex 40>", ""},
    {"newrelic-key", "",
     "NR"
     "AK-<upper 13><digit 14>",
     ""},
    {"newrelic-key", "",
     "<hex 36>NR"
     "AL",
     ""},
    {"sentry-token", "",
     "sn"
     "tryu_<hex 64>",
     ""},
    {"honeycomb-key", "",
     "hca"
     "ik_<small 58>",
     ""},
    {"pagerduty-key", "routing_key: ", "<hex 32>", ""},
    {"opsgenie-key", "Authorization: GenieKey ", "<hex 8>-<hex 4>-<hex 4>-<hex 4>-<hex 12>", ""},
    {"linear-key", "",
     "lin"
     "_api_<alnum 40>",
     ""},
    {"notion-key", "",
     "nt"
     "n_<digit 11><alnum 35>",
     ""},
    {"airtable-token", "",
     "pa"
     "t<alnum 14>.<hex 64>",
     ""},
    {"figma-token", "",
     "fi"
     "gd_<word 40>",
     ""},
    {"dropbox-token", "",
     "s"
     "l.<word 136>",
     ""},
    {"okta-token", "Authorization: SSWS ", "00<alnum 40>", ""},
    {"mapbox-token", "",
     "sk.e"
     "yJ<alnum 60>.<word 22>",
     ""},
    {"openai-key", "",
     "sk-"
     "proj-<word 74>T3Blbk"
     "FJ<word 74>",
     ""},
    {"openai-key", "",
     "sk-"
     "<alnum 20>T3Blbk"
     "FJ<alnum 20>",
     " of the bot"},
    {"anthropic-key", "",
     "sk-"
     "ant-api03-<word 93>AA",
     ""},
    {"huggingface-token", "",
     "h"
     "f_<letter 34>",
     ""},
    {"groq-key", "",
     "gs"
     "k_<alnum 52>",
     ""},
    {"openrouter-key", "",
     "sk-"
     "or-v1-<hex 64>",
     ""},
    {"jwt", "cookie ", "<jwt>.<word 80>.<word 43>", ""},
    {"jwt", "Authorization: Bearer ", "<jwt>.<word 80>.<word 43>", ""},
    {"password-hash", "",
     "$"
     "2b$12$<alnum 53>",
     ""},
    {"password-hash", "",
     "$"
     "6$<alnum 16>$<alnum 86>",
     ":19000"},
    {"password-hash", "",
     "$"
     "argon2id$v=19$m=65536,t=3,p=4$<base64 22>$<base64 43>",
     ""},
    {"url-password", "DATABASE_URL=",
     "postgres://orders:"
     "<alnum 12>@db-1.acme.io",
     "/orders"},
    {"url-password", "",
     "redis://:"
     "<alnum 12>@cache",
     ":6379"},
    {"bearer-token", "Authorization: Bearer ", "<alnum 40>", ""},
    {"basic-auth", "Authorization: Basic ", "<login>", ""},
    {"basic-auth", "\"auth\": \"", "<login>", "\""},
    {"login-option", "curl -s -u ", "admin:<alnum 12>", " https://acme.io/"},
    {"secret-value", "api_key = \"", "<alnum 32>", "\""},
    {"secret-value", "CLIENT_SECRET: ", "<hex 32>", "."},
    {"secret-value", "https://acme.io/?token=", "<alnum 24>", "&page=2"},
    {"password-value", "the password: ", "Wh3<alnum 6>!", ""},

    {"email", "Write to ", "<lower 5>.<lower 6>+<lower 3>@mail.acme.co.uk", "."},
    {"phone", "Call ", "+49 30 <digit 5>7", ", day and night"},
    {"phone", "(", "+1 415 55<digit 1> 26<digit 1>1", ")"},
    {"phone", "", "+44 (0)20 79<digit 2> 0958", ""},
    {"phone", "", "+491701<digit 5>7", " did not answer"},
    {"phone", "", "(415) 555-2<digit 2>1", ""},
    {"phone", "or ", "415-555-2<digit 2>1", "."},
    {"labelled-phone", "Tel.: ", "0171 23<digit 4>7", ""},
    {"card-number", "charged ", "<card>", " twice"},
    {"iban", "to ", "<iban>", " on"},
    {"social-security-number", "SSN ", "512-4<digit 1>-7<digit 3>", ""},

    {"chat-link", "See ", "https://acme.slack.com/archives/C0<upper 8>/p<digit 16>", "."},
    {"chat-link", "(", "https://teams.microsoft.com/l/message/19:<hex 12>", ")"},
    {"meeting-link", "", "https://acme.zoom.us/j/<digit 11>", ""},
    {"meeting-link", "", "https://meet.google.com/<lower 3>-<lower 4>-<lower 3>", ""},
    {"ticket-link", "", "https://acme.atlassian.net/browse/PAY-<digit 4>", ""},
    {"ticket-link", "", "https://jira.acme.io/browse/PAY-<digit 4>", ", closed"},
    {"ticket-link", "", "https://acme.pagerduty.com/incidents/Q<upper 10>", ""},
    {"document-link", "", "https://docs.google.com/document/d/<alnum 44>/edit", ""},
    {"document-link", "", "https://acme.atlassian.net/wiki/spaces/OPS/pages/<digit 8>", ""},
    {"dashboard-link", "", "https://app.datadoghq.com/dashboard/<small 3>-<small 3>", ""},
    {"dashboard-link", "", "https://grafana.acme.io/d/<alnum 9>/orders?from=now-1h", " showed"},
    {"ticket-id", "tracked as ", "OPS-1<digit 3>", "."},
    {"ticket-id", "", "INC00<digit 5>", ""},
    {"chat-channel", "in ", "#incident-<digit 4>-<lower 6>", "."},
    {"aws-arn", "", "arn:aws:lambda:eu-west-1:9<digit 11>:function:orders", " timed out"},
    {"home-path", "from ", "/home/j<lower 6>", "/deploy.sh"},
    {"home-path", "", "/Users/j<lower 6>", "/src"},
};

std::string name_of(const Row& row) {
  return std::string(row.id) + " " + std::string(row.value);
}

TEST(Detectors, FindWhatLooksReal) {
  Random random(20260217);
  for (const Row& row : kRows) {
    const std::string value = sample(row.value, random);
    const std::string text = std::string(row.before) + value + std::string(row.after);
    const std::size_t begin = row.before.size();
    EXPECT_EQ(found_in(text), std::string(row.id) + " [" + std::to_string(begin) + "," +
                                  std::to_string(begin + value.size()) + ")")
        << name_of(row);
  }
}

// Thresholds of randomness suit the length of what is drawn: a form is found whatever was drawn.
TEST(Detectors, FindNearlyAllThatIsDrawnAtRandom) {
  Random random(7);
  for (const Row& row : kRows) {
    int found = 0;
    std::string missed;
    for (int i = 0; i < 2000; ++i) {
      const std::string value = sample(row.value, random);
      const std::string text = std::string(row.before) + value + std::string(row.after);
      const std::vector<Detection> detections = detect(text);
      if (std::ranges::any_of(detections, [&](const Detection& each) {
            return each.begin <= row.before.size() && each.end > row.before.size();
          })) {
        ++found;
      } else {
        missed = text;
      }
    }
    EXPECT_EQ(found, 2000) << name_of(row) << "\nmissed: " << missed;
  }
}

TEST(Detectors, EachHaveARow) {
  std::set<std::string_view> ids;
  for (const Row& row : kRows) ids.insert(row.id);
  for (const Detector& detector : detectors())
    EXPECT_TRUE(ids.contains(detector.id)) << detector.id;
}

TEST(Detectors, AreFoundByName) {
  for (const Detector& detector : detectors()) EXPECT_EQ(find_detector(detector.id), &detector);
  EXPECT_EQ(find_detector("github"), nullptr);
  EXPECT_EQ(find_detector(""), nullptr);
}

std::vector<Form> all_forms() {
  std::vector<Form> all = credential_forms();
  all.insert(all.end(), personal_forms().begin(), personal_forms().end());
  all.insert(all.end(), reference_forms().begin(), reference_forms().end());
  return all;
}

TEST(Forms, HavePatternsThatCompile) {
  for (const Form& form : all_forms()) {
    const re2::RE2 pattern(form.pattern, re2::RE2::Latin1);
    EXPECT_TRUE(pattern.ok()) << form.id << ": " << pattern.error();
    EXPECT_GE(pattern.NumberOfCapturingGroups(), 1) << form.id;
    EXPECT_LE(pattern.NumberOfCapturingGroups(), 2) << form.id;
  }
}

// A text without a keyword is never shown to the pattern. What a pattern can match is drawn by
// the rows; each way to begin a match with another keyword is held by the test below.
TEST(Forms, MatchNothingWithoutAKeyword) {
  for (const Form& form : all_forms()) {
    if (form.keywords.empty()) continue;
    const re2::RE2 pattern(form.pattern, re2::RE2::Latin1);
    Random random(99);
    for (const Row& row : kRows) {
      const std::string text =
          std::string(row.before) + sample(row.value, random) + std::string(row.after);
      EXPECT_TRUE(!re2::RE2::PartialMatch(text, pattern) ||
                  std::ranges::any_of(
                      form.keywords,
                      [&](std::string_view word) { return text.find(word) != std::string::npos; }))
          << form.id << " matches " << name_of(row);
    }
  }
}

TEST(Forms, KnowTheLabelsThatPeopleWrite) {
  Random random(3);
  const std::string value = "<alnum 32>";
  for (const std::string_view label :
       {"password",       "Password",      "PASSWORD",   "passWord",    "passwd",      "PASSWD",
        "passphrase",     "secret",        "Secret",     "SECRET",      "token",       "Token",
        "TOKEN",          "api_key",       "apiKey",     "ApiKey",      "api-key",     "API_KEY",
        "API key",        "accessKey",     "ACCESS_KEY", "private_key", "PRIVATE_KEY", "signingKey",
        "encryption_key", "client_secret", "SLACK_TOKEN"}) {
    for (const std::string_view separator : {"=", ": ", " = ", "\": \"", " := ", " => "}) {
      const std::string text =
          std::string(label) + std::string(separator) + sample(value, random) + "\n";
      EXPECT_NE(found_in(text), "") << label << separator;
    }
  }
}

TEST(Detectors, LeaveAlone) {
  const struct {
    std::string_view name;
    std::string_view text;
  } kCases[] = {
      {"AWS of the manual",
       "AKIA"
       "IOSFODNN7EXAMPLE"},
      {"AWS secret of the manual",
       "aws_secret_access_key = wJalrXUtn"
       "FEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"},
      {"AWS of X",
       "AKIA"
       "XXXXXXXXXXXXXXXX"},
      {"GitHub of x",
       "ghp_"
       "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
      {"GitHub, counted up",
       "ghp_"
       "1234567890abcdefghijklmnopqrstuvwxyz"},
      {"GitHub, repeated",
       "ghp_"
       "abc123abc123abc123abc123abc123abc123"},
      {"GitLab in words",
       "glpat-"
       "your-access-token-here"},
      {"Slack of numbers",
       "xoxb-"
       "123456789012-1234567890123-xxxxxxxxxxxxxxxxxxxxxxxx"},
      {"Slack webhook of the manual",
       "https://hooks.slack.com/services/T00000000/B00000000/"
       "XXXXXXXXXXXXXXXXXXXXXXXX"},
      {"Stripe of the manual",
       "sk_test_"
       "4eC39HqLyjWDarjtT1zdp7dc"},
      {"a token in brackets", "token: <token>"},
      {"a variable",
       "token=$TOKEN and password=${PASSWORD} and secret: ${{ secrets.GITHUB_TOKEN }}"},
      {"stars", "password: ********"},
      {"a call", "token = request.headers.get(\"X-Auth2-Token\")"},
      {"a call without dots", "token = fetchUserV2Credentials4Now(request)"},
      {"an environment", "api_key: process.env.ORDERS_API_KEY_V2_2024"},
      {"a name of a secret", "secret: prod-db-credentials-v2-2026"},
      {"a length", "Password: 8-characters at least, 12-characters for admins"},
      {"a store of passwords", "password: see 1Password"},
      {"a path to one", "password: /run/secrets/Db2-password"},
      {"prose on tokens",
       "The token: expired certificates are renewed by cert-manager-controller."},
      {"prose on keys",
       "The API key: rotated on 2026-01-13T09:18:00+01:00 by the on-call engineer."},
      {"bearer in prose", "the bearer authentication-middleware-2026 rejected"},
      {"basic in prose", "Basic connectivity was restored"},
      {"a placeholder in an address", "postgres://user:password@db.acme.io/orders"},
      {"a default login", "amqp://guest:guest@localhost:5672"},
      {"a variable in an address", "https://oauth2:${TOKEN}@gitlab.acme.io/x.git"},
      {"a port in an address", "http://db.acme.io:5432/x@y"},
      {"the JWT of the web page",
       "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
       "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwi"
       "aWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"},
      {"a commit", "fixed in 4b825dc642cb6eb9a060e54bf8d69288fbee4904 and 4b825dc"},
      {"a digest", "image@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"a UUID", "request 550e8400-e29b-41d4-a716-446655440000 failed"},
      {"a trace", "trace 4bf92f3577b34da6a3ce929d0e0e4736, span 00f067aa0ba902b7"},
      {"a public key", "-----BEGIN PUBLIC KEY-----"},
      {"a certificate", "-----BEGIN CERTIFICATE-----"},

      {"a dashboard that is an example", "https://grafana.example.com/d/6dcf6256/pool"},
      {"a meeting that is an example", "https://acme.webex.example/meet/jo"},
      {"an address of the manual", "jo@example.com and jo@mail.example.org and jo@acme.test"},
      {"a picture", "logo@2x.png"},
      {"a unit", "getty@tty1.service"},
      {"a clone", "git@github.com:acme/orders.git"},
      {"a handle", "@alice and bob@ and a@b"},
      {"a version of a package", "react@18.2.0"},
      {"a timestamp", "2026-01-13 09:18:00 +0100"},
      {"a timestamp in one piece", "2026-01-13T09:18:00.123456+01:00"},
      {"a range", "09:18-10:42, 2026-01-13 - 2026-01-14"},
      {"an epoch", "1768292280 and 1768292280123 and 1768292280123456 and 1768292280123456789"},
      {"IP addresses", "10.20.30.40:8080, 203.0.113.255/24, +203.0.113.255"},
      {"a version", "v1.24.3, 2.0.0-rc.1+20260113, 415.555.2671"},
      {"bytes", "1234567890123 bytes, +1234567890 bytes, +1500000000 rows"},
      {"growth", "+12 345 requests, +250%, +1500000"},
      {"a hunk", "@@ -1,5 +1,700000000 @@"},
      {"pull requests", "#12345, acme/orders#4421, pull/123456789"},
      {"phone of films", "+1 212 555 0123, (212) 555-0199, +44 7700 900123"},
      {"a number without its check digit", "4539578763621487"},
      {"card for tests", "4242 4242 4242 4242, 4111111111111111, 3782 822463 10005"},
      {"an order", "order-4539578763621486-1, /orders/4539578763621486/"},
      {"account of the manual", "DE89 3704 0044 0532 0130 00"},
      {"account with wrong digits", "DE12500105170648489890123"},
      {"a constant", "AB12 CDEF 1234 5678"},
      {"a number of advertisements", "078-05-1120, 123-45-6789, 000-12-3456, 912-34-5678"},

      {"what makers say", "https://docs.datadoghq.com/x and https://www.pagerduty.com/incidents"},
      {"a public tracker", "https://issues.jenkins.io/browse/JENKINS-12345"},
      {"a forge", "https://github.com/acme/orders/issues/17"},
      {"a status page", "https://status.slack.com/2026-01/abc"},
      {"ids of standards", "UTF-8, SHA-256, RFC-3339, CVE-2024-32875, ISO-8601, X-OPS-17, SEV-1"},
      {"an address with an anchor", "page.html#incident-timeline"},
      {"a heading", "# incident-timeline"},
      {"account of Amazon's manual", "arn:aws:sns:us-east-1:123456789012:orders"},
      {"a bucket", "arn:aws:s3:::orders/dump"},
      {"a home of a machine", "/home/runner/work, /home/ubuntu/x, /home/$USER/x, /home/"},
      {"a path of an interface", "GET https://api.acme.io/Users/abc123/roles"},
  };
  for (const auto& row : kCases) EXPECT_EQ(found_in(row.text), "") << row.name;
}

TEST(Detectors, ReportOneThingAtOnePlace) {
  Random random(5);
  const std::string github = sample(
      "gh"
      "p_<alnum 36>",
      random);
  const struct {
    std::string_view name;
    std::string text;
    std::string_view found;
  } kCases[] = {
      {"the issuer before the label", "token: " + github, "github-token [7,47)"},
      {"the longer of two", "https://acme.atlassian.net/browse/OPS-17", "ticket-link [0,40)"},
      {"the graver of two, though shorter", "https://acme.slack.com/archives/C1?t=" + github,
       "github-token [37,77)"},
      {"an address with a password is no mail", "postgres://jo:Zx81kkq@db.acme.io/x",
       "url-password [0,32)"},
      {"two at two places", "jo@acme.io, bo@acme.io", "email [0,10); email [12,22)"},
      {"two with one space", "+49 30 901820, jo@acme.io +49 30 901821",
       "phone [0,13); email [15,25); phone [26,39)"},
      {"two ids", "OPS-17 OPS-18", "ticket-id [0,6); ticket-id [7,13)"},
      {"behind letters of two bytes", "für jörn: jo@acme.io", "email [12,22)"},
      {"between quotes of three bytes", "“jo@acme.io”", "email [3,13)"},
      {"next to an ellipsis", "…OPS-17…", "ticket-id [3,9)"},
      {"next to a byte that is no text", "\xff" + github + "\xff", "github-token [1,41)"},
      {"account before a word in capitals", "AT48 3200 0000 1234 5864 DATA", "iban [0,24)"},
      {"address at the end of a sentence", "(see https://acme.slack.com/archives/C1).",
       "chat-link [5,39)"},
      {"a password at the end of a sentence", "The password: Wh3Klm81!.", "password-value [14,23)"},
      {"nothing", "", ""},
  };
  for (const auto& row : kCases) EXPECT_EQ(found_in(row.text), row.found) << row.name;
}

}  // namespace
}  // namespace debrief
