"""The console's files over HTTP: where they are, in which form, for how long, how safe."""

import gzip
import os
import pathlib
import re
import ssl
import subprocess

import pytest

from support.http import Connection

_ROOT = pathlib.Path(__file__).resolve().parents[2]

POLICY = (
    "default-src 'none'; script-src 'self'; "
    "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; "
    "connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; media-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'")


def is_built_without(response):
    return response.status == 404 and "built without the console" in response.text


def ask(server, target, headers=(), method="GET"):
    with server.connect() as connection:
        return connection.exchange(method, target, headers)


def problem(response, status):
    assert response.status == status, response
    assert response.header("Content-Type").startswith("application/problem+json")
    return response.json()["detail"]


@pytest.fixture
def console(world):
    """Asks for a path of the console."""
    if is_built_without(ask(world.server, "/console/")):
        ships = os.environ.get("REJOINDER_PRESET") == "release"
        assert not (ships and (_ROOT / "web/console/package.json").exists()), "it is missing"
        pytest.skip("the server is built without the console")
    return lambda target, headers=(), method="GET": ask(world.server, target, headers, method)


@pytest.fixture
def script(console):
    """The path of the script that the index loads."""
    return re.search(r'src="(/console/assets/[^"]+\.js)"', console("/console/").text).group(1)


def test_the_index_is_looked_at_again_every_time(console):
    response = console("/console/")
    assert response.status == 200
    assert response.header("Content-Type") == "text/html;charset=UTF-8"
    assert response.header("Cache-Control") == "no-cache"
    assert response.header("Vary") == "Accept-Encoding"
    assert response.text.lower().startswith("<!doctype html>")


def test_a_script_is_kept_for_ever(console, script):
    response = console(script)
    assert response.status == 200
    assert response.header("Content-Type") == "text/javascript;charset=UTF-8"
    assert response.header("Cache-Control") == "public, max-age=31536000, immutable"
    assert response.body


@pytest.mark.parametrize("target,status", [("/", 302), ("/console", 308)])
def test_other_ways_lead_to_the_console(console, target, status):
    response = console(target)
    assert response.status == status and response.header("Location") == "/console/"


@pytest.mark.parametrize("page", ["chats", "chats/0f8fad5b-d9cb-469f-a165-70867728950e",
                                  "admin/buttons/573000000000001", "supervisor/"])
def test_pages_of_the_console_are_its_index(console, page):
    response = console("/console/" + page)
    assert response.status == 200 and response.body == console("/console/").body
    assert response.header("Cache-Control") == "no-cache"


@pytest.mark.parametrize("path", [
    "/console/assets/none-12345678.js", "/console/none.html", "/console/assets/",
    "/console/../etc/passwd", "/console/..", "/console/assets/../../../../etc/passwd",
    "/console/%2e%2e/%2e%2e/etc/passwd", "/console/..%2f..%2fetc%2fpasswd",
    "/console/index%2ehtml", "/console/%00", "/console//", "/console//index.html",
    "/console/chats//x", "/console/.vite/manifest.json", "/console/INDEX.HTML",
    "/console/index.html.br", "/console/..\\..\\etc\\passwd"])
def test_nothing_else_is_found(console, path):
    problem(console(path), 404)


def test_every_answer_is_safe_in_a_browser(console, script):
    for target in ["/", "/console", "/console/", script, "/console/none.js"]:
        response = console(target)
        assert response.header("Content-Security-Policy") == POLICY
        assert response.header("X-Content-Type-Options") == "nosniff"
        assert response.header("Referrer-Policy") == "no-referrer"
        assert response.header("Cross-Origin-Opener-Policy") == "same-origin"
        assert response.header("Strict-Transport-Security") is None


def test_over_tls_browsers_are_told_to_stay_there(console, own_server, certificate):
    path, key = certificate("console")
    server = own_server({"server.tls_listen": ["127.0.0.1:0"],
                         "server.tls_certificate": str(path), "server.tls_key": str(key)})
    context = ssl.create_default_context(cafile=str(path))
    with Connection(server.addresses[1], tls=context) as connection:
        response = connection.exchange("GET", "/console/")
    assert response.status == 200
    assert response.header("Strict-Transport-Security") == "max-age=31536000"


def decoded(response):
    coding = response.header("Content-Encoding")
    if coding == "gzip":
        return gzip.decompress(response.body)
    if coding == "br":
        program = ("const data = []; process.stdin.on('data', (piece) => data.push(piece));"
                   "process.stdin.on('end', () => process.stdout.write("
                   "require('zlib').brotliDecompressSync(Buffer.concat(data))));")
        return subprocess.run(["node", "-e", program], input=response.body, check=True,
                              stdout=subprocess.PIPE).stdout
    return response.body


@pytest.mark.parametrize("accepted,coding", [
    ("gzip, deflate, br, zstd", "br"), ("br;q=0.1, gzip;q=1", "br"), ("gzip", "gzip"),
    ("br;q=0, gzip", "gzip"), ("*;q=0, gzip", "gzip"), ("*", "br"), ("identity", None),
    ("*;q=0", None), ("br;q=0, gzip;q=0.000", None)])
def test_the_form_that_the_client_accepts(console, accepted, coding):
    plain = console("/console/")
    response = console("/console/", [("Accept-Encoding", accepted)])
    assert response.status == 200 and response.header("Content-Encoding") == coding
    assert decoded(response) == plain.body
    assert response.header("Vary") == "Accept-Encoding"
    if coding:
        assert len(response.body) < len(plain.body)
        assert response.header("ETag") != plain.header("ETag")


@pytest.mark.parametrize("accepted", [[], [("Accept-Encoding", "br")]], ids=["plain", "br"])
def test_what_the_client_has_is_not_sent_again(console, script, accepted):
    for target in ["/console/", "/console/chats", script]:
        first = console(target, accepted)
        tag = first.header("ETag")
        for named in [tag, "W/" + tag, f'"other", {tag}', "*"]:
            again = console(target, [*accepted, ("If-None-Match", named)])
            assert again.status == 304 and again.body == b""
            assert again.header("Content-Length") is None
            for name in ["ETag", "Cache-Control", "Vary", "Content-Security-Policy"]:
                assert again.header(name) == first.header(name)
        assert console(target, [*accepted, ("If-None-Match", '"other"')]).status == 200


def test_a_tag_of_another_form_is_another_tag(console):
    tag = console("/console/", [("Accept-Encoding", "br")]).header("ETag")
    assert console("/console/", [("If-None-Match", tag)]).status == 200


@pytest.mark.parametrize("accepted", ["identity", "gzip", "br"])
def test_head_tells_what_get_would(console, script, accepted):
    for target in ["/", "/console", "/console/", script, "/console/none.js"]:
        headers = [("Accept-Encoding", accepted)]
        got = console(target, headers)
        head = console(target, headers, method="HEAD")
        assert head.status == got.status and head.body == b""
        skip = {"date"}
        assert ([pair for pair in head.headers if pair[0].lower() not in skip]
                == [pair for pair in got.headers if pair[0].lower() not in skip])


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(console, method):
    for target in ["/", "/console", "/console/", "/console/none.js"]:
        response = console(target, method=method)
        problem(response, 405)
        assert response.header("Allow") == "GET, HEAD"


def test_one_connection_gets_many_files(world, console, script):
    targets = ["/console/", script, "/console/none.js", script, "/console", "/console/"]
    with world.server.connect() as connection:
        for target in targets:
            connection.send("GET", target)
        replies = [connection.read() for _ in targets]
    assert [reply.status for reply in replies] == [200, 200, 404, 200, 308, 200]
    assert replies[1].body == replies[3].body and replies[0].body == replies[5].body


def test_a_console_that_is_switched_off_says_so(console, own_server):
    server = own_server({"console.enabled": False})
    for target in ["/console", "/console/", "/console/chats", "/console/index.html"]:
        assert "switched off" in problem(ask(server, target), 404)
    welcome = ask(server, "/")
    assert welcome.status == 200 and "Rejoinder" in welcome.text


def test_a_server_without_the_console_says_so(world):
    response = ask(world.server, "/console/")
    if not is_built_without(response):
        pytest.skip("the server is built with the console")
    for target in ["/console", "/console/", "/console/chats", "/console/assets/x.js"]:
        assert "built without" in problem(ask(world.server, target), 404)
    assert ask(world.server, "/").status == 200
