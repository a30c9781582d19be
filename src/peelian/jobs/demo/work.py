"""The work of the demo: extracts of its record systems, and the duties that follow from them."""

from datetime import datetime

from django.conf import settings

from peelian.jobs.demo.assessments import make_demo_assessments
from peelian.jobs.demo.audits import make_demo_audits
from peelian.jobs.demo.changes import make_demo_changes
from peelian.jobs.demo.decisions import make_demo_decisions
from peelian.jobs.demo.encounters import load_demo_encounters
from peelian.jobs.demo.offenders import load_demo_offenders
from peelian.jobs.demo.panels import make_demo_panels
from peelian.jobs.demo.reviews import make_demo_reviews
from peelian.jobs.demo.surveys import make_demo_surveys
from peelian.jobs.demo.victims import load_demo_victims
from peelian.jobs.duty_work import settle_duties, tick_duties
from peelian.jobs.happenings import note_happenings
from peelian.records.mirror import mirror


def make_demo_work(at: datetime) -> None:
    """Load what the demo's systems send, and settle what is due, so that no first page is empty.

    Harmless to run again: what is held is delivered once more as it was. Needs the demo's people.
    """
    load_demo_victims(at)
    load_demo_offenders(at)
    load_demo_encounters(at)
    make_demo_assessments(at)
    make_demo_reviews(at)
    make_demo_decisions(at)
    make_demo_audits(at)
    make_demo_panels(at)
    make_demo_surveys(at)
    make_demo_changes(at)
    for job in (note_happenings, settle_duties, tick_duties):
        job(at)
    mirror(settings.STORE_ROOT, at=at)
