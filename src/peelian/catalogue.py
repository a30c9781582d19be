"""What is in the house, listed by hand and in order. Doors hand it down; nothing registers itself.

`AREAS` names the areas of policing with what each declares; `SOURCES` the adapters that bring
records, with the attribution line that must stand wherever their data are shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from peelian.areas.crime import area as crime_area
from peelian.areas.crime import measures as crime_measures
from peelian.areas.crime import pages as crime_pages
from peelian.engines.measures.area import Area
from peelian.engines.measures.kinds import Measure
from peelian.engines.publishing.topics import Topic
from peelian.records.load.source import Source
from peelian.sources.ons.source import ONS
from peelian.sources.police_uk.source import POLICE_UK


class UnknownMeasure(LookupError):
    """No measure has this key."""


@dataclass(frozen=True)
class Listed:
    """One area of policing with everything that it declares."""

    area: Area
    measures: tuple[Measure, ...]
    topics: tuple[Topic, ...]


AREAS = (Listed(crime_area.AREA, crime_measures.MEASURES, crime_pages.TOPICS),)

SOURCES: Mapping[str, Source] = {source.key: source for source in (POLICE_UK, ONS)}

# What an empty home is given by every command, and what only the demo adds.
REFERENCE = (ONS, ONS.reference())
SAMPLES = (POLICE_UK, POLICE_UK.samples())

ATTRIBUTIONS = tuple(source.attribution for source in SOURCES.values())


def measures() -> tuple[Measure, ...]:
    """Every measure, in the order of its area."""
    return tuple(measure for listed in AREAS for measure in listed.measures)


def topics() -> tuple[Topic, ...]:
    """Every topic card of the home page, in the order of its area."""
    return tuple(topic for listed in AREAS for topic in listed.topics)


@cache
def _by_key() -> dict[str, Measure]:
    return {measure.key: measure for measure in measures()}


def measure(key: str) -> Measure:
    """The measure with this key; raises `UnknownMeasure` naming the nearest keys."""
    known = _by_key()
    if key in known:
        return known[key]
    close = get_close_matches(key, known, n=3, cutoff=0.4) or list(known)[:3]
    raise UnknownMeasure(
        f"There is no measure '{key}'. Perhaps {' or '.join(close)}? "
        "`peelian measures` lists them all."
    )
