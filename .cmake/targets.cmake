# Warnings are errors for everything we write; linked privately, never by or for
# third-party code.
add_library(debrief_warnings INTERFACE)
target_compile_options(debrief_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  -Wcast-align -Wextra-semi -Werror)
# GCC 12 sees overlapping copies inside std::string's own operator+ (GCC bug 105651).
target_compile_options(debrief_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
# GCC's flow analysis of -Wnull-dereference reports the standard library's own code
# as soon as it inlines, so it is asked only where nothing is inlined.
target_compile_options(debrief_warnings INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Debug>>:-Wnull-dereference>)
target_compile_definitions(debrief_warnings INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

# debrief_library(<name> [PUBLIC <target>...] [PRIVATE <target>...])
#
# One small library a folder: every .cc file of the folder but main.cc, no lists to keep.
function(debrief_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "PUBLIC;PRIVATE")
  file(GLOB sources CONFIGURE_DEPENDS *.cc)
  list(FILTER sources EXCLUDE REGEX "/main\\.cc$")
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} debrief_warnings)
endfunction()
