#include <fmt/format.h>
#include <httplib.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>

#include "generator/base/error.h"
#include "generator/base/parallel.h"
#include "generator/base/text.h"
#include "generator/cli/build_sites.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/cli/terminal.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLoopback = "127.0.0.1";

// The name a browser asked for, without the port. Only names of this machine are answered:
// otherwise a page elsewhere whose name was made to lead here (DNS rebinding) could read the
// internal site through its reader's browser.
bool is_this_machine(const std::string& host_header) {
  const std::size_t colon = std::min(host_header.find(':'), host_header.size());
  const std::string_view name = std::string_view(host_header).substr(0, colon);
  const std::string_view port = std::string_view(host_header).substr(colon);
  return (name == kLoopback || name == "localhost") &&
         port.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

// By default several programs could listen to one port and would get every other request.
void refuse_shared_port(httplib::Server& server) {
  server.set_socket_options([](int socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// What the site's own `_headers` asks for on all of its pages, as a host would send it: what a
// policy forbids is noticed here, and not after the deployment.
httplib::Headers headers_of(const fs::path& site) {
  httplib::Headers headers;
  std::istringstream lines(read_file(site / "_headers"));
  bool is_for_all = false;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t colon = line.find(':');
    if (!line.starts_with("  ")) {
      is_for_all = line == "/*";
    } else if (is_for_all && colon != std::string::npos) {
      const std::string_view text = line;
      headers.emplace(trim(text.substr(0, colon)), trim(text.substr(colon + 1)));
    }
  }
  return headers;
}

void set_up(httplib::Server& server, const fs::path& site) {
  server.set_default_headers(headers_of(site));
  if (!server.set_mount_point("/", site.string(), {{"Cache-Control", "no-store"}})) {
    throw Error(fmt::format("there is no site at {}", site.generic_string()));
  }
  server.set_file_extension_and_mimetype_mapping("bin", "application/octet-stream");
  server.set_file_extension_and_mimetype_mapping("wasm", "application/wasm");
  server.set_file_extension_and_mimetype_mapping("js", "text/javascript; charset=utf-8");
  server.set_file_extension_and_mimetype_mapping("webp", "image/webp");
  server.set_file_extension_and_mimetype_mapping("xml", "application/xml; charset=utf-8");
  server.set_file_extension_and_mimetype_mapping("html", "text/html; charset=utf-8");
  server.set_file_extension_and_mimetype_mapping("css", "text/css; charset=utf-8");
  server.set_pre_routing_handler(
      [site](const httplib::Request& request, httplib::Response& response) {
        using Handled = httplib::Server::HandlerResponse;
        if (!is_this_machine(request.get_header_value("Host"))) {
          response.status = 403;
          response.set_content("This address is served to this machine only.\n", "text/plain");
          return Handled::Handled;
        }
        // A folder has its page at "folder/"; links in it are relative to that.
        const bool is_plain =
            request.path.find("..") == std::string::npos && request.path.front() == '/';
        std::error_code ignored;
        if (is_plain && !request.path.ends_with('/') &&
            fs::is_directory(site / request.path.substr(1), ignored)) {
          response.set_redirect(request.path + "/", 301);
          return Handled::Handled;
        }
        return Handled::Unhandled;
      });
  server.set_error_handler(
      [page = read_file(site / "404.html")](const httplib::Request&, httplib::Response& response) {
        if (response.status == 404) response.set_content(page, "text/html; charset=utf-8");
      });
}

// Set by the signal handler, which may do nothing else; a thread watches it.
std::atomic<bool> stop_requested = false;
static_assert(std::atomic<bool>::is_always_lock_free);
void request_stop(int) {
  stop_requested = true;
}

}  // namespace

int serve_command(const fs::path& root, const ServeOptions& options) {
  httplib::Server server;
  refuse_shared_port(server);
  const int port = options.port == 0 ? server.bind_to_any_port(kLoopback)
                   : server.bind_to_port(kLoopback, options.port) ? options.port
                                                                  : -1;
  if (port < 0) {
    throw Error(fmt::format("port {} is taken; choose another with --port", options.port));
  }

  BuildRequest request;
  request.root = root;
  request.destination =
      options.output.empty() ? root / ".debrief-cache" / ("serve-" + options.view) : options.output;
  request.audiences = {options.view == "public" ? Audience::public_ : Audience::internal};
  request.base_url = fmt::format("http://{}:{}/", kLoopback, port);
  request.today = options.today;
  request.drafts = options.drafts;
  request.jobs = default_jobs();
  Diagnostics diagnostics;
  {
    Progress progress;
    build_sites(request, progress, diagnostics);
  }
  print_diagnostics(diagnostics);
  if (diagnostics.has_errors()) return kExitContentProblems;

  set_up(server, fs::absolute(request.destination / options.view));
  std::signal(SIGINT, request_stop);
  std::signal(SIGTERM, request_stop);
  const std::jthread watcher([&server](const std::stop_token& over) {
    while (!stop_requested && !over.stop_requested()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    server.stop();
  });
  fmt::print("Serving the {} site on http://{}:{}/  (Ctrl-C ends)\n", options.view, kLoopback,
             port);
  std::fflush(stdout);
  server.listen_after_bind();
  return kExitFine;
}

}  // namespace debrief
