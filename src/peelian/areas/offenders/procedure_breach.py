"""The one-minute record of a breach: three questions, the rest is filled in (OFF-12)."""

from collections.abc import Mapping
from datetime import date, datetime

from dateutil.relativedelta import relativedelta

from peelian.areas.offenders.breach import BREACHES, NotificationBreach
from peelian.areas.offenders.managed import ManagedPerson
from peelian.areas.offenders.settings import PATTERN
from peelian.areas.offenders.words import MANAGING, OWNER, REVIEW_BY, default
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.procedures.declared import (
    MATCH,
    NO_MATCH,
    Asked,
    Criterion,
    Found,
    LookedInto,
    Option,
    Page,
    Procedure,
    Question,
    Version,
)
from peelian.engines.registers.listing import MOST_ON_A_PAGE, list_rows

EARLIER = "earlier"

PAGES = (
    Page(
        "breach",
        "The breach",
        (
            Question(
                "what",
                "Which requirement was breached?",
                "However small, it is a crime to be recorded.",
                "choice",
                tuple(Option(one, one) for one in BREACHES.codes),
                field="what",
                personal=False,
            ),
            Question(
                "found",
                "When was it found?",
                "The crime is to be recorded within 24 hours of it.",
                "moment",
                field="found_at",
                personal=False,
            ),
            Question(
                "details",
                "What was found?",
                "Whoever records the crime needs it. Write nothing from ViSOR here.",
                "words",
                field="details",
                required=False,
                most=1000,
            ),
        ),
    ),
)


def _found(looked: LookedInto) -> Mapping[str, Found]:
    """How many breaches of the same plan were found in the twelve months before."""
    plan = looked.record
    if not isinstance(plan, ManagedPerson):
        return {}
    rows = list_rows(
        looked.actor,
        NotificationBreach,
        looked.tables,
        filters={"plan_ref": plan.plan_ref},
        limit=MOST_ON_A_PAGE,
        at=looked.at,
    ).rows
    since = looked.at - relativedelta(months=12)
    many = sum(_is_since(row.cells.get("found_at"), since) for row in rows)
    if not many:
        return {EARLIER: Found("No match among the breaches that you may see.", NO_MATCH, 0)}
    times = "once" if many == 1 else f"{many} times"
    return {EARLIER: Found(f"Breached {times} in the twelve months before this one.", MATCH, many)}


def _is_since(found_at: object, since: datetime) -> bool:
    return isinstance(found_at, datetime) and found_at >= since


def _pattern(asked: Asked) -> str:
    earlier, many = asked.facts.get(EARLIER), asked.settings[PATTERN.key]
    if not isinstance(earlier, int) or earlier + 1 < many:
        return ""
    return (
        f"With this one there are {earlier + 1} breaches in twelve months: assess the risk again "
        "and look at the plan with your supervisor."
    )


breach = Procedure(
    key="offenders.breach",
    title="Breach of notification",
    why="Breaches that nobody writes down make no pattern that anybody can see.",
    about=ManagedPerson,
    makes=NotificationBreach,
    carries={
        "plan_ref": "plan_ref",
        "person_key": "person_key",
        "unit_ref": "unit_ref",
        "officer_ref": "officer_ref",
    },
    versions=(Version(1, date(2020, 1, 1), "First questions.", PAGES),),
    authority=Authority(Weight.GUIDANCE, f"National Crime Recording Standard; {MANAGING}"),
    criteria=(
        Criterion(
            "pattern",
            "Breaches make a pattern",
            _pattern,
            default("how many in twelve months make one"),
        ),
    ),
    settings=(PATTERN,),
    facts=_found,
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-12",),
    roles=("offender-manager", "supervisor"),
    takes="One minute",
    then="A duty runs at once: record the crime within 24 hours.",
)
