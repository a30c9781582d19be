"""The adapters that bring records, by hand, and the line that must stand wherever theirs show."""

from collections.abc import Mapping

from peelian.records.load.source import Source
from peelian.records.store.snapshot import Part, Snapshot
from peelian.sources.extracts.source import EXTRACTS, OPEN_EXTRACTS
from peelian.sources.home_office.source import HOME_OFFICE
from peelian.sources.ons.source import ONS
from peelian.sources.police_uk.source import POLICE_UK
from peelian.sources.synthetic.source import SYNTHETIC

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
