"""Whether a reviewer had read the record itself: then the review was not a blind one."""

import json
from datetime import datetime

from peelian.access.user import User
from peelian.engines.audits.models import Run
from peelian.engines.audits.running import RUN
from peelian.trail.looks import entries_about
from peelian.trail.models import Entry
from peelian.trail.verbs import Verb as Deed

# An entry of a look at the sheet of a review names the review under this key.
SHEET = "marking"


def was_blind(actor: User, run: Run, record_type: str, record_id: str, *, before: datetime) -> bool:
    """Whether the trail holds no deed of this person on the record but looks at its sheet.

    Lists that showed it count as well: they show what the sheet hides. So do the files of frame and
    draw where the frame is divided: they say of each record to which part it belongs, such as an
    ethnic group or an outcome.
    """
    if run.divided_by and _has_files(actor, run, before):
        return False
    deeds = entries_about(record_type, record_id).filter(actor=actor.trail_name, at__lte=before)
    return all(SHEET in json.loads(detail) for detail in deeds.values_list("detail", flat=True))


def _has_files(actor: User, run: Run, before: datetime) -> bool:
    rows = Entry.objects.filter(actor=actor.trail_name, record_type=RUN, record_ref=run.ref)
    return rows.filter(verb=Deed.DISCLOSED, at__lte=before).exists()
