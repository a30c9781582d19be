"""Texts do not stay for ever: after a time that the force sets, their themes alone are kept."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.duties.settings import setting_on
from peelian.engines.surveys.declared import Survey
from peelian.engines.surveys.models import Round, State
from peelian.engines.surveys.opening import write
from peelian.records.months import shift
from peelian.trail.verbs import Verb as Deed


def forget_texts(surveys: Sequence[Survey], *, by: User, at: datetime) -> int:
    """Erase the texts of rounds that closed long enough ago; how many that were.

    For a worker to call once a day. `by` is the account in whose name it is done.
    """
    kept = {one.key: one.texts_kept for one in surveys}
    day, gone = local_day(at), 0
    for held in Round.objects.filter(state=State.CLOSED, survey__in=kept, closed_at__lt=at):
        months = setting_on(kept[held.survey], held.force_id, day).value
        if held.closed_at is None or f"{local_day(held.closed_at):%Y-%m}" >= shift(
            f"{day:%Y-%m}", -months
        ):
            continue
        with transaction.atomic():
            erased = held.comments.exclude(text="").update(text="", withheld=True)
            if erased:
                write(held, Deed.ERASED, "texts erased", actor=by, at=at, texts=erased)
        gone += erased
    return gone
