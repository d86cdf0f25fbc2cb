# One folder below src/ is one room: a library, and beside it the unit tests of its sources.

# rejoinder_room(<name> LINKS <targets…>)
#
# Called by src/<name>/CMakeLists.txt. Makes the library <name> of all sources below the folder, and
# the program <name>_test of all *_test.cpp and test_*.cpp (what the tests of a room share),
# registered with CTest. What a room does not link it cannot use; `tools/tidy` says the same of
# includes.
function(rejoinder_room name)
    cmake_parse_arguments(PARSE_ARGV 1 room "" "" "LINKS")
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
    set(tests ${sources})
    set(is_test "(_test|/test_[^/]*)\\.cpp$")
    list(FILTER sources EXCLUDE REGEX ${is_test})
    list(FILTER tests INCLUDE REGEX ${is_test})

    set(links ${room_LINKS} ${third_party_${name}})
    foreach(link ${links})
        if(NOT TARGET ${link})
            message(WARNING "${name} links ${link}, which is not there")
            list(REMOVE_ITEM links ${link})
        endif()
    endforeach()

    set(visibility PUBLIC)
    if(sources)
        add_library(${name} STATIC ${sources})
    else()
        add_library(${name} INTERFACE)
        set(visibility INTERFACE)
    endif()
    target_include_directories(${name} ${visibility} ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${name} ${visibility} ${links})

    if(WITH_TESTS AND tests)
        add_executable(${name}_test ${tests})
        target_link_libraries(${name}_test PRIVATE ${name} GTest::gmock GTest::gtest_main)
        add_test(NAME ${name} COMMAND ${name}_test)
    endif()
endfunction()
