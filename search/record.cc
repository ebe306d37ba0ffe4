#include "search/record.h"

#include <charconv>

#include "search/text.h"

namespace debrief::search {
namespace {

void put(std::string& data, char letter, std::string_view value) {
  if (value.empty()) return;
  data += letter;
  data += std::to_string(value.size());
  data += ':';
  data += value;
}

void put_number(std::string& data, char letter, std::optional<std::int64_t> number) {
  if (number) put(data, letter, std::to_string(*number));
}

void put_each(std::string& data, char letter, const std::vector<std::string>& values) {
  for (const std::string& value : values) put(data, letter, clean(value));
}

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

void assign(Record& record, char letter, std::string_view value) {
  switch (letter) {
    case 'p':
      record.path = value;
      break;
    case 'k':
      record.kind = value;
      break;
    case 'i':
      record.id = value;
      break;
    case 't':
      record.title = value;
      break;
    case 'v':
      record.severity = value;
      break;
    case 'a':
      record.status = value;
      break;
    case 'd':
      record.started = parse_number<std::int64_t>(value);
      break;
    case 'u':
      record.duration_seconds = parse_number<std::int64_t>(value);
      break;
    case 's':
      record.services.emplace_back(value);
      break;
    case 'n':
      record.service_names.emplace_back(value);
      break;
    case 'm':
    case 'x':
      record.texts.emplace_back(value);
      break;
    default:
      break;
  }
}

}  // namespace

std::string encode_record(const Document& document) {
  std::string data;
  put(data, 'p', document.path);
  put(data, 'k', clean(document.kind));
  put(data, 'i', clean(document.id));
  put(data, 't', clean(document.title));
  put(data, 'v', clean(document.severity));
  put(data, 'a', clean(document.status));
  put_number(data, 'd', document.started);
  put_number(data, 'u', document.duration_seconds);
  put_each(data, 's', document.services);
  put_each(data, 'n', document.service_names);
  put(data, 'm', clean(document.summary));
  std::size_t room = kMaxSnippetText;
  for (const Document::Part& section : document.sections) {
    const std::string text = clean(section.text);
    const std::string_view kept = truncate(text, room);
    put(data, 'x', kept);
    room -= kept.size();
  }
  return data;
}

Record decode_record(std::string_view data) {
  Record record;
  while (!data.empty()) {
    const std::size_t colon = data.find(':');
    if (colon == std::string_view::npos) break;
    const std::optional<std::size_t> size = parse_number<std::size_t>(data.substr(1, colon - 1));
    if (!size || *size > data.size() - colon - 1) break;
    assign(record, data[0], data.substr(colon + 1, *size));
    data.remove_prefix(colon + 1 + *size);
  }
  return record;
}

}  // namespace debrief::search
