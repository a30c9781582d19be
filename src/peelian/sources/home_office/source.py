"""Home Office open data: what forces returned of whole years."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from peelian.records.load.errors import CannotLoad
from peelian.records.load.rules import Place
from peelian.records.load.source import Found, Problem
from peelian.records.load.streams import open_bytes
from peelian.sources.home_office.kinds import HEADER, RETURNS
from peelian.sources.home_office.names import SLUGS
from peelian.sources.home_office.split import OneYear, lots

KEY = "home_office"
DATA = (".csv", ".csv.gz")
HEADER_BYTES = 64 * 1024


@dataclass(frozen=True)
class HomeOffice:
    """Yearly counts of stops and searches; one file holds every force and year."""

    key: str = KEY
    title: str = "Home Office: yearly returns of stops and searches"
    attribution: str = (
        "Contains public sector information licensed under the Open Government Licence v3.0."
    )
    takes_mapping: bool = False

    def find(self, paths: Sequence[Path], *, force: str | None) -> tuple[Found | Problem, ...]:
        """Every force and year of the files under these paths; `force` keeps one force only."""
        return tuple(file for path in paths for file in _find(path, force))


HOME_OFFICE = HomeOffice()


def _find(path: Path, force: str | None) -> Iterator[Found | Problem]:
    if not path.exists():
        yield Problem(str(path), "there is no such file or folder.")
    elif not path.is_dir():
        yield from _of_file(path, force)
    else:
        inside = [file for file in sorted(path.rglob("*")) if file.name.lower().endswith(DATA)]
        if not inside:
            yield Problem(path.name, "holds no .csv or .csv.gz file.")
        for file in inside:
            yield from _of_file(file, force)


def _of_file(path: Path, force: str | None) -> Iterator[Found | Problem]:
    try:
        missing = sorted(set(HEADER) - set(_header(path)))
        if missing:
            yield Problem(
                path.name,
                f"is no '{RETURNS.title}': it lacks the columns {', '.join(missing)}.",
            )
            return
        held = lots(path)
    except (CannotLoad, OSError) as error:
        yield Problem(path.name, str(error))
        return
    for name in sorted({name for name, _month in held} - set(SLUGS)):
        rows = sum(text.count(b"\n") - 1 for (one, _month), text in held.items() if one == name)
        yield Problem(path.name, f"names '{name}', which is no force.", rejected=rows)
    for name, month in sorted(held):
        slug = SLUGS.get(name)
        if slug is None or (force is not None and slug != force):
            continue
        origin = f"{path.name}: {name}, year to {month}"
        reads = OneYear(name, month)
        yield Found(RETURNS, KEY, path, "", Place(slug, month), origin, opener=reads)


def _header(path: Path) -> list[str]:
    with open_bytes(path) as stream:
        head = stream.read(HEADER_BYTES)
    first = head.partition(b"\n")[0].decode("utf-8-sig", errors="replace").strip()
    return next(csv.reader([first]), [])
