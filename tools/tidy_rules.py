"""The rules of `tools/tidy`. Each takes a Source and yields (line, rule, message)."""

import pathlib
import re

# --- the tables --------------------------------------------------------------

# Which room may include and link which other rooms.
ROOMS = {
    "base": set(),
    "protocol": {"base"},
    "record": {"base"},
    "domain": {"base", "protocol", "record"},
    "store": {"base", "record"},
    "http": {"base"},
    "cluster": {"base", "record", "store"},
    "app": {"base", "protocol", "record", "domain", "store", "http", "cluster"},
}
ALL_ROOMS = set(ROOMS)

# The libraries, by how their headers are spelled. The first match counts.
LIBRARIES = [
    ("test", r"gtest/|gmock/"),
    ("benchmark", r"benchmark/"),
    ("boost_io", r"boost/(asio|beast|filesystem|thread|process|interprocess|log)\b"),
    ("boost", r"boost/"),
    ("openssl", r"openssl/"),
    ("sqlite", r"sqlite3\.h"),
    ("sodium", r"sodium\b"),
    ("re2", r"re2/"),
    ("toml", r"toml\+\+"),
    ("xml", r"pugixml\.hpp"),
    ("cli", r"CLI/"),
    ("log", r"(spdlog|fmt)/"),
    ("date", r"date/"),
    ("json", r"(simdjson\.h|rapidjson/)"),
    ("io", r"(thread|mutex|shared_mutex|condition_variable|future|semaphore|latch|barrier|"
           r"stop_token|fstream|iostream|filesystem|random|cstdio|ctime)$"),
    ("std", r"[a-z_0-9]+$"),
    ("system", r""),
]
# Which room may include which libraries, besides `std`. Tests of a room also get `test` and `io`.
LIBRARIES_OF = {
    "base": {"boost", "boost_io", "date", "io"},
    "protocol": {"boost", "json"},
    "record": {"boost"},
    "domain": {"boost", "re2"},
    "store": {"boost", "sqlite", "io", "system"},
    "http": {"boost", "boost_io", "openssl", "io", "system"},
    "cluster": {"boost", "boost_io", "io", "system"},
    "app": {"boost", "boost_io", "sodium", "toml", "xml", "cli", "log", "json", "io", "system"},
}

# Unit tests and what they share.
TEST = r"src/.*(_test\.cpp|/test_\w+\.[ch]pp)$"

# What has one home: rule, what it looks like, where it may stand, what to do instead.
HOMES = [
    ("clock",
     r"\b(system_clock|steady_clock|high_resolution_clock|clock_type\s*::\s*now|clock_gettime|"
     r"gettimeofday)\b|\btime\s*\(\s*(nullptr|NULL|0)\s*\)",
     rf"src/base/clock\.[ch]pp|bench/|tests/|{TEST}",
     "only base/clock.cpp reads a clock; take `Instant now`"),
    ("sleep", r"\b(sleep_for|sleep_until|usleep|nanosleep)\b|(?<![\w.])sleep\s*\(",
     r"bench/|tests/", "nobody sleeps; wait for what happens"),
    ("chance",
     r"\b(s?rand|random_device|mt19937(_64)?|minstd_rand0?|default_random_engine|RAND_bytes|"
     r"randombytes\w*)\b",
     rf"src/app/random\.[ch]pp|bench/|tests/|sim/|fuzz/|{TEST}",
     "chance is drawn in app/random and handed in"),
    ("raw-new", r"(?<!operator )\bnew\b|(?<!operator )(?<!=)(?<!= )\bdelete\b|\b(m|c|re)alloc\s*\(",
     r"(?!)", "use a value, a container or make_unique"),
    ("print", r"\b(f|v|vf)?printf\s*\(|\bf?puts\s*\(|\bstd::(print(ln)?|cout|cerr|clog)\b",
     r"src/main\.cpp|src/app/(cli|main)|src/base/check\.hpp|bench/|tests/|tools/|sim/|fuzz/",
     "only the command line prints; log, or return an error"),
]

LINE_COLUMNS, FILE_LINES, FUNCTION_LINES = 100, 500, 70
CODE = (".cpp", ".hpp")

# --- one file ----------------------------------------------------------------

TOKENS = re.compile(
    r"""(?P<keep>\b\d[\w'.]*)"""
    r"""|//(?:\\\n|[^\n])*|/\*.*?\*/"""
    r"""|\bu?8?[uUL]?R"(?P<end>[^(\s]*)\(.*?\)(?P=end)\""""
    r'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+\'''', re.S)
DIRECTIVES = re.compile(r"^[ \t]*#(?:\\\n|[^\n])*", re.M)


def blanked(pattern, text):
    def blank(match):
        if match.groupdict().get("keep") is not None:
            return match.group()
        return re.sub(r"[^\n]", " ", match.group())
    return pattern.sub(blank, text)


class Source:
    """A file: `text` as it is, `code` without comments and literals, `plain` also without
    preprocessor lines; all of the same length."""

    def __init__(self, name, text):
        self.name = name
        self.text = text
        self.lines = text.split("\n")
        parts = name.split("/")
        self.room = parts[1] if parts[0] == "src" and len(parts) > 2 else None
        self.is_test = re.match(TEST, name) is not None
        self.code = blanked(TOKENS, text) if name.endswith(CODE) else ""
        self.plain = blanked(DIRECTIVES, self.code)

    def line_of(self, offset):
        return self.text.count("\n", 0, offset) + 1

    def allows(self, line, rule):
        around = self.lines[max(0, line - 2):line]
        return any(re.search(rf"// tidy: allow {rule}: \w", text) for text in around)


def closing(code, start):
    """The offset of the bracket that closes the one at `start`, or the end of the code."""
    depth = 0
    for match in re.compile(r"[(){}\[\]]").finditer(code, start):
        depth += 1 if match.group() in "({[" else -1
        if depth == 0:
            return match.start()
    return len(code)


# --- rules -------------------------------------------------------------------

def includes(source):
    for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', source.text, re.M):
        line, header = source.line_of(match.start()), match.group(2)
        room = header.split("/")[0]
        if source.name.startswith("tests/"):
            if match.group(1) == '"':
                yield line, "include", f"tests include nothing of ours, but {header}"
        elif match.group(1) == '"':
            if room not in ALL_ROOMS and not source.name.startswith(("bench/", "sim/", "fuzz/")):
                yield line, "include", f'"{header}" is not written relative to src/'
            elif source.room and room != source.room and room not in ROOMS.get(source.room, ()):
                yield line, "include", f"{source.room} may not include {room}"
        elif source.room:
            library = next(name for name, form in LIBRARIES if re.match(form, header))
            allowed = {"std"} | LIBRARIES_OF.get(source.room, set())
            if source.is_test:
                allowed |= {"test", "io"}
            if library not in allowed:
                yield line, "include", f"{source.room} may not include <{header}>"


def links(source):
    for match in re.finditer(r"rejoinder_room\(\s*(\w+)(?:\s+LINKS([^)]*))?\)", source.text):
        line, name = source.line_of(match.start()), match.group(1)
        if name != source.room:
            yield line, "links", f"the room of this folder is {source.room}, not {name}"
        for other in (match.group(2) or "").split():
            if other in ALL_ROOMS and other not in ROOMS.get(name, ()):
                yield line, "links", f"{name} may not link {other}"


def homes(source):
    for rule, form, home, advice in HOMES:
        if not re.match(home, source.name):
            for match in re.finditer(form, source.plain):
                yield source.line_of(match.start()), rule, f"`{match.group().strip()}`: {advice}"


def awaited(code, start):
    """The operand of the co_await at `start`: up to the end of its statement or argument."""
    position = start
    while position < len(code) and code[position] not in ");},":
        position = closing(code, position) + 1 if code[position] in "({[" else position + 1
    return code[start:position]


def co_await(source):
    for match in re.finditer(r"\bco_await\b", source.plain):
        if re.search(r"\{|(?<![\w)\]])\s*\[(?!\[)", awaited(source.plain, match.end())):
            yield (source.line_of(match.start()), "co-await",
                   "no {…} and no lambda inside a co_await expression: name it, then await it")
    for match in re.finditer(r"\bTRY(_VOID)?\s*\(", source.plain):
        if "co_await" in source.plain[match.end():closing(source.plain, match.end() - 1)]:
            yield (source.line_of(match.start()), "co-await",
                   "no TRY around a co_await: name the result, then TRY it")
    for match in re.finditer(r"(?<![\w)\]\[])\s*\[([^\[\]]+)\]\s*(?=[({])", source.plain):
        body = source.plain.find("{", match.end())
        between = source.plain[match.end():body]
        if body >= 0 and ";" not in between:
            if re.search(r"\bco_(await|return|yield)\b",
                         source.plain[body:closing(source.plain, body)]):
                yield (source.line_of(match.end()), "co-await",
                       "a capturing lambda is no coroutine: its captures die before it does")


def functions(source):
    """The functions outside of functions, as (name, first line, last line)."""
    code, start, position = source.plain, 0, 0
    step = re.compile(r"[;{}]")
    while match := step.search(code, position):
        position = match.end()
        header = code[start:match.start()]
        if match.group() != "{":
            start = position
            continue
        head = re.sub(r"\b(public|private|protected)\s*:(?!:)", " ", header).strip()
        if re.search(r"\)[^;=]*[^:]:(?!:).*[\w>]$", head, re.S):  # a member's initializer
            position = closing(code, match.start()) + 1
            continue
        is_scope = re.match(r"(inline\s+)?namespace\b|extern\b", head) or re.match(
            r"(template\s*<.*>\s*)?(typedef\s+)?(class|struct|union)\b[^()]*$", head, re.S)
        if is_scope:
            start = position
            continue
        end = closing(code, match.start())
        if ")" in head and not re.search(r"=\s*$", head):
            name = re.search(r"([\w:~]+|operator\s*\S+)\s*\(", head)
            first = source.line_of(start + len(header) - len(header.lstrip()))
            yield name.group(1) if name else "?", first, source.line_of(end)
        start = position = end + 1


def sizes(source):
    for number, line in enumerate(source.lines, 1):
        if len(line) > LINE_COLUMNS:
            yield number, "line-size", f"{len(line)} columns, {LINE_COLUMNS} at most"
    count = source.text.count("\n")
    if count > FILE_LINES:
        yield FILE_LINES + 1, "file-size", f"{count} lines, {FILE_LINES} at most"
    for name, first, last in functions(source):
        if last - first + 1 > FUNCTION_LINES:
            yield (first, "function-size",
                   f"{name} has {last - first + 1} lines, {FUNCTION_LINES} at most")


def names(source):
    if source.name.endswith(CODE) and source.room:
        folders = source.name.split("/")[1:-1]
        expected = "::".join(["rejoinder"] + [f for f in folders if f != "base"])
        for match in re.finditer(r"^\s*(?:inline\s+)?namespace\s+([\w:]+)", source.plain, re.M):
            if match.group(1).split("::")[0] != "rejoinder":
                continue
            if match.group(1) != expected and not match.group(1).startswith(expected + "::"):
                yield (source.line_of(match.start(1)), "namespace",
                       f"the namespace of this folder is {expected}")
    if source.name.endswith(".hpp") and not source.text.startswith("#pragma once\n"):
        yield 1, "pragma-once", "a header begins with #pragma once"
    if re.search(r"[^a-z0-9_./-]", source.name) and source.name.endswith(CODE):
        yield 1, "file-name", "files are named in snake_case"


def todos(source):
    for match in re.finditer(r"\b(TODO|FIXME|XXX)\b(?!\(#\d+\))", source.text):
        yield source.line_of(match.start()), "todo", "write TODO(#issue)"


def is_checked(name):
    path = pathlib.PurePosixPath(name)
    if path.suffix in CODE or path.name == "CMakeLists.txt":
        return path.parts[0] in ("src", "tests", "bench", "sim", "fuzz", "tools")
    return path.suffix == ".py" or name in ("dev", "tools/tidy", "tools/generate", "tools/summary")


def check(name, text):
    source = Source(name, text)
    rules = [sizes] if name.startswith("tools/tidy") else [sizes, todos]
    if name.endswith(CODE):
        rules += [includes, homes, co_await, names]
    if name.endswith("CMakeLists.txt"):
        rules += [links]
    for rule in rules:
        for line, label, message in rule(source):
            if not source.allows(line, label):
                yield name, line, label, message
