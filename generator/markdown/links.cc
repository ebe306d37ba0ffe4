#include "generator/markdown/links.h"

#include <optional>
#include <utility>

#include "generator/base/text.h"

namespace debrief {
namespace {

// The scheme of RFC 3986, section 3.1, or absent for a relative reference.
std::optional<std::string_view> scheme_of(std::string_view url) {
  if (url.empty() || !is_letter(url.front())) return std::nullopt;
  for (std::size_t i = 1; i < url.size(); ++i) {
    const char c = url[i];
    if (c == ':') return url.substr(0, i);
    if (!is_letter(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return std::nullopt;
  }
  return std::nullopt;
}

// Browsers take "https:host" and "https:///host" for addresses of a host too, and drop line ends
// out of the middle; what reads so differently from how it looks leads nowhere.
bool is_plain_address(std::string_view scheme, std::string_view url) {
  for (const char c : url) {
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') return false;
  }
  if (scheme == "mailto") return true;
  if (scheme != "http" && scheme != "https") return false;
  const std::string_view rest = url.substr(scheme.size() + 1);
  return rest.starts_with("//") && rest.size() > 2 && rest[2] != '/';
}

bool ends_an_address(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '"' || c == '`' ||
         c == '\x7f';
}

// How much of `text` belongs to the address that starts it. As GitHub's specification of
// extended autolinks has it, punctuation at the end is the sentence's, and so is a closing
// bracket that the address did not open.
std::size_t address_length(std::string_view text) {
  std::size_t end = 0;
  int round = 0;  // brackets opened and not closed, of each kind
  int square = 0;
  for (; end < text.size() && !ends_an_address(text[end]); ++end) {
    round += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
    square += text[end] == '[' ? 1 : text[end] == ']' ? -1 : 0;
  }
  for (; end > 0; --end) {
    const char last = text[end - 1];
    if (std::string_view("?!.,:;*_~'").find(last) != std::string_view::npos) continue;
    if (last == ')' && round < 0) {
      ++round;
    } else if (last == ']' && square < 0) {
      ++square;
    } else {
      break;
    }
  }
  return end;
}

std::size_t find_address(std::string_view text, std::size_t from) {
  for (std::size_t at = from;; ++at) {
    at = text.find("http", at);
    if (at == std::string_view::npos) return at;
    if (at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]))) continue;
    const std::string_view rest = text.substr(at);
    for (const std::string_view scheme : {"https://", "http://"}) {
      if (rest.starts_with(scheme) && rest.size() > scheme.size() &&
          address_length(rest) > scheme.size()) {
        return at;
      }
    }
  }
}

Node text_like(const Node& model, std::string_view text) {
  Node node;
  node.line = model.line;
  node.column = model.column;
  node.text = std::string(text);
  return node;
}

}  // namespace

LinkTarget parse_link_target(std::string_view url) {
  LinkTarget target;
  if (url.empty() || url.starts_with("//") || url.find('\\') != std::string_view::npos) {
    return target;  // Nowhere: "//host" would leave the site in disguise.
  }
  if (const auto scheme = scheme_of(url)) {
    const std::string name = to_lower(*scheme);
    if (is_plain_address(name, url)) {
      target.kind = LinkTarget::Kind::url;
      target.value = std::string(url);
    }
    return target;
  }
  const bool fragment = url.front() == '#';
  target.kind = fragment ? LinkTarget::Kind::fragment : LinkTarget::Kind::relative;
  target.value = std::string(fragment ? url.substr(1) : url);
  return target;
}

std::vector<Node> link_bare_addresses(const Node& text_node) {
  const std::string_view text = text_node.text;
  std::vector<Node> nodes;
  std::size_t done = 0;
  for (std::size_t at = find_address(text, 0); at != std::string_view::npos;
       at = find_address(text, done)) {
    const std::string_view address = text.substr(at, address_length(text.substr(at)));
    if (at > done) nodes.push_back(text_like(text_node, text.substr(done, at - done)));
    Node link = text_like(text_node, "");
    link.kind = NodeKind::link;
    link.target = parse_link_target(address);
    link.children.push_back(text_like(text_node, address));
    nodes.push_back(std::move(link));
    done = at + address.size();
  }
  if (done < text.size()) nodes.push_back(text_like(text_node, text.substr(done)));
  return nodes;
}

}  // namespace debrief
