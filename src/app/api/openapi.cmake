# Builds the description of the agents' API into the target `app`, as JSON. To be included by
# src/app/CMakeLists.txt behind `rejoinder_room(app …)`.

# Debian's own interpreter: it has the YAML package that `./dev setup` installs.
find_program(DEBIAN_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)

set(openapi_source ${CMAKE_CURRENT_BINARY_DIR}/openapi.cpp)
add_custom_command(
    OUTPUT ${openapi_source}
    COMMAND ${DEBIAN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/embed_openapi.py
            ${CMAKE_CURRENT_LIST_DIR}/openapi.yaml ${openapi_source}
    DEPENDS ${CMAKE_CURRENT_LIST_DIR}/embed_openapi.py ${CMAKE_CURRENT_LIST_DIR}/openapi.yaml
    COMMENT "Describing the agents' API"
    VERBATIM)
target_sources(app PRIVATE ${openapi_source})
