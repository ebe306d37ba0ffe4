// `serve`: what a browser on this machine gets, and what nobody else does.

#include <arpa/inet.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <ifaddrs.h>
#include <netinet/in.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "tests/cli/http_client.h"
#include "tests/cli/program.h"

namespace debrief {
namespace {

using namespace std::chrono_literals;

class ServeCommand : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("secret.txt", "above the site");
    folder_.write("kb/debrief.yaml", kConfig);
    folder_.write("kb/incidents/lamp.md", public_incident("The lamp goes out", "It was dark."));
    folder_.write("kb/incidents/bell.md",
                  "---\nid: PM-1\ntitle: The bell\nstarted: 2026-01-02\n---\n\nWithin.\n");
  }

  // Starts a server on any free port and waits until it answers.
  void serve(const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments = {"serve", "--root", (folder_ / "kb").string(), "--port",
                                          "0"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    server_ = std::make_unique<RunningProgram>(DEBRIEF_PROGRAM, arguments);
    ASSERT_TRUE(server_->wait_for_output("\n", 30s)) << server_->err();
    const std::string out = server_->out();
    const std::size_t at = out.find("127.0.0.1:");
    ASSERT_NE(std::string::npos, at) << out;
    port_ = std::atoi(out.c_str() + at + 10);
  }
  std::string type_of(const std::string& path) const {
    const HttpAnswer answer = get(port_, path);
    EXPECT_EQ(200, answer.status) << path;
    const auto type = answer.headers.find("content-type");
    return type == answer.headers.end() ? "none" : type->second;
  }
  std::string file(const std::string& path) const {
    return folder_.read("kb/.debrief-cache/serve-internal/internal/" + path);
  }

  TemporaryFolder folder_;
  std::unique_ptr<RunningProgram> server_;
  int port_ = 0;
};

TEST_F(ServeCommand, TellsItsAddress) {
  serve();
  EXPECT_EQ(
      fmt::format("Serving the internal site on http://127.0.0.1:{}/  (Ctrl-C ends)\n", port_),
      server_->out());
  EXPECT_EQ("", server_->err());
}

TEST_F(ServeCommand, AnswersWithThePagesOfTheSite) {
  serve();
  EXPECT_EQ(file("index.html"), get(port_, "/").body);
  EXPECT_EQ(file("incidents/pm-1/index.html"), get(port_, "/incidents/pm-1/").body);
  EXPECT_EQ(file("incidents/pm-1/index.html"), get(port_, "/incidents/pm-1/?from=feed").body);
  EXPECT_EQ(file("feed.xml"), get(port_, "/feed.xml").body);
  EXPECT_EQ(200, get(port_, "/", fmt::format("localhost:{}", port_)).status);
  EXPECT_EQ(200, get(port_, "/", "localhost").status);
  EXPECT_EQ("no-store", get(port_, "/").headers["cache-control"]);
}

TEST_F(ServeCommand, SendsTheHeadersThatTheSiteAsksItsHostFor) {
  serve();
  for (const char* path : {"/", "/robots.txt", "/nowhere"}) {
    auto headers = get(port_, path).headers;
    EXPECT_NE(std::string::npos,
              file("_headers")
                  .find("  Content-Security-Policy: " + headers["content-security-policy"] + "\n"))
        << path;
    EXPECT_EQ("nosniff", headers["x-content-type-options"]) << path;
    EXPECT_EQ("noindex", headers["x-robots-tag"]) << path;
  }
}

TEST_F(ServeCommand, ServesThePublicSiteAlone) {
  serve({"--view", "public"});
  EXPECT_EQ(200, get(port_, "/incidents/2026-03-04-the-lamp-goes-out/").status);
  EXPECT_EQ(404, get(port_, "/incidents/pm-1/").status);
}

TEST_F(ServeCommand, NamesItsOwnAddressInFeeds) {
  serve();
  EXPECT_NE(std::string::npos,
            get(port_, "/feed.xml").body.find(fmt::format("http://127.0.0.1:{}/", port_)));
}

TEST_F(ServeCommand, SendsAFolderToItsPage) {
  serve();
  const HttpAnswer answer = get(port_, "/incidents/pm-1");
  EXPECT_EQ(301, answer.status);
  EXPECT_EQ("/incidents/pm-1/", answer.headers.at("location"));
}

// "//example.com" would be the address of another host.
TEST_F(ServeCommand, NeverSendsToAnotherHost) {
  serve();
  for (const char* target : {"//incidents", "//incidents/pm-1", "///incidents", "/\\incidents",
                             "//incidents%2f..", "/%2fincidents", "/%5cincidents"}) {
    const HttpAnswer answer = get(port_, target);
    const auto location = answer.headers.find("location");
    if (location == answer.headers.end()) continue;
    EXPECT_TRUE(location->second.starts_with("/incidents")) << target << " " << location->second;
  }
}

TEST_F(ServeCommand, NamesTheTypeOfEachFile) {
  serve();
  EXPECT_EQ("text/html; charset=utf-8", type_of("/"));
  EXPECT_EQ("text/html; charset=utf-8", type_of("/404.html"));
  EXPECT_EQ("application/xml; charset=utf-8", type_of("/feed.xml"));
  EXPECT_EQ("text/plain", type_of("/robots.txt"));
  for (const auto& [path, bytes] :
       read_tree(folder_ / "kb/.debrief-cache/serve-internal/internal")) {
    if (path.ends_with(".css")) {
      EXPECT_EQ("text/css; charset=utf-8", type_of("/" + path));
    }
    if (path.ends_with(".svg")) {
      EXPECT_EQ("image/svg+xml", type_of("/" + path));
    }
    if (path.ends_with(".bin")) {
      EXPECT_EQ("application/octet-stream", type_of("/" + path));
    }
    if (path.ends_with(".wasm")) {
      EXPECT_EQ("application/wasm", type_of("/" + path));
    }
    if (path.ends_with(".js")) {
      EXPECT_EQ("text/javascript; charset=utf-8", type_of("/" + path));
    }
  }
}

TEST_F(ServeCommand, ShowsTheSitesOwnPageForWhatIsNotThere) {
  serve();
  for (const char* path : {"/nowhere", "/incidents/nothing/", "/incidents/pm-1/x.png"}) {
    const HttpAnswer answer = get(port_, path);
    EXPECT_EQ(404, answer.status) << path;
    EXPECT_EQ(file("404.html"), answer.body) << path;
    EXPECT_EQ("text/html; charset=utf-8", answer.headers.at("content-type")) << path;
  }
}

TEST_F(ServeCommand, AnswersOnlyWhoAsksForThisMachine) {
  serve();
  for (const std::string& host :
       {std::string("evil.example"), fmt::format("evil.example:{}", port_),
        std::string("127.0.0.1.evil.example"), std::string("localhost.evil.example:80"),
        std::string("evil.example:127.0.0.1"), std::string("localhost:80.evil.example"),
        std::string("127.0.0.1:80@evil.example"), std::string("0.0.0.0"), std::string("[::]")}) {
    const HttpAnswer answer = get(port_, "/", host);
    EXPECT_EQ(403, answer.status) << host;
    EXPECT_EQ("This address is served to this machine only.\n", answer.body) << host;
    EXPECT_EQ(403, get(port_, "/nowhere", host).status) << host;
    EXPECT_EQ(403, get(port_, "/incidents/pm-1", host).status) << host;
  }
  EXPECT_EQ(403, send_request(port_, "GET / HTTP/1.0\r\n\r\n").status);
  EXPECT_EQ(403, send_request(port_, fmt::format("GET http://127.0.0.1:{0}/ HTTP/1.1\r\n"
                                                 "Host: evil.example\r\nConnection: close\r\n\r\n",
                                                 port_))
                     .status);
}

TEST_F(ServeCommand, ServesNothingOutsideOfItsFolder) {
  serve();
  const std::string absolute = (folder_ / "secret.txt").string();
  for (const std::string& target :
       {std::string("/../secret.txt"), std::string("/../../../../secret.txt"),
        std::string("/incidents/../../../../../secret.txt"), std::string("/%2e%2e/secret.txt"),
        std::string("/%2e%2e/%2e%2e/%2e%2e/%2e%2e/secret.txt"),
        std::string("/..%2f..%2f..%2f..%2fsecret.txt"),
        std::string("/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fsecret.txt"),
        std::string("/%252e%252e/%252e%252e/%252e%252e/%252e%252e/secret.txt"),
        std::string("/..\\..\\..\\..\\secret.txt"), std::string("../../../../secret.txt"),
        std::string("/.debrief-site"), std::string("/../.debrief-site"), absolute, "/" + absolute,
        "file://" + absolute, std::string("/incidents/..;/..;/secret.txt"),
        std::string("/index.html%00/../../../../../secret.txt"), std::string("*"),
        std::string("/..")}) {
    const HttpAnswer answer = get(port_, target);
    EXPECT_TRUE(answer.status == 404 || answer.status == 400 || answer.status == 0)
        << target << " " << answer.status;
    EXPECT_EQ(std::string::npos, answer.body.find("above the site")) << target;
    EXPECT_EQ(std::string::npos, answer.body.find("Debrief made this folder")) << target;
  }
}

TEST_F(ServeCommand, SurvivesWhatIsNoRequest) {
  serve();
  for (const std::string& request :
       {std::string(), std::string("\r\n\r\n"), std::string("GET\r\n\r\n"),
        std::string("\0\0\0\0", 4) + "\r\n\r\n",
        "GET /" + std::string(100'000, 'a') + " HTTP/1.1\r\n\r\n",
        std::string("GET /% HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
        std::string("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n"
                    "Connection: close\r\n\r\nabc")}) {
    EXPECT_NE(200, send_request(port_, request, Afterwards::hang_up).status)
        << request.substr(0, 50);
  }
  EXPECT_EQ(200, get(port_, "/").status);
}

TEST_F(ServeCommand, ListensOnTheLoopbackAddressOnly) {
  serve();
  ASSERT_TRUE(can_connect("127.0.0.1", port_));
  // Not even on the loopback network's other addresses.
  EXPECT_FALSE(can_connect("127.0.0.2", port_));
  ifaddrs* interfaces = nullptr;
  ASSERT_EQ(0, getifaddrs(&interfaces));
  for (const ifaddrs* each = interfaces; each != nullptr; each = each->ifa_next) {
    if (each->ifa_addr == nullptr || each->ifa_addr->sa_family != AF_INET) continue;
    char text[INET_ADDRSTRLEN] = "";
    const auto* address = reinterpret_cast<const sockaddr_in*>(each->ifa_addr);
    inet_ntop(AF_INET, &address->sin_addr, text, sizeof text);
    if (std::string(text) != "127.0.0.1") {
      EXPECT_FALSE(can_connect(text, port_)) << text;
    }
  }
  freeifaddrs(interfaces);
}

TEST_F(ServeCommand, SaysThatAPortIsTaken) {
  serve();
  EXPECT_EQ(fmt::format("! debrief: port {} is taken; choose another with --port\nexit 2\n", port_),
            transcript_of({"serve", "--root", (folder_ / "kb").string(), "--port",
                           std::to_string(port_), "--view", "public"},
                          folder_.path()));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "kb/.debrief-cache/serve-public"));
}

TEST_F(ServeCommand, ReportsProblemsOfTheContentAndEnds) {
  folder_.write("kb/incidents/bad.md", "Nothing.\n");
  EXPECT_EQ(
      R"(! incidents/bad.md:1: error: the file does not start with front matter; begin with a line ---, then 'title: …' and 'started: …', then a line --- [no-front-matter]
! Nothing.
! 1 error, 0 warnings
exit 1
)",
      transcript_of({"serve", "--root", (folder_ / "kb").string(), "--port", "0"}, folder_.path()));
}

TEST_F(ServeCommand, EndsWhenAsked) {
  for (const int signal : {SIGTERM, SIGINT}) {
    serve();
    ASSERT_EQ(200, get(port_, "/").status);
    server_->send(signal);
    EXPECT_EQ(0, server_->wait(1s).status) << "signal " << signal;
    EXPECT_FALSE(can_connect("127.0.0.1", port_));
  }
}

}  // namespace
}  // namespace debrief
