"""The measures that every panel has without further declaration: one for each question that counts.

They count what most members said of each case. Cases by lot are a sample of the meeting's frame and
carry an interval; those that a trigger brought stand under a dimension of their own and carry none.
"""

from typing import Any

from ibis import _

from peelian.engines.measures.declared import Comparable, Dimension, Example, Version
from peelian.engines.measures.kinds import Measure, Profile
from peelian.engines.measures.sampled import Sampled
from peelian.engines.panels.declared import Panel, Result
from peelian.engines.panels.findings import SPLIT, PanelFinding
from peelian.engines.panels.usual import CANNOT_TELL
from peelian.records.drawn import CHOSEN, RANDOM

CAME_BY = Dimension("came_by", "How the case came before the panel", field="came_by")
UNIT = Dimension("unit", "Unit of the encounter", field="unit_ref", unknown="no unit recorded")
MEETING = Dimension("meeting", "Meeting", field="sample_ref")
FORCE = Dimension("force", "Police force", field="force_id")
BY = (CAME_BY, UNIT, MEETING, FORCE)
# Two of four by the exact method, which is used for so few.
BY_LOT_ALONE = "2 of 4, 50%, 1 unknown; likely range 7% to 93%"
# As many said one thing as another, or most could not tell.
NOT_KNOWN = (SPLIT, CANNOT_TELL)
PROFILE: Profile = "sensitive"
OWN_PANELS = Comparable(
    allowed=False, reason="Panels of each force have members and customs of their own."
)
CAUTIONS = (
    "Ten cases a meeting are few: a change from one meeting to the next says nothing.",
    "Cases that a trigger brought are harder than others by design: read those by lot apart.",
    "In the place of a case by lot without a recording comes the next: what is not filmed is not "
    "judged.",
    "Where as many members say one thing as another, or cannot tell, it is not known.",
)


def measures_of(panel: Panel) -> tuple[Measure, ...]:
    """One for each question whose answers are counted."""
    return tuple(_judged(panel, one) for one in panel.results)


def measure_key(panel: Panel, result: Result) -> str:
    """The key of the measure of a question."""
    return f"{panel.key}.{result.question.replace('-', '_')}"


def _judged(panel: Panel, one: Result) -> Sampled:
    mine: Any = (_.panel == panel.key) & (_.question == one.question)
    question = next(asked for asked in panel.versions[-1].questions if asked.key == one.question)
    return Sampled(
        key=measure_key(panel, one),
        title=f"{panel.title}: {one.title[:1].lower()}{one.title[1:]}",
        short=one.title,
        asks=question.text,
        among_words=f"cases before the {panel.title[:1].lower()}{panel.title[1:]}",
        words=one.words,
        definition=f"Of the cases that the panel judged, those of which most members said so, by "
        f"the month of the encounter. Cases are {panel.frame_words}.",
        why=question.why,
        of=PanelFinding,
        dated_by="month",
        among=mine,
        known=~_.answer.isin(NOT_KNOWN),
        counting=_.answer.isin(one.counts),
        by=BY,
        better="higher",
        counts="event",
        profile=PROFILE,
        comparable=OWN_PANELS,
        cautions=CAUTIONS,
        owner=panel.owned_by,
        review_by=panel.review_by,
        ledger=panel.ledger,
        versions=(Version(1, panel.versions[0].since, panel.versions[0].reason),),
        examples=_examples(panel, one),
    )


def _examples(panel: Panel, one: Result) -> tuple[Example, ...]:
    """Worked by hand; what a row does not say is filled with an unremarkable value."""
    head = (
        "panel | question | answer | stands_for | came_by | design | method | sample_ref | "
        "stratum | stratum_size | stratum_drawn"
    )
    said = f"{panel.key} | {one.question}"
    by_lot = f"1 | lot | {RANDOM} | default | P-1 | | 40 | 4"
    rows = (
        f"{said} | {one.counts[0]} | {by_lot}",
        f"{said} | {one.counts[0]} | {by_lot}",
        f"{said} | no | {by_lot}",
        f"{said} | {SPLIT} | {by_lot}",
    )
    triggered = f"{said} | no | 1 | trigger | {CHOSEN} | default | P-1 | trigger | |"
    foreign = f"another | {one.question} | no | {by_lot}"
    return (
        Example(
            says="Of four cases by lot two are judged so and one divides the panel; another "
            "panel's case is left alone.",
            rows={PanelFinding: "\n".join((head, *rows, foreign))},
            shows=BY_LOT_ALONE,
        ),
        Example(
            says="A case that a trigger brought is counted with the others, and takes the likely "
            "range away: it stands for itself alone.",
            rows={PanelFinding: "\n".join((head, *rows, triggered))},
            shows="2 of 5, 40%, 1 unknown",
        ),
    )
