"""Finding files: folders are walked, archives opened, in an order that never changes."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from peelian.records.load.errors import Unreadable
from peelian.records.load.source import Found, Problem
from peelian.records.load.streams import fault_of_member, open_archive
from peelian.sources.police_uk.names import UnknownName, read_name
from peelian.spine.force import UnknownForce

KEY = "police_uk"
# Other JSON in a folder is about the data and no data.
DATA = (".csv", ".csv.gz", "-stop-and-search.json", "-stop-and-search.json.gz")


def find(paths: Sequence[Path], *, force: str | None) -> tuple[Found | Problem, ...]:
    """Every street, outcomes and stop and search file under these paths; see `Source.find`."""
    return tuple(file for path in paths for file in _find(path, force))


def _find(path: Path, force: str | None) -> Iterator[Found | Problem]:
    if path.is_dir():
        inside = [found for found in sorted(path.rglob("*")) if found.is_file() and _wanted(found)]
        if not inside:
            yield Problem(path.name, "holds no .csv, .csv.gz, .zip or stop and search .json file.")
        for found in inside:
            yield from _find(found, force)
    elif not path.exists():
        yield Problem(str(path), "there is no such file or folder.")
    elif path.suffix.lower() == ".zip":
        yield from _members(path, force)
    else:
        yield _named(path, "", path.name, force)


def _members(path: Path, force: str | None) -> Iterator[Found | Problem]:
    try:
        with open_archive(path) as archive:
            members = sorted(archive.infolist(), key=lambda info: info.filename)
    except Unreadable as error:
        yield Problem(path.name, str(error))
        return
    for info in members:
        origin = f"{path.name}: {info.filename}"
        fault = fault_of_member(info)
        if fault:
            yield Problem(origin, f"not loaded: {fault}.")
        elif not info.is_dir() and info.filename.lower().endswith(DATA):
            yield _named(path, info.filename, origin, force)


def _named(path: Path, member: str, origin: str, force: str | None) -> Found | Problem:
    try:
        named = read_name(PurePosixPath(member or path.name).name, force_slug=force)
    except (UnknownName, UnknownForce) as error:
        return Problem(origin, str(error))
    return Found(named.kind, KEY, path, member, named.place, origin, opener=named.opener)


def _wanted(path: Path) -> bool:
    return path.name.lower().endswith((*DATA, ".zip")) and not path.name.startswith(".")
