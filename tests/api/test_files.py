"""Files in chats: asked for and uploaded, sent and downloaded."""

import threading

import pytest

from support.files import FAILURE, SIZE_MAX, SUCCESS, FileChat, no_drafts_stay
from support.forms import FORM, field_part, file_part, form, png
from support.organization import ORIGIN
from support.timing import Deadline


@pytest.fixture
def chat(lane):
    return FileChat(lane)


def test_a_file_goes_from_the_visitor_to_the_agent(chat):
    asked = chat.ask()
    assert asked["uploadServletUrl"] == chat.lane.server.url + "/upload"
    assert asked["cdmServletUrl"] and len(asked["fileToken"]) >= 32
    assert chat.frame("requested")["direction"] == "fromVisitor"
    content = png(300_000)
    assert chat.upload(asked["fileToken"], file_part(content, "C:\\pics\\My cat.png")) == SUCCESS
    assert chat.told() == "Success"
    stored = chat.frame("stored")
    assert (stored["name"], stored["contentType"], stored["size"]) == (
        "My cat.png", "image/png", 300_000)
    assert chat.entries() == ["FileTransferRequested", "FileTransferSuccess"]

    response = chat.download(stored["fileId"])
    assert response.body == content
    assert response.header("Content-Type") == "image/png"
    assert response.header("Content-Disposition").startswith('attachment; filename="My cat.png"')
    assert response.header("X-Content-Type-Options") == "nosniff"
    assert response.header("Content-Security-Policy") == "sandbox; default-src 'none'"
    head = chat.agent.request("HEAD", f"/chats/{chat.key}/files/{stored['fileId']}")
    assert (head.header("Content-Length"), head.body) == ("300000", b"")

    path = chat.stored_files()[stored["fileId"]]
    assert path.parent.name == stored["fileId"][:2]
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_goes_from_the_agent_to_the_visitor(chat):
    content = b"%PDF-1.7 " + bytes(range(256)) * 1000
    response = chat.send(file_part(content, "Offer é.pdf", "application/pdf"))
    assert response.status == 201, response
    sent = response.json()
    assert (sent["direction"], sent["state"]) == ("toVisitor", "stored")
    assert chat.frame("stored")["fileId"] == sent["fileId"]
    text = chat.visitor.wait_for("ChatMessage")["text"]
    name, link = text.split("\n")
    assert name == "Offer é.pdf" and link.startswith(chat.lane.server.url + "/files/")
    assert "FileTransferToChasitor" in chat.entries()

    target = link[len(chat.lane.server.url):]
    with chat.lane.server.connect() as connection:
        response = connection.exchange("GET", target)
        assert response.status == 200 and response.body == content
        assert response.header("Content-Disposition").startswith("attachment;")
        assert "filename*=UTF-8''Offer%20%C3%A9.pdf" in response.header("Content-Disposition")
        assert response.header("X-Content-Type-Options") == "nosniff"
        assert connection.exchange("POST", target).status == 405
        wrong = target[:-1] + ("A" if target[-1] != "A" else "B")
        for path in (wrong, target + "x", target[:-1], "/files/", "/files/x/y",
                     target.rsplit("/", 1)[0]):
            assert connection.exchange("GET", path).status == 404, path
    assert chat.download(sent["fileId"]).body == content

    chat.agent.end(chat.key)
    chat.visitor.wait_for("ChatEnded")
    with chat.lane.server.connect() as connection:
        assert connection.exchange("GET", target).body == content, "the link lives on for a while"
    assert chat.download(sent["fileId"]).body == content


@pytest.mark.parametrize("place", ["query", "form", "both", "behind"])
def test_parameters_stand_in_the_query_the_form_or_both(chat, place):
    token = chat.ask()["fileToken"]
    fields = [field_part("orgId", chat.lane.organization), field_part("chatKey", chat.key),
              field_part("fileToken", token), field_part("encoding", "UTF-8"),
              field_part("filename", "cat.png")]
    parts = [*fields, file_part(png())] if place != "behind" else [file_part(png()), *fields]
    if place == "query":
        parts = [file_part(png())]
    query = chat.query(token) if place in ("query", "both") else ""
    assert chat.upload(token, *parts, query=query) == SUCCESS
    assert chat.told() == "Success"


def test_a_name_may_come_in_a_field_of_its_own(chat):
    token = chat.ask()["fileToken"]
    assert chat.upload(token, file_part(png(), ""), field_part("filename", "late.png")) == SUCCESS
    assert chat.frame("stored")["name"] == "late.png"


def test_a_token_is_for_one_upload_in_one_chat(chat):
    before = set(chat.stored_files())
    token = chat.ask()["fileToken"]
    other = "6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11"
    assert chat.upload("wrong") == FAILURE
    assert chat.upload(token, query=chat.query(token, chatKey=other)) == FAILURE
    assert chat.upload(token, query=chat.query(token, chatKey="nonsense")) == FAILURE
    assert chat.upload(token, query=chat.query(token, orgId="00D000000000999")) == FAILURE
    assert chat.upload(token, query=chat.query(None)) == FAILURE
    assert set(chat.stored_files()) == before, "nothing was stored"
    assert chat.entries() == ["FileTransferRequested"]
    assert chat.upload(token, query=chat.query(token, orgId=None)) == SUCCESS
    assert chat.upload(token) == FAILURE, "it was used"
    assert len(chat.stored_files()) == len(before) + 1
    no_drafts_stay(chat)


def test_one_file_is_asked_for_at_a_time_and_either_side_may_cancel(chat):
    token = chat.ask()["fileToken"]
    chat.request(status=409)
    path = f"/chats/{chat.key}/file-requests"
    assert chat.agent.request("DELETE", path).status == 204
    assert chat.told() == "Canceled"
    assert chat.frame("canceled")
    assert chat.agent.request("DELETE", path).status == 409
    assert chat.upload(token) == FAILURE

    token = chat.ask()["fileToken"]
    with chat.lane.server.connect() as connection:
        query = "/upload?" + chat.query(token, cancel="true")
        assert connection.exchange("POST", query).text == SUCCESS
        assert connection.exchange("POST", query).text == FAILURE
    assert chat.told() == "Canceled"
    token = chat.ask()["fileToken"]
    assert chat.upload(token, field_part("cancel", "true")) == SUCCESS
    assert chat.told() == "Canceled"
    assert chat.entries().count("FileCanceledChasitor") == 2
    assert "FileCanceledAgent" in chat.entries()


@pytest.mark.parametrize("content, name, kind", [
    (b"<!DOCTYPE html><script>alert(1)</script>", "cat.png", "image/png"),
    (b"<html><body>hello", "page.txt", "text/plain"),
    (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "cat.svg", "image/svg+xml"),
    (b"#!/bin/sh\nrm -rf /\n", "notes.txt", "text/plain"),
    (b"MZ\x90\x00", "setup.exe", "application/octet-stream"),
    (png(), "cat.png", "application/pdf"),
    (png(), "cat.pdf", "application/pdf"),
    (b"", "cat.png", "image/png"),
    (b"text with \x00 in it", "notes.txt", "text/plain"),
])
def test_what_is_not_what_it_says_is_a_failure(chat, content, name, kind):
    before = set(chat.stored_files())
    token = chat.ask()["fileToken"]
    assert chat.upload(token, file_part(content, name, kind)) == FAILURE
    assert chat.told() == "Failure"
    assert chat.frame("failed")
    assert chat.reason()
    assert set(chat.stored_files()) == before
    assert chat.upload(token) == FAILURE, "the token was used up"
    response = chat.send(file_part(content, name, kind))
    assert response.status == 400, response
    assert set(chat.stored_files()) == before
    no_drafts_stay(chat)


def test_five_megabytes_and_not_one_byte_more(chat):
    token = chat.ask()["fileToken"]
    content = png(SIZE_MAX)
    assert chat.upload(token, file_part(content)) == SUCCESS
    assert chat.download(chat.frame("stored")["fileId"]).body == content
    assert chat.told() == "Success"

    token = chat.ask()["fileToken"]
    assert chat.upload(token, file_part(content + b"x")) == FAILURE
    assert chat.told() == "Failure"
    assert "too large" in chat.reason()
    assert chat.send(file_part(content + b"x")).status == 413
    no_drafts_stay(chat)


def test_what_is_far_too_large_is_not_read(chat):
    token = chat.ask()["fileToken"]
    with chat.lane.server.connect() as connection:
        connection.send("POST", "/upload?" + chat.query(token),
                        [FORM, ("Content-Length", str(1 << 40)), ("Origin", ORIGIN)])
        response = connection.read()
        assert response.status == 413
        assert response.header("Access-Control-Allow-Origin") == ORIGIN
    assert chat.upload(token) == SUCCESS, "the request is still open"


def test_an_upload_that_breaks_off_may_be_tried_again(chat):
    before = set(chat.stored_files())
    token = chat.ask()["fileToken"]
    body = form(file_part(png(1_000_000)))
    connection = chat.lane.server.connect()
    connection.send("POST", "/upload?" + chat.query(token),
                    [FORM, ("Content-Length", str(len(body)))])
    connection.send_bytes(body[:500_000])
    # As long as one is on its way no other has the token.
    deadline = Deadline()
    while not list((chat.lane.server.data / "files" / "incoming").iterdir()):
        assert not deadline.over()
        chat.agent.me()
    assert chat.upload(token) == FAILURE
    connection.close()
    deadline = Deadline()
    while chat.upload(token) != SUCCESS:
        assert not deadline.over()
    assert chat.told() == "Success"
    assert chat.entries() == ["FileTransferRequested", "FileTransferSuccess"]
    assert len(chat.stored_files()) == len(before) + 1
    no_drafts_stay(chat)


def test_a_form_that_is_cut_or_none_is_a_failure(chat):
    for body, kind in [(form(file_part(png()))[:-8], FORM[1]), (b"x" * 100, FORM[1]),
                       (png(), "image/png"), (b"a=b", "application/x-www-form-urlencoded")]:
        token = chat.ask()["fileToken"]
        with chat.lane.server.connect() as connection:
            response = connection.exchange("POST", "/upload?" + chat.query(token),
                                           [("Content-Type", kind)], body)
        assert (response.status, response.text) == (200, FAILURE)
        assert chat.told() == "Failure"
    response = chat.agent.request("POST", f"/chats/{chat.key}/files", b"x",
                                  [*chat.agent.credentials(), ("Content-Type", "text/plain")])
    assert response.status == 400


def test_two_visitors_upload_at_once(lane):
    chats = [FileChat(lane), FileChat(lane)]
    contents = [png(1_000_000), png(2_000_001)]
    words = {}

    def upload(index, token):
        words[index] = chats[index].upload(token, file_part(contents[index]))

    threads = [threading.Thread(target=upload, args=(index, chat.ask()["fileToken"]))
               for index, chat in enumerate(chats)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert words == {0: SUCCESS, 1: SUCCESS}
    for chat, content in zip(chats, contents):
        assert chat.told() == "Success"
        file_id = chat.stream.wait_for("file", state="stored", chatKey=chat.key)["fileId"]
        assert chat.download(file_id).body == content


def test_of_two_uploads_with_one_token_one_counts(chat):
    token = chat.ask()["fileToken"]
    before = set(chat.stored_files())
    words = []
    threads = [threading.Thread(
        target=lambda: words.append(chat.upload(token, file_part(png(700_000)))))
        for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(words) == [FAILURE, FAILURE, FAILURE, SUCCESS]
    assert len(chat.stored_files()) == len(before) + 1
    assert chat.entries() == ["FileTransferRequested", "FileTransferSuccess"]


def test_pages_of_allowed_sites_may_upload(chat):
    token = chat.ask()["fileToken"]
    with chat.lane.server.connect() as connection:
        asking = [("Origin", ORIGIN), ("Access-Control-Request-Method", "POST"),
                  ("Access-Control-Request-Headers", "content-type")]
        preflight = connection.exchange("OPTIONS", "/upload", asking)
        assert preflight.status == 200
        assert preflight.header("Access-Control-Allow-Origin") == ORIGIN
        assert "POST" in preflight.header("Access-Control-Allow-Methods")
        response = connection.exchange("POST", "/upload?" + chat.query(token),
                                       [FORM, ("Origin", ORIGIN)], form(file_part(png())))
        assert (response.text, response.header("Access-Control-Allow-Origin")) == (SUCCESS, ORIGIN)
        response = connection.exchange("GET", "/upload")
        assert (response.status, response.header("Allow")) == (405, "POST, OPTIONS")


def test_chunks_and_continue_are_understood(chat):
    token = chat.ask()["fileToken"]
    body = form(file_part(png(100_000)))
    with chat.lane.server.connect() as connection:
        connection.send_bytes(
            (f"POST /upload?{chat.query(token)} HTTP/1.1\r\nHost: h\r\n{FORM[0]}: {FORM[1]}\r\n"
             "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n").encode())
        assert connection.read_until(b"\r\n\r\n").startswith(b"HTTP/1.1 100 ")
        for start in range(0, len(body), 7_777):
            piece = body[start:start + 7_777]
            connection.send_bytes(b"%x\r\n" % len(piece) + piece + b"\r\n")
        connection.send_bytes(b"0\r\n\r\n")
        assert connection.read().text == SUCCESS


def test_the_end_of_the_chat_ends_the_request(chat):
    token = chat.ask()["fileToken"]
    chat.agent.end(chat.key)
    chat.visitor.wait_for("ChatEnded")
    assert "Canceled" in [message["message"].get("type") for message in chat.visitor.messages]
    assert chat.upload(token) == FAILURE
    chat.request(status=409)


def test_only_the_agent_of_the_chat_transfers_files(chat):
    stranger = chat.lane.second
    assert stranger.post(chat.key, "file-requests").status == 403
    response = stranger.request("POST", f"/chats/{chat.key}/files", form(file_part(png())),
                                [*stranger.credentials(), FORM])
    assert response.status == 403
    with chat.lane.server.connect() as connection:
        response = connection.exchange("POST", f"/api/v1/chats/{chat.key}/files",
                                       [FORM], form(file_part(png())))
        assert response.status == 401
    with chat.lane.server.connect() as connection:
        response = connection.exchange("POST", f"/api/v1/chats/{chat.key}/files",
                                       [FORM, ("Cookie", f"rejoinder_agent={chat.agent.token}")],
                                       form(file_part(png())))
        assert response.status == 403, "a page elsewhere could send this"
    sent = chat.send(file_part(png())).json()
    assert chat.download("6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11", status=404)
    assert chat.download("nonsense", status=404)
    with chat.lane.server.connect() as connection:
        assert connection.exchange(
            "GET", f"/api/v1/chats/{chat.key}/files/{sent['fileId']}").status == 401


def test_a_repeated_send_sends_once(chat):
    key = [("Idempotency-Key", "send-1")]
    before = len(chat.stored_files())
    first = chat.send(file_part(png()), headers=key)
    again = chat.send(file_part(png()), headers=key)
    assert first.json() == again.json()
    assert len(chat.stored_files()) == before + 1
    assert chat.entries() == ["FileTransferToChasitor"]
