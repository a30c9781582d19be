"""Measures of standards. Few matters concern few people, so none is shown as it is computed."""

from datetime import date

from ibis import _

from peelian.areas.standards import examples as worked
from peelian.areas.standards.models import KINDS, STATES, ConductMatter
from peelian.engines.measures.declared import Comparable, Dimension, Version
from peelian.engines.measures.kinds import Count

FORCE = Dimension("force", "Police force", field="force_id")
KIND = Dimension("kind", "Kind of matter", field="kind", codes=KINDS)
STATE = Dimension("state", "State when loaded", field="state", codes=STATES)

matters = Count(
    key="standards.matters",
    title="Complaints and conduct matters recorded",
    short="Conduct matters",
    asks="How many complaints and conduct matters are recorded?",
    words="complaints and conduct matters were recorded",
    definition="Matters by the month in which they were recorded, whatever became of them.",
    why="Whether people complain, and about what, is the first sign of how they are treated.",
    of=ConductMatter,
    dated_by="month",
    counting=_.kind.notnull(),
    by=(KIND, STATE, FORCE),
    better="neither",
    counts="event",
    profile="sensitive",
    comparable=Comparable(
        allowed=False,
        reason="More complaints can mean worse conduct or an easier way to complain.",
    ),
    cautions=("States are those of the day of the extract, not of the month shown.",),
    owner="Head of professional standards",
    review_by=date(2027, 11, 1),
    ledger=("STD-01", "STD-02"),
    versions=(Version(1, date(2026, 11, 22), "First definition."),),
    examples=worked.MATTERS,
)

MEASURES = (matters,)
