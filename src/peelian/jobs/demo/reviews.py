"""Reviews of the demo: made by its supervisor of some of the newest encounters of the north."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from django.conf import settings

from peelian.access.user import User
from peelian.areas.stop_and_search import procedures as searches
from peelian.areas.stop_and_search.models import StopSearch
from peelian.areas.stop_and_search.review_questions import ADEQUATE, GIVEN, NO_VIDEO, WATCHED, WEAK
from peelian.areas.use_of_force import procedures as force
from peelian.areas.use_of_force.models import UseOfForce
from peelian.areas.use_of_force.review_questions import JUSTIFIED
from peelian.engines.procedures.declared import YES, Procedure
from peelian.engines.procedures.making import make
from peelian.engines.procedures.models import Assessment
from peelian.jobs.demo.encounter_people import REVIEWED_WITHIN
from peelian.jobs.demo.organisation import FORCE, number_of
from peelian.records.base import Record
from peelian.records.store.reader import Reader, open_reader

NORTH: Final = ("NORTH-R", "NORTH-N")
# Of those that still have time: the others are left to be done.
SEARCHES, FORMS = 2, 1
INVENTED: Final = "Invented: nobody did anything that could be judged."


def make_demo_reviews(at: datetime) -> int:
    """Review a few encounters that are not late yet; how many, 0 if some are made already.

    Needs the demo's people and its encounters.
    """
    if Assessment.objects.filter(force_id=FORCE, procedure=searches.review.key).exists():
        return 0
    supervisor = User.objects.get(force_id=FORCE, officer_ref=number_of("supervisor"))
    tables = open_reader(settings.STORE_ROOT)
    found = list(_in_time(StopSearch, "searched_at", tables, supervisor, at))[:SEARCHES]
    for place, record in enumerate(found):
        _review(searches.review, record, (WEAK, ADEQUATE)[place % 2], supervisor, at, tables)
    forms = list(_in_time(UseOfForce, "used_at", tables, supervisor, at))[:FORMS]
    for form in forms:
        _review(force.review, form, JUSTIFIED, supervisor, at, tables)
    return len(found) + len(forms)


def _in_time(
    model: type[Record], moment: str, tables: Reader, supervisor: User, at: datetime
) -> Iterator[Record]:
    """What the supervisor may review and has time for, the oldest first."""
    table = tables.loaded(model)
    rows = table.filter(
        table.force_id == FORCE, table.reviewed_at.isnull(), table.unit_ref.isin(NORTH)
    )
    for row in tables.to_arrow(rows.order_by(moment)).to_pylist():
        if supervisor.officer_ref in (row["present_refs"] or "").split(","):
            continue
        if at - row[moment] < REVIEWED_WITHIN:
            yield model(**row)


def _review(
    procedure: Procedure,
    record: Record,
    verdict: str,
    supervisor: User,
    at: datetime,
    tables: Reader,
) -> Assessment:
    asked = {question.key for question in procedure.versions[-1].questions}
    video = WATCHED if getattr(record, "video_ref", None) else NO_VIDEO
    answers = {"video": video, "told": YES, "alike": YES, "feedback": GIVEN}
    return make(
        procedure,
        record=record,
        answers={key: said for key, said in answers.items() if key in asked},
        words={"feedback-words": INVENTED},
        grade=verdict,
        reasons=INVENTED,
        actor=supervisor,
        at=at,
        tables=tables,
    )
