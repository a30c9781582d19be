"""A PostgreSQL server that lives as long as one command.

`python tests/postgres.py COMMAND...` starts one in an empty folder, runs the command with
PEELIAN_DATABASE naming it, stops it and ends as the command ended. Nothing need be installed: the
package pgserver carries the programs; failing that, those of the system serve.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psycopg

SUPERUSER = "peelian"
DATABASE = "peelian"
# PostgreSQL refuses to run as root, as a container does; this user stands in.
STAND_IN = "nobody"
SECONDS_TO_START = 60
# Where Debian keeps its servers, one folder for each version.
INSTALLED = Path("/usr/lib/postgresql")
# A crash of the machine ends the tests anyway, so nothing waits for the disc.
SETTINGS = ("listen_addresses=", "fsync=off", "full_page_writes=off", "max_connections=200")


class NoServer(Exception):
    """PostgreSQL cannot be started here, with a sentence that says what is missing."""


@contextmanager
def server() -> Iterator[str]:
    """A running server with one empty database; gives the address for PEELIAN_DATABASE.

    Only a socket in a folder of its own leads to it, so that two runs never meet. Raises
    `NoServer`.
    """
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        user = _stand_in()
        if user is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)
        programs = _usable(find_programs(), folder, user)
        log = folder / "log"
        _run([programs / "initdb", *_initial(folder / "data")], user)
        with log.open("wb") as kept:
            running = subprocess.Popen(
                [programs / "postgres", "-D", folder / "data", "-k", folder, *_settings()],
                stdout=kept,
                stderr=kept,
                cwd=folder,
                **_as(user),
            )
        try:
            _create_database(folder, running, log)
            yield address(folder, DATABASE)
        finally:
            running.send_signal(signal.SIGINT)  # PostgreSQL's "fast" stop: connections are ended
            running.wait(SECONDS_TO_START)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def address(folder: Path, database: str) -> str:
    """The address of one database of the server whose socket is in this folder."""
    return f"postgres://{SUPERUSER}@{quote(str(folder), safe='')}/{database}"


def find_programs() -> Path:
    """The folder that holds `initdb` and `postgres`; raises `NoServer` where there is none."""
    folders = []
    packaged = find_spec("pgserver")
    if packaged is not None and packaged.origin is not None:
        folders.append(Path(packaged.origin).parent / "pginstall" / "bin")
    on_path = shutil.which("postgres")
    if on_path is not None:
        folders.append(Path(on_path).resolve().parent)
    folders += sorted(INSTALLED.glob("*/bin"), key=lambda one: float(one.parent.name), reverse=True)
    for folder in folders:
        if all((folder / name).exists() for name in ("initdb", "postgres")):
            return folder
    raise NoServer(
        "No PostgreSQL server was found: neither in the package pgserver (python3 -m pip install "
        "-r requirements/test.txt), nor as 'postgres' on PATH, nor under /usr/lib/postgresql "
        "(on Debian: apt-get install postgresql)."
    )


def _stand_in() -> pwd.struct_passwd | None:
    """The user that the server runs as, where it is not the one who asks."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam(STAND_IN)
    except KeyError as error:
        raise NoServer(
            f"PostgreSQL refuses to run as root, and there is no user '{STAND_IN}' to run it as. "
            f"Run the tests as another user."
        ) from error


def _usable(programs: Path, folder: Path, user: pwd.struct_passwd | None) -> Path:
    """The programs, copied to where that user may run them if their own folder is closed to it."""
    try:
        _run([programs / "postgres", "--version"], user)
    except (PermissionError, NoServer):
        install = programs.parent
        for part in (install, *install.parent.parent.glob("pgserver.libs")):
            shutil.copytree(part, folder / part.relative_to(install.parent.parent), symlinks=True)
        copied = folder / install.parent.name / install.name / "bin"
        for path in (folder, *copied.parents):
            if folder in (path, *path.parents):
                path.chmod(0o755)
        _run([copied / "postgres", "--version"], user)
        return copied
    return programs


def _initial(data: Path) -> list[str | Path]:
    """Text is ordered by its bytes, as SQLite does; nobody else can reach the socket."""
    return ["-D", data, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]


def _settings() -> list[str]:
    return [part for setting in SETTINGS for part in ("-c", setting)]


def _as(user: pwd.struct_passwd | None) -> dict[str, object]:
    if user is None:
        return {}
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _run(command: Sequence[str | Path], user: pwd.struct_passwd | None) -> None:
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", **_as(user))
    if done.returncode:
        raise NoServer(f"{command[0]} failed: {done.stderr.strip() or done.stdout.strip()}")


def _create_database(folder: Path, running: subprocess.Popen[bytes], log: Path) -> None:
    """Create the empty database as soon as the server answers."""
    until = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            with psycopg.connect(address(folder, "postgres"), autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {DATABASE}")
            return
        except psycopg.OperationalError as error:
            if running.poll() is not None or time.monotonic() > until:
                said = log.read_text(errors="replace").strip()
                raise NoServer(f"PostgreSQL did not start. It said: {said}") from error
            time.sleep(0.02)


def main(command: Sequence[str]) -> int:
    """Run a command beside a server of its own; its exit code."""
    if not command:
        sys.stderr.write("Say what to run: python tests/postgres.py pytest\n")
        return 2
    try:
        with server() as named:
            return subprocess.run(command, env=os.environ | {"PEELIAN_DATABASE": named}).returncode
    except NoServer as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
