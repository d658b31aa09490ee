# Builds one npm package into one CommonJS file (cmake -P, called by NpmBundles.cmake).
#   ESBUILD  the bundler          ENTRY  file to begin at      OUTPUT  file to write
#   EXTERNAL names left to the runtime's own `require`         ALIAS   name=file pairs      FLAGS  further flags
#   PATCHES  a script that changes a private copy of the package, SOURCE, before it is bundled

if(PATCHES)
  set(SOURCE ${OUTPUT}.src)
  cmake_path(GET ENTRY PARENT_PATH package)
  while(NOT EXISTS ${package}/package.json)
    cmake_path(GET package PARENT_PATH package)
  endwhile()
  file(REMOVE_RECURSE ${SOURCE})
  file(COPY ${package}/ DESTINATION ${SOURCE})
  include(${PATCHES})
  cmake_path(RELATIVE_PATH ENTRY BASE_DIRECTORY ${package})
  set(ENTRY ${SOURCE}/${ENTRY})
endif()

set(args --bundle --format=cjs --platform=neutral --main-fields=module,main --target=es2022
    --charset=utf8 --legal-comments=inline --log-level=warning)
foreach(name IN LISTS EXTERNAL)
  list(APPEND args --external:${name})
endforeach()
foreach(pair IN LISTS ALIAS)
  list(APPEND args --alias:${pair})
endforeach()

execute_process(COMMAND ${ESBUILD} ${args} ${FLAGS} ${ENTRY} --outfile=${OUTPUT}.tmp
                RESULT_VARIABLE status ERROR_VARIABLE errors)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "bundling ${ENTRY} failed:\n${errors}")
endif()

# `process/` names the npm stand-in of a builtin; the runtime has the builtin itself.
file(READ ${OUTPUT}.tmp text)
string(REGEX REPLACE "require\\(\"([a-z_]+)/\"\\)" "require(\"\\1\")" text "${text}")
file(WRITE ${OUTPUT}.tmp "${text}")
file(RENAME ${OUTPUT}.tmp ${OUTPUT})
