# The npm packages inside the standard library, each built by esbuild to one CommonJS file
# ${CMAKE_BINARY_DIR}/lib/npm/NAME.js, which lib/ loads as require('npm/NAME').
#
# Sets DROVER_NPM_BUNDLES, the list of these files; who embeds them depends on that list.

set(NPM_LIB ${DROVER_DEPS_DIR}/npm/lib/node_modules)
set(NPM_SHIMS ${CMAKE_SOURCE_DIR}/cmake/npm)
file(GLOB ESBUILD ${NPM_LIB}/@esbuild/linux-*/bin/esbuild)
if(NOT ESBUILD)
  message(FATAL_ERROR "esbuild is missing in ${NPM_LIB}: run scripts/setup")
endif()

set(DROVER_NPM_BUNDLES)

# drover_npm_bundle(NAME ENTRY [PATCHES script] [EXTERNAL name...] [ALIAS name=file...] [FLAGS flag...])
function(drover_npm_bundle name entry)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "PATCHES" "EXTERNAL;ALIAS;FLAGS")
  set(output ${CMAKE_BINARY_DIR}/lib/npm/${name}.js)
  file(GLOB_RECURSE shims CONFIGURE_DEPENDS ${NPM_SHIMS}/*)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DESBUILD=${ESBUILD} -DENTRY=${NPM_LIB}/${entry} -DOUTPUT=${output}
            -DPATCHES=${arg_PATCHES} "-DEXTERNAL=${arg_EXTERNAL}" "-DALIAS=${arg_ALIAS}" "-DFLAGS=${arg_FLAGS}"
            -P ${NPM_SHIMS}/bundle.cmake
    DEPENDS ${NPM_LIB}/${entry} ${NPM_LIB}/.package-lock.json ${shims}
    COMMENT "Bundling npm/${name}"
    VERBATIM)
  set(DROVER_NPM_BUNDLES ${DROVER_NPM_BUNDLES} ${output} PARENT_SCOPE)
endfunction()

drover_npm_bundle(cjs-module-lexer cjs-module-lexer/lexer.js FLAGS --minify)
drover_npm_bundle(es-module-lexer es-module-lexer/dist/lexer.asm.js FLAGS --minify)
drover_npm_bundle(punycode punycode/punycode.js FLAGS --minify-whitespace)
drover_npm_bundle(readable-stream readable-stream/lib/stream.js
  PATCHES ${NPM_SHIMS}/readable-stream/patches.cmake
  EXTERNAL buffer events string_decoder/ internal/errors internal/validators
  FLAGS --minify-whitespace)
drover_npm_bundle(tr46 tr46/index.js FLAGS --minify)
drover_npm_bundle(web-streams-polyfill web-streams-polyfill/dist/ponyfill.js)
drover_npm_bundle(whatwg-url whatwg-url/lib/url-state-machine.js
  EXTERNAL npm/tr46
  ALIAS tr46=${NPM_SHIMS}/tr46.js
        webidl-conversions=${NPM_SHIMS}/webidl_conversions.js
        @exodus/bytes/whatwg.js=${NPM_SHIMS}/percent_encode.js
        @exodus/bytes/encoding.js=${NPM_SHIMS}/encodings.js)
