"""Drafts that nobody came back to: their writers are told, and some days later they go."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from peelian.access.user import User
from peelian.engines.procedures.drafts import goes_on, write_of_draft
from peelian.engines.procedures.models import Draft
from peelian.engines.registers.notices import DRAFT, Kind, notify
from peelian.trail.verbs import Verb as Deed

TOLD_BEFORE: Final = timedelta(days=3)


def sweep_drafts(*, by: User, at: datetime) -> int:
    """Drop the drafts whose time is over and tell of those that go soon; how many were dropped.

    Harmless to repeat: nobody is told twice of a draft that was not saved again.
    """
    dropped = 0
    for draft in Draft.objects.select_related("user").order_by("pk"):
        with transaction.atomic():
            mine = Draft.objects.filter(pk=draft.pk, saved_at=draft.saved_at)
            if goes_on(draft) <= at:
                if mine.delete()[0]:
                    write_of_draft(draft, Deed.ERASED, by=by, at=at)
                    dropped += 1
            elif goes_on(draft) - TOLD_BEFORE <= at and mine.filter(told_at=None).update(
                told_at=at
            ):
                notify(draft.user, Kind.DRAFT, (DRAFT, str(draft.pk)), at)
    return dropped
