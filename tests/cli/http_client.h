// A client that says what it is told to, right or wrong, over a plain socket.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace debrief {

struct HttpAnswer {
  int status = 0;                              // 0: the server closed without an answer
  std::map<std::string, std::string> headers;  // names in small letters
  std::string body;
};

// Whether anybody takes connections at this IPv4 address.
bool can_connect(const std::string& address, int port);

// Sends `request` as it is to 127.0.0.1 and reads until the server closes; which it need not do
// by itself if `request` is none that it understands, unless it hears that no more will come.
enum class Afterwards { listen, hang_up };
HttpAnswer send_request(int port, std::string_view request,
                        Afterwards afterwards = Afterwards::listen);

// GET, with "Host: 127.0.0.1:PORT" unless another is given.
HttpAnswer get(int port, std::string_view target, std::string_view host = "");

}  // namespace debrief
