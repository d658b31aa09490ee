# `cmake --install` writes a tree that runs from any place it is copied to:
#   bin/drover  bin/drover-runtime  lib/drover/libnode.so.*  share/doc/drover (licences of all that is shipped)

include(GNUInstallDirs)
set(DOC_DIR share/doc/drover)

install(TARGETS drover RUNTIME DESTINATION bin)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE DESTINATION ${DOC_DIR})
install(FILES ${CMAKE_SOURCE_DIR}/docs/drover.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

# drover_install_licence(NAME FILE): where the file is missing, so is what it is about
function(drover_install_licence name file)
  install(FILES ${file} DESTINATION ${DOC_DIR}/licences RENAME ${name} OPTIONAL)
endfunction()

# What is linked statically out of Debian's packages
foreach(package libuv1-dev libprotobuf-dev libcli11-dev nlohmann-json3-dev)
  drover_install_licence(${package} /usr/share/doc/${package}/copyright)
endforeach()

if(WITH_V8)
  install(TARGETS drover-runtime RUNTIME DESTINATION bin)
  set_target_properties(drover-runtime PROPERTIES INSTALL_RPATH "$ORIGIN/../lib/drover")
  install(PROGRAMS ${V8_LIBRARY} DESTINATION lib/drover)
  file(GLOB copyrights ${DROVER_DEPS_DIR}/libnode/usr/share/doc/libnode*/copyright
       ${DROVER_DEPS_DIR}/llhttp/usr/share/doc/*/copyright)
  file(GLOB npm_licences ${DROVER_DEPS_DIR}/npm/lib/node_modules/*/LICENSE*)
  foreach(file IN LISTS copyrights npm_licences)
    get_filename_component(folder ${file} DIRECTORY)
    get_filename_component(name ${folder} NAME)
    drover_install_licence(${name} ${file})
  endforeach()
endif()
