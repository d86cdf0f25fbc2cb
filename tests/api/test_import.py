"""`rejoinder org import` and `org export`: an organization from and to files."""

import contextlib
import json
import pathlib
import re
import shutil
import sqlite3

import pytest

from support.agent import Agent
from support.organization import Organization
from support.server import Server, run
from support.visitor import Visitor

TESTS = pathlib.Path(__file__).resolve().parents[1]
METADATA = TESTS / "metadata"
OPERATING = TESTS.parent / "docs" / "operating.md"
ORGANIZATION = "00D000000000007"
# The ids that tests/metadata/ids.csv gives.
BUTTON = "573B0000000PbXY"
DEPLOYMENT = "572B0000000GmCx"


class Store:
    """A data directory and the commands on it."""

    def __init__(self, directory):
        self.directory = directory
        self.data = directory / "data"

    def org(self, *arguments, check=True):
        return run("org", *map(str, arguments), "--set", f"store.path={self.data}", check=check,
                   cwd=self.directory)

    def export(self, name):
        self.org("export", self.directory / name)
        return {path.name: path.read_text() for path in (self.directory / name).iterdir()}


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path)


def write(folder, **files):
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text)
    return folder


HEAD = f'[organization]\nid = "{ORGANIZATION}"\nname = "Shop"\n'
SKILL = '[[skill]]\nid = "0C5000000000001"\nname = "Support"\n'
BUTTON_TABLE = '[[button]]\nid = "573000000000001"\nname = "Chat"\nskills = ["Support"]\n'


def test_a_visitor_chats_by_imported_metadata(tmp_path):
    organization = Organization(7)
    entry = organization.add_agent("ann@shop.example", profile="Support Agent")
    server = Server(tmp_path, organization)
    store = Store(tmp_path)
    report_file = tmp_path / "report.json"
    told = store.org("import", METADATA, "--organization", ORGANIZATION, "--report", report_file)
    assert f"added button {BUTTON} Chat now" in told.stdout
    assert "PreChatPage.page: not taken: Visualforce" in told.stdout
    report = json.loads(report_file.read_text())
    button = next(file for file in report["files"] if file.get("fullName") == "Chat_Now")
    assert button["id"] == BUTTON and "routingType" in button["taken"]
    assert {"line": 6, "element": "chatPage", "why": "Visualforce pages are not run here"} in \
        button["notes"]

    server.start()
    try:
        agent = Agent(server, entry).login()
        agent.online()
        visitor = Visitor(server, ORGANIZATION, DEPLOYMENT, BUTTON).open()
        visitor.init()
        success = visitor.wait_for("ChatRequestSuccess")
        assert success["postChatUrl"] == "https://shop.example/survey"
        agent.accept(visitor.id)
        assert visitor.wait_for("ChatEstablished")["name"] == "The Shop"
        assert visitor.wait_for("ChatMessage")["text"] == "Hello from the shop!"
        visitor.close()
        agent.close()
    finally:
        server.kill()


def test_metadata_exported_and_imported_again_changes_nothing(store):
    store.org("import", METADATA, "--organization", ORGANIZATION)
    again = store.org("import", METADATA, "--organization", ORGANIZATION)
    assert "\n0 rows written, 0 removed" in again.stdout
    first = store.export("first")
    assert "0 rows written, 0 removed" in store.org("import", store.directory / "first",
                                                    "--prune").stdout
    assert store.export("second") == first

    other = Store(write(store.directory / "other"))
    other.org("import", store.directory / "first")
    assert other.export("third") == first


def test_prune_takes_away_what_the_files_do_not_name(store):
    both = write(store.directory / "both", a=HEAD + SKILL, b=BUTTON_TABLE)
    store.org("import", both)
    one = write(store.directory / "one", a=HEAD + SKILL)
    assert "1 left that are not in the files" in store.org("import", one).stdout
    assert "removed button 573000000000001 Chat" in store.org("import", one, "--prune").stdout
    assert "Chat" not in store.export("out")["button.toml"]


def test_a_file_may_name_what_is_stored(store):
    store.org("import", write(store.directory / "one", a=HEAD + SKILL))
    button = write(store.directory / "two", a=HEAD + BUTTON_TABLE)
    store.org("import", button)
    pruned = store.org("import", button, "--prune", check=False)
    assert pruned.returncode == 65
    assert 'a.toml:7:10: skills there is no [[skill]] named "Support"' in pruned.stderr


def test_secrets_are_not_exported(store):
    text = HEAD + ('[[agent]]\nid = "005000000000001"\nusername = "ann"\nname = "Ann"\n'
                   'password = "open sesame"\n')
    store.org("import", write(store.directory / "one", a=text))
    exported = "".join(store.export("out").values())
    assert "ann" in exported
    assert "sesame" not in exported and "argon2" not in exported and "password" not in exported


def test_of_broken_files_nothing_is_imported(store):
    store.org("import", write(store.directory / "good", a=HEAD + SKILL))
    before = store.export("before")

    bad = write(store.directory / "bad", a=HEAD + SKILL.replace("Support", "Sales"),
                b="[[button]]\nid = 5\n")
    refused = store.org("import", bad, check=False)
    assert refused.returncode == 65
    assert "b.toml:2:6: id must be a text in quotes" in refused.stderr
    assert "b.toml:1:1: name is missing" in refused.stderr

    folder = store.directory / "metadata"
    shutil.copytree(METADATA, folder)
    (folder / "skills" / "Support.skill").write_text("<Skill>\n<label>Support</label>\n")
    refused = store.org("import", folder, "--organization", ORGANIZATION, check=False)
    assert refused.returncode == 65
    assert "skills/Support.skill:2:1: " in refused.stderr
    assert store.export("after") == before


def test_the_documentation_shows_all_keys_with_their_defaults(store):
    lines = OPERATING.read_text().split("\n## An organization's files\n")[1]
    lines = lines.split("\n### ")[0].split("\n")
    text = "\n".join(line[4:] for line in lines if line.startswith("    "))
    store.org("import", write(store.directory / "documented", a=text))
    for name, exported in store.export("out").items():
        keys = {line.split(" = ")[0] for line in exported.splitlines() if " = " in line}
        needed = {"id", "name", "username", "from_address", "message", "pattern", "replacement",
                  "created_at"}
        assert keys <= needed, name
        table = name.removesuffix(".toml")
        columns = set(re.findall(r"^(\w+) = ", text.split(f"[{table}]")[1].split("\n[")[0], re.M))
        declared = columns_of(store.data, table)
        assert columns - {"password"} == declared - {"organization", "password_hash",
                                                     "api_key_hash"}, name


def columns_of(data, table):
    with contextlib.closing(sqlite3.connect(data / "rejoinder.db")) as database:
        return {row[1] for row in database.execute(f"PRAGMA table_info({table})")}


def test_what_is_asked_for_must_fit_the_files(store):
    folder = write(store.directory / "files", a=HEAD)
    assert store.org("import", METADATA, check=False).returncode == 64
    assert store.org("import", METADATA, "--organization", ORGANIZATION, "--prune",
                     check=False).returncode == 64
    assert store.org("import", folder, "--organization", ORGANIZATION,
                     check=False).returncode == 64
    assert store.org("import", store.directory / "nowhere", check=False).returncode == 65
    assert store.org("import", write(store.directory / "empty"), check=False).returncode == 65
    assert store.org("export", store.directory / "out", check=False).returncode == 65
    shutil.copytree(METADATA / "skills", folder / "skills")
    assert "both" in store.org("import", folder, check=False).stderr


def test_several_organizations_are_exported_one_by_one(store):
    store.org("import", write(store.directory / "one", a=HEAD))
    other = HEAD.replace(ORGANIZATION, "00D000000000008")
    store.org("import", write(store.directory / "two", a=other))
    refused = store.org("export", store.directory / "out", check=False)
    assert refused.returncode == 65
    assert ORGANIZATION in refused.stderr and "00D000000000008" in refused.stderr
    store.org("export", store.directory / "out", "--organization", ORGANIZATION)
    assert ORGANIZATION in (store.directory / "out" / "organization.toml").read_text()


def test_business_hours_close_a_button(tmp_path):
    organization = Organization(9)
    lane = organization.add_lane(agents=1, buttons={
        "never": (1, {"business_hours": "Never"}), "always": (1, {"business_hours": "Always"})})
    organization.add_business_hours("Never", exceptions=["2026-01-01 closed"])
    organization.add_business_hours(
        "Always", time_zone="Europe/Berlin",
        weekly=[f"{day} 00:00-24:00" for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")])
    organization.add_deployment()
    server = Server(tmp_path, organization).start()
    try:
        agent = Agent(server, lane.agents[0]).login()
        agent.online()
        for kind, answer in (("never", "ChatRequestFail"), ("always", "ChatRequestSuccess")):
            visitor = Visitor(server, organization.id, organization.deployment,
                              lane.buttons[kind][0]).open()
            visitor.init()
            visitor.wait_for(answer)
            visitor.close()
        agent.close()
    finally:
        server.kill()
