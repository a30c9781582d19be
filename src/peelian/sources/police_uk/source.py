"""data.police.uk as a source, with the samples that ship with the package."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from peelian.records.load.source import Found, Problem
from peelian.sources.police_uk.find import KEY, find

# A month is published about two months after it has ended; two weeks more are no cause for alarm.
FEED = "data.police.uk"
RHYTHM = "month, late after 75 days"
SAMPLES = Path(str(files("peelian.sources.police_uk").joinpath("samples")))


@dataclass(frozen=True)
class PoliceUk:
    """Street crimes, outcomes, stops and searches, openly published row by row."""

    key: str = KEY
    title: str = "data.police.uk: street crimes, outcomes, stops and searches"
    attribution: str = (
        "Contains public sector information licensed under the Open Government Licence v3.0."
    )

    takes_mapping: bool = False

    def find(self, paths: Sequence[Path], *, force: str | None) -> tuple[Found | Problem, ...]:
        """Files as downloaded: single, in folders by month, or in a zip archive.

        All but the samples belong to a feed that goes on: it is late when months stay away.
        """
        return tuple(
            file
            if isinstance(file, Problem) or file.path.parent == SAMPLES
            else replace(file, feed=FEED, rhythm=RHYTHM)
            for file in find(paths, force=force)
        )

    def samples(self) -> tuple[Path, ...]:
        """Real files for trying out.

        Crimes and outcomes: Staffordshire for ten months of 2021, six more forces for two.
        Searches: four forces for two months of 2019 and 2020.
        """
        return tuple(sorted(SAMPLES.glob("*.zip")))


POLICE_UK = PoliceUk()
