"""Plants what `tools/tidy` must find, and what it must leave alone."""

import tidy_rules

CLEAN_HEADER = """#pragma once

#include <string>

#include "base/error.hpp"
#include "protocol/events.hpp"

namespace rejoinder::domain {

// Uses words like new, delete, rand() and std::cout, TODO(#12), but only in comments.
class Inbox {
public:
    explicit Inbox(std::size_t capacity) : capacity_{capacity}, name_{"new delete rand()"} {}
    Inbox(const Inbox&) = delete;

private:
    std::size_t capacity_ = 1'000'000;
    std::string name_;
};

}  // namespace rejoinder::domain
"""

CLEAN_SOURCE = """#include "app/worker.hpp"

#include <boost/asio/awaitable.hpp>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

namespace rejoinder::app {

boost::asio::awaitable<int> work(std::vector<int> numbers) {
    const auto [first, second] = std::pair{1, 2};
    const auto doubled = [second](int number) { return number * second; };
    const int result = co_await next(numbers[0], doubled(first));
    if (co_await next(result)) {
        co_return numbers[static_cast<std::size_t>(first)];
    }
    co_return result;
}

}  // namespace rejoinder::app
"""


def source(body, namespace="rejoinder::domain"):
    return f"namespace {namespace} {{\n{body}\n}}  // namespace\n"


def long_function(lines, head="int f()"):
    return source(f"{head} {{\n" + "    g();\n" * (lines - 2) + "}")


# rule (none: nothing is found), file, text
SAMPLES = [
    (None, "src/domain/inbox.hpp", CLEAN_HEADER),
    (None, "src/app/worker.cpp", CLEAN_SOURCE),

    ("include", "src/domain/a.cpp", '#include "http/server.hpp"\n'),
    ("include", "src/protocol/a.cpp", '#include "record/chat.hpp"\n'),
    ("include", "src/base/a.cpp", '#include "app/config.hpp"\n'),
    ("include", "src/store/a.cpp", '#include "protocol/events.hpp"\n'),
    ("include", "src/http/a.cpp", '#include "config.hpp"\n'),
    ("include", "src/domain/a.cpp", "#include <mutex>\n"),
    ("include", "src/domain/a.cpp", "#include <thread>\n"),
    ("include", "src/record/a.cpp", "#include <fstream>\n"),
    ("include", "src/protocol/a.cpp", "#include <filesystem>\n"),
    ("include", "src/domain/a.cpp", "#include <boost/asio/post.hpp>\n"),
    ("include", "src/domain/a.cpp", "#include <sys/socket.h>\n"),
    ("include", "src/http/a.cpp", "#include <sqlite3.h>\n"),
    ("include", "src/store/a.cpp", "#include <openssl/ssl.h>\n"),
    ("include", "src/domain/a.cpp", "#include <gtest/gtest.h>\n"),
    ("include", "tests/a.cpp", '#include "protocol/events.hpp"\n'),
    (None, "src/domain/a_test.cpp", "#include <gtest/gtest.h>\n#include <random>\n"),
    (None, "src/domain/a.cpp", "#include <boost/container/small_vector.hpp>\n"),

    ("links", "src/domain/CMakeLists.txt", "rejoinder_room(domain LINKS base http)\n"),
    ("links", "src/domain/CMakeLists.txt", "rejoinder_room(http LINKS base)\n"),
    (None, "src/domain/CMakeLists.txt", "rejoinder_room(domain LINKS base protocol record)\n"),

    ("clock", "src/app/a.cpp", "auto now = std::chrono::system_clock::now();\n"),
    ("clock", "src/domain/a.cpp", "using Clock = std::chrono::steady_clock;\n"),
    ("clock", "src/http/a.cpp", "const auto now = std::time(nullptr);\n"),
    ("clock", "src/http/a.cpp", "::clock_gettime(CLOCK_MONOTONIC, &now);\n"),
    ("clock", "src/http/a.cpp", "gettimeofday(&now, nullptr);\n"),
    (None, "src/base/clock.cpp", "auto now = std::chrono::system_clock::now();\n"),
    (None, "src/http/a.cpp", "wait_time(0); start_time(nullptr);\n"),
    ("sleep", "src/store/a.cpp", "std::this_thread::sleep_for(1ms);\n"),

    ("chance", "src/domain/a.cpp", "int x = rand();\n"),
    ("chance", "src/app/a.cpp", "std::random_device device;\n"),
    ("chance", "src/app/a.cpp", "std::mt19937 engine;\n"),
    ("chance", "src/app/api/a.cpp", "randombytes_buf(key.data(), key.size());\n"),
    (None, "src/app/random.cpp", "randombytes_buf(key.data(), key.size());\n"),
    (None, "src/domain/a_test.cpp", "std::mt19937 engine(7);\n"),

    ("raw-new", "src/app/a.cpp", "auto* inbox = new Inbox(1);\n"),
    ("raw-new", "src/app/a.cpp", "delete inbox;\n"),
    ("raw-new", "src/app/a.cpp", "void* bytes = std::malloc(12);\n"),
    (None, "src/app/a.cpp", "Inbox(Inbox&&) = delete; void* operator new(std::size_t);\n"),
    (None, "src/app/a.cpp", "// tidy: allow raw-new: the library takes it over.\nf(new X);\n"),
    ("raw-new", "src/app/a.cpp", "// tidy: allow raw-new\nf(new X);\n"),

    ("print", "src/http/a.cpp", 'std::cout << "here";\n'),
    ("print", "src/app/a.cpp", 'std::printf("here");\n'),
    ("print", "src/domain/a.cpp", 'std::fprintf(stderr, "here");\n'),
    (None, "src/app/cli.cpp", 'std::cout << "here";\n'),
    (None, "src/http/a.cpp", 'std::snprintf(text, size, "%d", 1);\n'),

    ("co-await", "src/app/a.cpp", "co_await send(Frame{1, 2});\n"),
    ("co-await", "src/app/a.cpp", "co_await send({});\n"),
    ("co-await", "src/app/a.cpp", "co_await run([] { return 1; });\n"),
    ("co-await", "src/app/a.cpp", "TRY(const auto frame, co_await read());\n"),
    ("co-await", "src/app/a.cpp", "TRY_VOID(co_await write(1));\n"),
    ("co-await", "src/app/a.cpp", "auto f = [this]() -> Task { co_return; };\n"),
    ("co-await", "src/app/a.cpp", "spawn([&] { auto x = g(); co_await x; });\n"),
    (None, "src/app/a.cpp", "auto f = [](int a) -> Task { co_return; };\n"),

    ("line-size", "src/domain/a.cpp", "// " + "a" * 98 + "\n"),
    (None, "src/domain/a.cpp", "// " + "ü" * 97 + "\n"),
    ("line-size", "tests/test_a.py", "# " + "a" * 99 + "\n"),
    ("file-size", "src/domain/a.cpp", "\n" * 501),
    (None, "src/domain/a.cpp", "\n" * 500),
    ("function-size", "src/domain/a.cpp", long_function(71)),
    ("function-size", "src/domain/a.cpp", long_function(71, "Desk::Desk(int a) : a_{a}, b_(a)")),
    ("function-size", "src/domain/a.cpp", long_function(71, "auto f() const noexcept -> Map<int>")),
    ("function-size", "src/domain/a.hpp",
     "#pragma once\n" + source("class A {\npublic:\n" + "int b() {\n" + "g();\n" * 70 + "}\n};")),
    (None, "src/domain/a.cpp", long_function(70)),
    (None, "src/domain/a.cpp", source("const Map rows = {\n" + "    {f(1), 2},\n" * 80 + "};")),
    (None, "src/domain/a.cpp", source("struct A {\n" + "    int f() { return 1; }\n" * 80 + "};")),

    ("namespace", "src/domain/a.cpp", source("int a;", "rejoinder::protocol")),
    ("namespace", "src/app/api/a.cpp", source("int a;", "rejoinder::app")),
    (None, "src/base/a.cpp", source("int a;", "rejoinder")),
    (None, "src/protocol/a.cpp", source("int a;", "rejoinder::protocol::request")),
    ("pragma-once", "src/domain/a.hpp", source("int a;")),
    ("file-name", "src/domain/inBox.cpp", source("int a;")),
    ("todo", "src/domain/a.cpp", "// TODO: later\n"),
    ("todo", "tests/test_a.py", "# FIXME\n"),
    (None, "src/domain/a.cpp", "// TODO(#12): later\n"),
]


def run():
    failed = 0
    for rule, name, text in SAMPLES:
        found = {label for _, _, label, _ in tidy_rules.check(name, text)}
        if found != ({rule} if rule else set()):
            failed += 1
            print(f"expected {rule or 'nothing'}, found {sorted(found)} in {name}:\n{text[:300]}")
    print(f"tidy, self-test: {len(SAMPLES) - failed} passed, {failed} failed")
    return 1 if failed else 0
