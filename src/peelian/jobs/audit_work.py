"""What the worker does for audits: the monthly round, and forgetting what was erased."""

from datetime import datetime

from django.conf import settings

from peelian import catalogue
from peelian.access.actors import service_account
from peelian.engines.audits.dips import go_on_with
from peelian.engines.audits.forgetting import forget_erased
from peelian.engines.audits.running import RHYTHM_ACCOUNT
from peelian.records.store.reader import open_reader


def draw_what_is_due(now: datetime) -> str:
    """Draw the months that are over of every standing audit, in words for the operator."""
    done = go_on_with(
        catalogue.audits(),
        by=service_account(RHYTHM_ACCOUNT),
        at=now,
        tables=open_reader(settings.STORE_ROOT),
    )
    return (
        f"{done.drawn} monthly samples drawn, {done.waiting} wait for their seed, "
        f"{done.still} stand still"
    )


def forget_what_was_erased(now: datetime) -> str:
    """Empty the reviews of records that were erased, in words for the operator."""
    by = service_account(RHYTHM_ACCOUNT)
    done = forget_erased(catalogue.audits(), root=settings.STORE_ROOT, by=by, at=now)
    return f"reviews of {done} erased records emptied"
