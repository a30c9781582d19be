"""A change of the demo, registered before it begins: what its verdict will rest on stands fixed."""

from datetime import date, datetime, timedelta
from typing import Final

from django.conf import settings

from peelian.access.user import User
from peelian.areas.investigation.audits import QUALITY
from peelian.engines.audits.declared import PASSED
from peelian.engines.audits.measuring import measure_key, measures_of
from peelian.engines.duties.calendars import local_day
from peelian.engines.evaluations.design import Comparison, Design
from peelian.engines.evaluations.models import Evaluation
from peelian.engines.evaluations.reckoning import UP
from peelian.engines.evaluations.registering import register
from peelian.jobs.demo.organisation import FORCE
from peelian.jobs.demo.people import address_of
from peelian.records.months import shift
from peelian.records.store.reader import open_reader

# So many months before it begins are held against as many after it.
REACH: Final = 6


def make_demo_changes(at: datetime) -> int:
    """Register the demo's change as its audit team; how many, 0 if there is one already."""
    if Evaluation.objects.filter(force_id=FORCE).exists():
        return 0
    key = measure_key(QUALITY, PASSED)
    measure = next(one for one in measures_of(QUALITY) if one.key == key)
    begins = shift(f"{local_day(at):%Y-%m}", 1)
    starts = date.fromisoformat(f"{begins}-01")
    last = shift(begins, REACH - 1)
    register(
        measure,
        Design(
            comparison=Comparison.BEFORE,
            first=shift(begins, -REACH),
            last=last,
            starts={"": starts},
        ),
        force_id=FORCE,
        title="Invented: sergeants for the quality of investigations",
        words="Two sergeants read open files with the teams and agree what is to be done next.",
        wanted=UP,
        check_on=date.fromisoformat(f"{shift(last, 1)}-01") + timedelta(days=14),
        what_counts="More files pass than before, by more than chance alone would bring.",
        accepted=True,
        actor=User.objects.get(email=address_of("auditor")),
        at=at,
        tables=open_reader(settings.STORE_ROOT),
    )
    return 1
