# Makes the console a part of the target `rejoinder`. To be included behind
# `add_executable(rejoinder …)`.
#
#   WITH_WEB          whether there is a console; without it nothing here needs node
#   WEB_CONSOLE_DIST  a folder with a console that is built already; otherwise npm builds web/console

set(console_folder ${CMAKE_SOURCE_DIR}/web/console)

# The oldest node that the console's own build tools run on.
set(node_version_min 20.19)

# Sets `why_not` to what keeps npm from building the console here, or to nothing.
function(find_obstacle why_not)
    find_program(NODE node)
    find_program(NPM npm)
    set(found "")
    if(NOT EXISTS ${console_folder}/package.json)
        set(found "there is no web/console")
    elseif(NOT NODE OR NOT NPM)
        set(found "node and npm are missing")
    else()
        execute_process(COMMAND ${NODE} --version OUTPUT_VARIABLE version
                        COMMAND_ERROR_IS_FATAL ANY OUTPUT_STRIP_TRAILING_WHITESPACE)
        string(REGEX REPLACE "^v" "" version "${version}")
        if(version VERSION_LESS node_version_min)
            set(found "it needs node ${node_version_min} or newer, and this is ${version}")
        endif()
    endif()
    set(${why_not} "${found}" PARENT_SCOPE)
endfunction()

# Has npm build web/console; `built` is set to a file that is newer than the build.
function(build_console built)
    # npm writes this file last, so it is there when all packages are.
    set(packages ${console_folder}/node_modules/.package-lock.json)
    add_custom_command(
        OUTPUT ${packages}
        COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund
        COMMAND ${CMAKE_COMMAND} -E touch ${packages}
        DEPENDS ${console_folder}/package-lock.json
        WORKING_DIRECTORY ${console_folder}
        COMMENT "Installing the packages of the console"
        VERBATIM)
    file(GLOB files CONFIGURE_DEPENDS LIST_DIRECTORIES false
         ${console_folder}/*.html ${console_folder}/*.json ${console_folder}/*.ts)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS
         ${console_folder}/src/* ${console_folder}/public/* ${console_folder}/scripts/*)
    set(stamp ${CMAKE_CURRENT_BINARY_DIR}/console-built)
    add_custom_command(
        OUTPUT ${stamp}
        COMMAND ${NPM} run build
        COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
        DEPENDS ${packages} ${files} ${sources}
        WORKING_DIRECTORY ${console_folder}
        COMMENT "Building the console"
        VERBATIM)
    set(${built} ${stamp} PARENT_SCOPE)
endfunction()

if(WITH_WEB AND NOT WEB_CONSOLE_DIST)
    find_obstacle(console_obstacle)
    if(console_obstacle)
        message(WARNING "The server is built without the console: ${console_obstacle}.")
        set(WITH_WEB OFF)
    endif()
endif()

if(NOT WITH_WEB)
    embed_assets(rejoinder)
elseif(WEB_CONSOLE_DIST)
    file(GLOB_RECURSE console_files CONFIGURE_DEPENDS ${WEB_CONSOLE_DIST}/*)
    embed_assets(rejoinder FOLDER ${WEB_CONSOLE_DIST} DEPENDS ${console_files})
else()
    build_console(console_built)
    embed_assets(rejoinder FOLDER ${console_folder}/dist DEPENDS ${console_built})
endif()
