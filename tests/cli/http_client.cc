#include "tests/cli/http_client.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

namespace debrief {

namespace {

class Connection {
 public:
  Connection(const std::string& address, int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience = {10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in to = {};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    ::inet_pton(AF_INET, address.c_str(), &to.sin_addr);
    is_open_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
  }
  ~Connection() { ::close(socket_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  bool is_open() const { return is_open_; }

  std::string exchange(std::string_view request, Afterwards afterwards) const {
    ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL);
    if (afterwards == Afterwards::hang_up) ::shutdown(socket_, SHUT_WR);
    std::string answer;
    std::array<char, 1 << 16> buffer;
    for (;;) {
      const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
      if (count <= 0) return answer;
      answer.append(buffer.data(), static_cast<std::size_t>(count));
    }
  }

 private:
  int socket_;
  bool is_open_ = false;
};

}  // namespace

bool can_connect(const std::string& address, int port) {
  return Connection(address, port).is_open();
}

HttpAnswer send_request(int port, std::string_view request, Afterwards afterwards) {
  const Connection connection("127.0.0.1", port);
  if (!connection.is_open()) throw std::runtime_error("nobody listens");
  const std::string text = connection.exchange(request, afterwards);

  HttpAnswer answer;
  const std::size_t end = text.find("\r\n\r\n");
  if (end == std::string::npos) return answer;
  answer.body = text.substr(end + 4);
  std::istringstream lines(text.substr(0, end));
  std::string line;
  std::getline(lines, line);
  answer.status = std::atoi(line.substr(line.find(' ') + 1).c_str());
  while (std::getline(lines, line)) {
    if (line.ends_with('\r')) line.pop_back();
    std::string name = line.substr(0, line.find(": "));
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    answer.headers[name] = line.substr(std::min(line.size(), name.size() + 2));
  }
  return answer;
}

HttpAnswer get(int port, std::string_view target, std::string_view host) {
  const std::string own = fmt::format("127.0.0.1:{}", port);
  return send_request(port, fmt::format("GET {} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
                                        target, host.empty() ? own : host));
}

}  // namespace debrief
