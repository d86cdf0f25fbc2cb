"""The server under test: a process of its own, killed by its pid."""

import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import tempfile
import threading

from .http import Connection
from .openapi import Description
from .timing import Deadline, PATIENCE

_ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("REJOINDER") or str(_ROOT / "build" / "release" / "rejoinder")

_imported = {}  # data directories after the import, by the organization file's text


def run(*arguments, check=True, **options):
    """Runs the product's binary to its end."""
    result = subprocess.run([BINARY, *arguments], capture_output=True, text=True,
                            timeout=6 * PATIENCE, **options)
    if check:
        assert result.returncode == 0, f"{arguments}: {result.returncode}\n{result.stderr}"
    return result



class Server:
    """A server with its own data directory. Settings are named "section.name"."""

    def __init__(self, directory, organization, settings=None, data=None):
        self.directory = pathlib.Path(directory)
        self.directory.mkdir(parents=True, exist_ok=True)
        self.organization = organization
        self.data = pathlib.Path(data or self.directory / "data")
        self.settings = {"server.listen": ["127.0.0.1:0"], "store.path": str(self.data)}
        self.settings.update(settings or {})
        self.addresses = []  # all it listens on
        self.process = None
        self._log = self.directory / "log.jsonl"
        self._description = None
        self._listening = threading.Condition()
        self._import()

    @property
    def address(self):
        return self.addresses[0]

    @property
    def url(self):
        return "http://%s:%d" % self.address

    @property
    def description(self):
        if self._description is None:
            self._description = Description.of(self.address)
        return self._description

    def write_config(self):
        path = self.directory / "rejoinder.toml"
        sections = {}
        for name, value in self.settings.items():
            section, key = name.split(".", 1)
            sections.setdefault(section, []).append(f"{key} = {json.dumps(value)}")
        path.write_text("\n".join(
            line for section, lines in sections.items() for line in [f"[{section}]", *lines, ""]))
        return path

    def _import(self):
        """Imports the organization; the same file is imported once and its data copied."""
        text = self.organization.toml()
        if text not in _imported:
            made = pathlib.Path(tempfile.mkdtemp(dir=_shared_directory()))
            (made / "organization.toml").write_text(text)
            (made / "rejoinder.toml").write_text(
                f"[store]\npath = {json.dumps(str(made / 'data'))}\n")
            run("org", "import", str(made / "organization.toml"),
                "--config", str(made / "rejoinder.toml"), cwd=made)
            _imported[text] = made / "data"
        shutil.copytree(_imported[text], self.data, dirs_exist_ok=True)
        os.chmod(self.data, 0o700)

    def start(self, set_options=(), file_size=None):
        """Starts it, on the same port as before, and waits until it listens."""
        assert self.process is None
        options = [part for option in set_options for part in ("--set", option)]
        arguments = [BINARY, "serve", "--config", str(self.write_config()), *options]
        self.addresses = []
        self.process = subprocess.Popen(
            arguments, cwd=self.directory, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, preexec_fn=_limit_files(file_size) if file_size else None)
        self._reader = threading.Thread(target=self._read_log, args=(self.process.stderr,))
        self._reader.start()
        wanted = len(self.settings["server.listen"] + self.settings.get("server.tls_listen", []))
        deadline = Deadline(3 * PATIENCE)
        with self._listening:
            while len(self.addresses) < wanted and self.process.poll() is None:
                if not self._listening.wait(min(1.0, deadline.left())) and deadline.over():
                    break
        assert len(self.addresses) == wanted, f"the server did not start:\n{self.log_tail()}"
        self.settings["server.listen"] = ["%s:%d" % self.addresses[0]]
        if wanted > 1:
            self.settings["server.tls_listen"] = ["%s:%d" % self.addresses[1]]
        return self

    def _read_log(self, pipe):
        with pipe, open(self._log, "ab") as log:
            for line in pipe:
                log.write(line)
                log.flush()
                try:
                    entry = json.loads(line)
                except ValueError:
                    continue
                if isinstance(entry, dict) and entry.get("event") == "listening":
                    host, port = entry["address"].rsplit(":", 1)
                    with self._listening:
                        self.addresses.append((host, int(port)))
                        self._listening.notify_all()
        with self._listening:
            self._listening.notify_all()

    def log_tail(self):
        lines = self._log.read_text(errors="replace").splitlines() if self._log.exists() else []
        return "\n".join(lines[-60:])

    def connect(self, timeout=None):
        return Connection(self.address, timeout)

    def kill(self):
        """kill -9."""
        self._end(signal.SIGKILL)

    def stop(self):
        """SIGTERM; the exit code."""
        return self._end(signal.SIGTERM)

    def signal(self, number):
        self.process.send_signal(number)

    def _end(self, number):
        process, self.process = self.process, None
        if process is None:
            return None
        process.send_signal(number)
        try:
            code = process.wait(3 * PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise AssertionError(f"the server did not stop:\n{self.log_tail()}") from None
        finally:
            self._reader.join(PATIENCE)
        return code

    def wait(self):
        """Waits for the end that a signal sent before brings about; the exit code."""
        process, self.process = self.process, None
        code = process.wait(3 * PATIENCE)
        self._reader.join(PATIENCE)
        return code


def _limit_files(size):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    return limit


_shared = []


def _shared_directory():
    if not _shared:
        _shared.append(tempfile.mkdtemp(prefix="rejoinder-test-"))
    return _shared[0]


def remove_shared_directory():
    for directory in _shared:
        shutil.rmtree(directory, ignore_errors=True)
    _shared.clear()
    _imported.clear()
