# How every file of ours is compiled and linked, the same in all rooms.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

# CHECK and assertions of ours stay on, so no NDEBUG in any build.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g")
if(SANITIZE)
    set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
endif()

add_compile_options(
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
    -Wold-style-cast -Woverloaded-virtual -Werror
    -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # Clang blames std::stable_sort for what libstdc++ 12 does inside it; g++ keeps this warning.
    add_compile_options(-Wno-deprecated-declarations)
endif()

if(SANITIZE)
    add_compile_options(-fsanitize=${SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${SANITIZE})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # Instrumented code confuses this analysis of GCC 12; the release build has it on.
        add_compile_options(-Wno-maybe-uninitialized)
    endif()
endif()

# lld links several times faster than ld; g++ finds it in LLVM's own folder.
find_program(LLD NAMES ld.lld HINTS /usr/lib/llvm-19/bin)
if(LLD)
    get_filename_component(lld_folder ${LLD} DIRECTORY)
    add_link_options(-fuse-ld=lld)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        add_link_options(-B${lld_folder})
    endif()
endif()

# The cache hits for another clone of the repository too: paths are hashed as relative ones.
find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()
