// The tokenisers, each for one form of code.
#pragma once

#include <string_view>
#include <vector>

#include "generator/highlight/highlight.h"
#include "generator/highlight/program_language.h"

namespace debrief {

std::vector<CodeSpan> read_program(const ProgramLanguage& language, std::string_view code);

// A script; a session as it stood in a terminal, prompts and all; a Dockerfile.
std::vector<CodeSpan> read_shell(std::string_view code);
std::vector<CodeSpan> read_session(std::string_view code);
std::vector<CodeSpan> read_dockerfile(std::string_view code);
// Whether what is called a script begins with a prompt.
bool is_session(std::string_view code);

std::vector<CodeSpan> read_yaml(std::string_view code);
std::vector<CodeSpan> read_json(std::string_view code);
std::vector<CodeSpan> read_settings(std::string_view code);  // INI, TOML, .env
std::vector<CodeSpan> read_patch(std::string_view code);
std::vector<CodeSpan> read_log(std::string_view code);

}  // namespace debrief
