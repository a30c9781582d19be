"""data.police.uk as a source, with the samples that ship with the package."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from peelian.records.load.source import Found, Problem
from peelian.sources.police_uk.find import KEY, find


@dataclass(frozen=True)
class PoliceUk:
    """Street crimes and outcomes, openly published row by row."""

    key: str = KEY
    title: str = "data.police.uk: street crimes and outcomes"
    attribution: str = (
        "Contains public sector information licensed under the Open Government Licence v3.0."
    )

    takes_mapping: bool = False

    def find(self, paths: Sequence[Path], *, force: str | None) -> tuple[Found | Problem, ...]:
        """Files as downloaded: single, in folders by month, or in a zip archive."""
        return find(paths, force=force)

    def samples(self) -> tuple[Path, ...]:
        """Real files for trying out: Staffordshire for ten months, six more forces for two."""
        folder = Path(str(files("peelian.sources.police_uk").joinpath("samples")))
        return tuple(sorted(folder.glob("*.zip")))


POLICE_UK = PoliceUk()
