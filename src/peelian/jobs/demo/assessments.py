"""Risk assessments of the demo: made by its patrol officer of the incidents of their own unit."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from django.conf import settings

from peelian.access.user import User
from peelian.areas.vulnerability.dash import DASH
from peelian.areas.vulnerability.dash_questions import FACTORS
from peelian.areas.vulnerability.known_before import REPORTS
from peelian.engines.procedures.declared import DONT_KNOW, MATCH, NO, NO_MATCH, YES
from peelian.engines.procedures.making import make
from peelian.engines.procedures.models import Assessment
from peelian.jobs.demo.organisation import FORCE, UNIT_OF, number_of
from peelian.records.store.reader import Reader, open_reader
from peelian.spine.incident import Incident

# Of the newest, this one is left to be made, and late.
LEFT_OPEN: Final = 3
ROLE: Final = "patrol-officer"
DECLINED = {REPORTS: NO_MATCH, "orders-considered": NO}
WORDS = {
    "seen": "Invented: nothing was seen, because nothing happened.",
    "orders-why": "Invented: none, because there is nobody to protect.",
}


def make_demo_assessments(at: datetime) -> int:
    """Assess the attended incidents of domestic abuse; how many, 0 if some are made already.

    Every third one is declined. The newest calls for a referral by what records hold.
    """
    if Assessment.objects.filter(force_id=FORCE, procedure=DASH.key).exists():
        return 0
    actor = User.objects.get(force_id=FORCE, officer_ref=number_of(ROLE))
    tables = open_reader(settings.STORE_ROOT)
    found = list(_attended(tables))
    del found[LEFT_OPEN]
    for place, record in enumerate(found):
        declined = place % 3 == 2
        make(
            DASH,
            record=record,
            answers=DECLINED if declined else _answered(place),
            words=WORDS,
            refusal="afraid" if declined else "",
            refusal_words="Invented: nobody was asked." if declined else "",
            grade=("medium", "standard")[place % 2],
            reasons="Invented: this describes nothing that happened.",
            actor=actor,
            at=at,
            tables=tables,
        )
    return len(found)


def _attended(tables: Reader) -> Iterator[Incident]:
    """The unit's attended incidents of domestic abuse, newest first."""
    table = tables.loaded(Incident)
    table = table.filter(
        table.force_id == FORCE,
        table.unit_ref == UNIT_OF[ROLE],
        table.domestic_abuse,
        table.arrived_at.notnull(),
    )
    names = {field.name for field in Incident._meta.concrete_fields}
    for row in tables.to_arrow(table.order_by(table.arrived_at.desc())).to_pylist():
        yield Incident(**{name: value for name, value in row.items() if name in names})


def _answered(place: int) -> dict[str, str]:
    """So many factors are there as fits the place; children are in every other home."""
    said = {key: YES if number % 5 < place else NO for number, key in enumerate(FACTORS)}
    return said | {
        "children": YES if place % 2 else NO,
        REPORTS: MATCH if place == 0 else NO_MATCH,
        "heard-before": DONT_KNOW,
        "orders-considered": NO,
    }
