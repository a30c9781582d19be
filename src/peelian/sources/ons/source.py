"""ONS and MHCLG tables about areas: who lives there, which force polices them, how deprived."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from peelian.records.load.errors import CannotLoad
from peelian.records.load.rules import Place
from peelian.records.load.source import Found, Problem
from peelian.records.load.streams import open_bytes
from peelian.sources.ons.kinds import KINDS

KEY = "ons"
DATA = (".csv", ".csv.gz")
# A header is far shorter; a file that is no table need not be read any further.
HEADER_BYTES = 64 * 1024


@dataclass(frozen=True)
class Ons:
    """Files of the Office for National Statistics, told apart by their header."""

    key: str = KEY
    title: str = "Office for National Statistics: populations, lookups and deprivation"
    attribution: str = (
        "Source: Office for National Statistics licensed under the Open Government Licence v.3.0. "
        "Contains OS data © Crown copyright and database right 2022."
    )
    takes_mapping: bool = False

    def find(self, paths: Sequence[Path], *, force: str | None) -> tuple[Found | Problem, ...]:
        """Every known table under these paths; `force` has no meaning here."""
        return tuple(file for path in paths for file in _find(path))

    def reference(self) -> tuple[Path, ...]:
        """The tables that ship with the package and are loaded into an empty home."""
        folder = Path(str(files("peelian.sources.ons").joinpath("reference")))
        return tuple(sorted(path for path in folder.iterdir() if path.name.endswith(DATA)))


ONS = Ons()


def _find(path: Path) -> Iterator[Found | Problem]:
    if path.is_dir():
        inside = [file for file in sorted(path.rglob("*")) if file.name.lower().endswith(DATA)]
        if not inside:
            yield Problem(path.name, "holds no .csv or .csv.gz file.")
        for file in inside:
            yield _recognised(file)
    elif not path.exists():
        yield Problem(str(path), "there is no such file or folder.")
    else:
        yield _recognised(path)


def _recognised(path: Path) -> Found | Problem:
    try:
        with open_bytes(path) as stream:
            head = stream.read(HEADER_BYTES)
    except (CannotLoad, OSError) as error:
        return Problem(path.name, str(error))
    first = head.partition(b"\n")[0].decode("utf-8-sig", errors="replace").strip()
    names = frozenset(next(csv.reader([first]), []))
    for kind, month in KINDS:
        if names == frozenset(kind.header):
            return Found(kind, KEY, path, "", Place("", month), path.name)
    closest = max(KINDS, key=lambda pair: len(names & frozenset(pair[0].header)))[0]
    known = "; ".join(kind.title for kind, _month in KINDS)
    missing = sorted(frozenset(closest.header) - names)
    if len(missing) < len(closest.header):
        return Problem(
            path.name,
            f"its header is nearest to that of '{closest.title}' but lacks {', '.join(missing)}.",
        )
    return Problem(path.name, f"its header is of no table that is known. Known are: {known}.")
