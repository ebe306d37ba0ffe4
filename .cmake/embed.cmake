# debrief_embed(<target> <root> <symbol> [FILES <path>...])
#
# Puts files into the program, so that it can be installed as one file: those below the folder
# <root>, or of these the named ones only, which may be the output of other rules. The target
# gets a definition of
#
#     extern const std::span<const EmbeddedFile> <symbol>;  // in namespace debrief, by path
#
# The assembler reads the bytes when the target is built (.incbin), whatever their number. A
# change of a file therefore costs one small compilation, and an added or removed one is noticed
# by the build itself.
function(debrief_embed target root symbol)
  cmake_parse_arguments(PARSE_ARGV 3 arg "" "" "FILES")
  set(paths ${arg_FILES})
  if(NOT paths)
    file(GLOB_RECURSE paths CONFIGURE_DEPENDS RELATIVE ${root} ${root}/*)
    # What editors and file managers leave behind is no part of it.
    list(FILTER paths EXCLUDE REGEX "(^|/)\\.|~$")
  endif()
  if(NOT paths)
    message(FATAL_ERROR "debrief_embed(${symbol}): there are no files below ${root}")
  endif()
  list(SORT paths)

  set(number 0)
  foreach(path IN LISTS paths)
    set(name ${symbol}_${number})
    string(APPEND bytes "    ${name}: .incbin \"${root}/${path}\"\n    ${name}_end:\n")
    string(APPEND declarations "extern const char ${name}[], ${name}_end[];\n")
    string(APPEND entries "    {\"${path}\", ${name}, ${name}_end},\n")
    list(APPEND dependencies ${root}/${path})
    math(EXPR number "${number} + 1")
  endforeach()

  set(output ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cc)
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT [[
// Made by .cmake/embed.cmake.
#include <span>

#include "generator/base/embedded_file.h"

asm(R"(
    .pushsection .rodata
@bytes@    .popsection
)");

extern "C" {
@declarations@}

namespace debrief {

extern const std::span<const EmbeddedFile> @symbol@;

static constinit const EmbeddedFile files[] = {
@entries@};
constinit const std::span<const EmbeddedFile> @symbol@(files);

}  // namespace debrief
]])
  set_source_files_properties(${output} PROPERTIES OBJECT_DEPENDS "${dependencies}")
  target_sources(${target} PRIVATE ${output})
endfunction()
