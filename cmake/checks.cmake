# Targets to run by hand: `format`, `format-check` and `tidy` (.clang-tidy says what it checks).
set(format_script ${PROJECT_SOURCE_DIR}/cmake/format.cmake)
add_custom_target(format COMMAND ${CMAKE_COMMAND} -DFIX=ON -P ${format_script} VERBATIM)
add_custom_target(format-check COMMAND ${CMAKE_COMMAND} -P ${format_script} VERBATIM)

find_program(RUN_CLANG_TIDY NAMES run-clang-tidy run-clang-tidy-14)
if(RUN_CLANG_TIDY)
  add_custom_target(tidy
    COMMAND ${RUN_CLANG_TIDY} -quiet -p ${PROJECT_BINARY_DIR}
            "^${PROJECT_SOURCE_DIR}/(corpus|rules|analyzer|reports|cli)/"
    USES_TERMINAL VERBATIM)
endif()
