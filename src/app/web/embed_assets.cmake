# embed_assets(<target> [FOLDER <folder>] [DEPENDS <files…>])
#
# Makes the front end that is built in <folder> the `console_assets` of a program, anew when one of
# <files> has changed; without a folder an empty one (see `embedded.hpp`).
function(embed_assets target)
    cmake_parse_arguments(PARSE_ARGV 1 embed "" "FOLDER" "DEPENDS")
    set(generator ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_assets.py)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/${target}_assets.cpp)
    add_custom_command(
        OUTPUT ${source}
        COMMAND ${DEBIAN_PYTHON} ${generator} ${source} ${embed_FOLDER}
        DEPENDS ${generator} ${embed_DEPENDS}
        COMMENT "Embedding the web front end of ${target}"
        VERBATIM)
    target_sources(${target} PRIVATE ${source})
endfunction()
