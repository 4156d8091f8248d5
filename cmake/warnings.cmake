# One interface target carries the warnings and sanitizers that all of the project is built with.
add_library(fineprint_options INTERFACE)
target_compile_options(fineprint_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees overlapping copies in std::string's operator+ where there are none (GCC PR 105651).
  target_compile_options(fineprint_options INTERFACE -Wno-restrict)
endif()
if(FINEPRINT_WERROR)
  target_compile_options(fineprint_options INTERFACE -Werror)
endif()
if(FINEPRINT_SANITIZE)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # With sanitizers GCC 12 and later see uninitialised parts in any std::regex (GCC PR 105616).
    target_compile_options(fineprint_options INTERFACE -Wno-maybe-uninitialized)
  endif()
  target_compile_options(fineprint_options INTERFACE -fsanitize=${FINEPRINT_SANITIZE}
                         -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(fineprint_options INTERFACE -fsanitize=${FINEPRINT_SANITIZE})
endif()
