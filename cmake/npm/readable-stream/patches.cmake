# Adapts the package `readable-stream` before it is bundled: the files beside this one replace the
# package's, and a few lines change where a newer Node behaves otherwise. A line that is no longer
# there fails the build, so that an update of the package is looked at.
#   SOURCE  a private copy of the package

file(GLOB_RECURSE files RELATIVE ${CMAKE_CURRENT_LIST_DIR} ${CMAKE_CURRENT_LIST_DIR}/*.js)
foreach(file IN LISTS files)
  file(COPY_FILE ${CMAKE_CURRENT_LIST_DIR}/${file} ${SOURCE}/lib/${file})
endforeach()

# patch(file from to): every occurrence; there must be one.
function(patch file from to)
  set(path ${SOURCE}/lib/internal/streams/${file})
  file(READ ${path} text)
  string(FIND "${text}" "${from}" at)
  if(at EQUAL -1)
    message(FATAL_ERROR "readable-stream: ${file} no longer contains: ${from}")
  endif()
  string(REPLACE "${from}" "${to}" text "${text}")
  file(WRITE ${path} "${text}")
endfunction()

# The globals of the runtime, found when they are used.
foreach(file duplexify operators pipeline)
  patch(${file}.js "const AbortController = globalThis.AbortController || require('abort-controller').AbortController\n" "")
endforeach()
patch(duplexify.js "const Blob = globalThis.Blob || bufferModule.Blob" "")
patch(duplexify.js "typeof Blob !== 'undefined'" "true")

# Chunks may be any typed array or DataView.
foreach(file readable writable)
  patch(${file}.js "Stream._isUint8Array(chunk)" "ArrayBuffer.isView(chunk)")
  patch(${file}.js "['string', 'Buffer', 'Uint8Array']" "['string', 'Buffer', 'TypedArray', 'DataView']")
endforeach()

# A Duplex that has been iterated to its end may still be written to.
patch(readable.js "(error === undefined || stream._readableState.autoDestroy)"
  "(error === undefined || (error && stream._readableState.autoDestroy))")
