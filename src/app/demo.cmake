# Builds examples/demo-organization.toml into the target `app`. To be included by
# src/app/CMakeLists.txt behind `rejoinder_room(app …)`.

set(demo_organization_file ${CMAKE_SOURCE_DIR}/examples/demo-organization.toml)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${demo_organization_file})
file(READ ${demo_organization_file} demo_organization)
configure_file(${CMAKE_CURRENT_LIST_DIR}/demo_organization.cpp.in
               ${CMAKE_CURRENT_BINARY_DIR}/demo_organization.cpp @ONLY)
target_sources(app PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/demo_organization.cpp)
