"""Decisions of the demo's daily meeting: two of yesterday, one of them done, and one of today."""

from datetime import datetime, timedelta

from django.conf import settings

from peelian import catalogue
from peelian.access.user import User
from peelian.engines.duties.finishing import finish
from peelian.engines.duties.giving import decide
from peelian.engines.duties.models import Duty
from peelian.engines.duties.work import DECISION
from peelian.jobs.demo.organisation import FORCE, number_of
from peelian.records.store.reader import open_reader

A_DAY = timedelta(days=1)
# Words, to whose post, taken how many days ago, to be done in how many days after that.
TAKEN = (
    ("Invented: look at DEMO-S002 again before the night turn.", "investigator", 1, 0),
    ("Invented: agree who reviews the searches that wait.", "supervisor", 1, 1),
    ("Invented: a second officer for the visits of this week.", "offender-manager", 0, 1),
)


def make_demo_decisions(at: datetime) -> int:
    """Take these decisions as the demo's supervisor; how many, 0 if some are taken already."""
    if Duty.objects.filter(force_id=FORCE, rule=DECISION.key).exists():
        return 0
    supervisor = User.objects.get(force_id=FORCE, officer_ref=number_of("supervisor"))
    tables = open_reader(settings.STORE_ROOT)
    refs = []
    for words, role, ago, days in TAKEN:
        taken = at - ago * A_DAY
        post = f"POST-{number_of(role)}"
        due = (taken + days * A_DAY).date()
        refs.append(
            decide(words, post_ref=post, due_on=due, actor=supervisor, at=taken, tables=tables)
        )
    done = Duty.objects.get(force_id=FORCE, list_ref=refs[0])
    finish(
        done.record_id,
        proof="Invented: done.",
        actor=supervisor,
        at=at,
        rules=catalogue.rules(),
    )
    return len(refs)
