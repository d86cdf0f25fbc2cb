"""Writes openapi.yaml as JSON into a C++ source.

    embed_openapi.py openapi.yaml openapi.cpp
"""

import json
import sys

import yaml

TEMPLATE = """\
#include "app/api/openapi.hpp"

#include <string_view>

// The text is longer than the shortest string a compiler has to take.
#pragma GCC diagnostic ignored "-Woverlength-strings"

namespace rejoinder::app::api {{

const std::string_view openapi_json = R"openapi({text})openapi";

}}  // namespace rejoinder::app::api
"""


def main(source, target):
    with open(source, encoding="utf-8") as file:
        description = yaml.safe_load(file)
    # Only there for YAML's anchors.
    description.pop("x-errors", None)
    text = json.dumps(description, ensure_ascii=False, separators=(",", ":"))
    with open(target, "w", encoding="utf-8") as file:
        file.write(TEMPLATE.format(text=text))


if __name__ == "__main__":
    main(*sys.argv[1:])
