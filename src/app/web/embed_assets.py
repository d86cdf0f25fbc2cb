"""Writes a built web front end as a C++ source, and beside it the bytes that the source includes.

    embed_assets.py console_assets.cpp [FOLDER]

FOLDER has `index.html`, what it loads, and beside each file its compressed forms, `.br` and `.gz`.
What has a name that begins with a dot is the build's own and left out. Without FOLDER there is
nothing to embed.
"""

import hashlib
import pathlib
import sys

CONTENT_TYPES = {
    ".css": "text/css;charset=UTF-8",
    ".html": "text/html;charset=UTF-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript;charset=UTF-8",
    ".json": "application/json;charset=UTF-8",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain;charset=UTF-8",
    ".wav": "audio/wav",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}

EMPTY = """\
#include "app/web/embedded.hpp"

namespace rejoinder::app::web {

const Assets console_assets;

}  // namespace rejoinder::app::web
"""

TEMPLATE = """\
#include <cstddef>
#include <string_view>

#include "app/web/embedded.hpp"

asm(R"asm(.pushsection .rodata.rejoinder_console, "a", @progbits
.globl rejoinder_console_bytes
.hidden rejoinder_console_bytes
rejoinder_console_bytes:
.incbin {bytes_file}
.popsection)asm");

extern "C" const char rejoinder_console_bytes[{size}];

namespace rejoinder::app::web {{
namespace {{

constexpr std::string_view bytes(std::size_t offset, std::size_t size) {{
    return {{rejoinder_console_bytes + offset, size}};
}}

constinit const Asset assets[] = {{
{rows}
}};

}}  // namespace

const Assets console_assets(assets);

}}  // namespace rejoinder::app::web
"""


class Bytes:
    """What is embedded, one piece behind the other."""

    def __init__(self):
        self.all = bytearray()

    def add(self, piece):
        """The place of `piece` as C++."""
        place = f"bytes({len(self.all)}, {len(piece)})"
        self.all += piece
        return place


def quoted(text):
    """`text` as a literal, in C++ and in the assembler."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def content_type(path):
    if path.suffix not in CONTENT_TYPES:
        sys.exit(f"{path}: no content type is known for {path.suffix or 'such a name'}; "
                 f"see CONTENT_TYPES in {__file__}")
    return CONTENT_TYPES[path.suffix]


def assets(folder):
    """The files to serve, by their paths below `folder`, in the order of their bytes."""
    found = {}
    for file in folder.rglob("*"):
        path = file.relative_to(folder)
        is_hidden = any(part.startswith(".") for part in path.parts)
        if file.is_file() and not is_hidden and file.suffix not in (".br", ".gz"):
            found[path.as_posix()] = file
    if "index.html" not in found:
        sys.exit(f"{folder} has no index.html: the front end is not built")
    return sorted(found.items(), key=lambda item: item[0].encode())


def row(path, file, embedded):
    content = file.read_bytes()
    fields = [quoted(path), quoted(content_type(file)),
              quoted(hashlib.sha256(content).hexdigest()[:32]), embedded.add(content)]
    for suffix in (".gz", ".br"):
        packed = file.with_name(file.name + suffix)
        is_worth_it = packed.is_file() and packed.stat().st_size < len(content)
        fields.append(embedded.add(packed.read_bytes()) if is_worth_it else "{}")
    return "    {" + ", ".join(fields) + "},"


def main(target, folder=None):
    target = pathlib.Path(target)
    if folder is None:
        target.write_text(EMPTY, encoding="utf-8")
        return
    embedded = Bytes()
    rows = [row(path, file, embedded) for path, file in assets(pathlib.Path(folder))]
    bytes_file = target.with_suffix(".bin").resolve()
    bytes_file.write_bytes(embedded.all)
    target.write_text(TEMPLATE.format(bytes_file=quoted(str(bytes_file)), size=len(embedded.all),
                                      rows="\n".join(rows)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
