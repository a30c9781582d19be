"""What is in the house, listed by hand and in order. Doors hand it down; nothing registers itself.

`AREAS` names the areas of policing with what each declares; `SOURCES` the adapters that bring
records, with the attribution line that must stand wherever their data are shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from peelian.areas.contact import area as contact_area
from peelian.areas.contact import measures as contact_measures
from peelian.areas.contact import pages as contact_pages
from peelian.areas.contact.models import Call
from peelian.areas.crime import area as crime_area
from peelian.areas.crime import measures as crime_measures
from peelian.areas.crime import pages as crime_pages
from peelian.areas.investigation import area as investigation_area
from peelian.areas.investigation import measures as investigation_measures
from peelian.areas.investigation import pages as investigation_pages
from peelian.areas.investigation.models import Investigation
from peelian.areas.response import area as response_area
from peelian.areas.response import measures as response_measures
from peelian.areas.response import pages as response_pages
from peelian.areas.standards import area as standards_area
from peelian.areas.standards import measures as standards_measures
from peelian.areas.standards import pages as standards_pages
from peelian.areas.standards.models import ConductMatter
from peelian.areas.stop_and_search import area as search_area
from peelian.areas.stop_and_search import measures as search_measures
from peelian.areas.stop_and_search import pages as search_pages
from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.duties.rule import Rule
from peelian.engines.measures.area import Area
from peelian.engines.measures.kinds import Measure
from peelian.engines.procedures.declared import Procedure
from peelian.engines.publishing.topics import Topic
from peelian.records.base import Record
from peelian.records.load.source import Source
from peelian.records.store.snapshot import Part, Snapshot
from peelian.sources.extracts.source import EXTRACTS, OPEN_EXTRACTS
from peelian.sources.home_office.source import HOME_OFFICE
from peelian.sources.ons.source import ONS
from peelian.sources.police_uk.source import POLICE_UK
from peelian.sources.synthetic.source import SYNTHETIC
from peelian.spine.complaint import Complaint
from peelian.spine.crime import Crime
from peelian.spine.incident import Incident
from peelian.spine.officer import Officer
from peelian.spine.outcome import Outcome
from peelian.spine.person import Person
from peelian.spine.post import Holding, Post
from peelian.spine.shift import Absence, Shift
from peelian.spine.unit import Unit


class UnknownMeasure(LookupError):
    """No measure has this key."""


@dataclass(frozen=True)
class Listed:
    """One area of policing with everything that it declares."""

    area: Area
    measures: tuple[Measure, ...]
    topics: tuple[Topic, ...]
    rules: tuple[Rule, ...] = ()
    procedures: tuple[Procedure, ...] = ()


AREAS = (
    Listed(crime_area.AREA, crime_measures.MEASURES, crime_pages.TOPICS),
    Listed(search_area.AREA, search_measures.MEASURES, search_pages.TOPICS),
    Listed(contact_area.AREA, contact_measures.MEASURES, contact_pages.TOPICS),
    Listed(response_area.AREA, response_measures.MEASURES, response_pages.TOPICS),
    Listed(investigation_area.AREA, investigation_measures.MEASURES, investigation_pages.TOPICS),
    Listed(standards_area.AREA, standards_measures.MEASURES, standards_pages.TOPICS),
)

# Rulebooks that read across areas, with the duties that join two of them.
FRAMEWORKS: tuple[Listed, ...] = ()

# The record types that have pages. Parts of people in records have none: they are seen with the
# record that they are about. Rows of returns and of residents are figures, not records.
REGISTERS: tuple[type[Record], ...] = (
    Call,
    Incident,
    Crime,
    Outcome,
    Investigation,
    StopSearch,
    Person,
    Complaint,
    ConductMatter,
    Unit,
    Post,
    Holding,
    Officer,
    Shift,
    Absence,
)

SOURCES: Mapping[str, Source] = {
    source.key: source for source in (POLICE_UK, HOME_OFFICE, ONS, EXTRACTS)
}
# Every source that rows can stand under: a mapping decides under which of its two extracts do.
BROUGHT_BY: Mapping[str, Source] = {
    **SOURCES,
    OPEN_EXTRACTS.key: OPEN_EXTRACTS,
    SYNTHETIC.key: SYNTHETIC,
}

# What an empty home is given by every command, and what only the demo adds.
REFERENCE = (ONS, ONS.reference())
SAMPLES = (POLICE_UK, POLICE_UK.samples())

# Two publishers can ask for the same line.
ATTRIBUTIONS = tuple(dict.fromkeys(filter(None, (s.attribution for s in SOURCES.values()))))


def attributions(snapshot: Snapshot) -> tuple[str, ...]:
    """Every line that must stand beside data of this snapshot, each once.

    Those of the sources, and those that mappings claim for extracts that are openly published.
    """
    own = sorted({part.attribution for part in snapshot.parts if part.attribution})
    return tuple(dict.fromkeys((*ATTRIBUTIONS, *own)))


def attribution_of(part: Part) -> str:
    """The line of one part: its own, else that of its source; empty for what is not published."""
    return part.attribution or BROUGHT_BY[part.source].attribution


def attributions_by_source(snapshot: Snapshot) -> dict[str, str]:
    """The line of every source, for rows that say theirs; several licences stand side by side."""
    lines = {key: source.attribution for key, source in BROUGHT_BY.items()}
    own = dict.fromkeys((p.source, p.attribution) for p in snapshot.parts if p.attribution)
    for key, line in own:
        lines[key] = " ".join(filter(None, (lines[key], line)))
    return lines


def measures() -> tuple[Measure, ...]:
    """Every measure, in the order of its area."""
    return tuple(measure for listed in AREAS for measure in listed.measures)


def rules() -> tuple[Rule, ...]:
    """Every rule of a duty, in the order of its area."""
    return tuple(rule for listed in (*AREAS, *FRAMEWORKS) for rule in listed.rules)


def procedures() -> tuple[Procedure, ...]:
    """Every guided assessment, in the order of its area."""
    return tuple(one for listed in (*AREAS, *FRAMEWORKS) for one in listed.procedures)


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
