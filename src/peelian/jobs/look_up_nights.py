"""The nightly review of look-ups: which nights are due in which force, and running them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from peelian.access.user import Kind, User
from peelian.engines.oversight.fairness import Counting, count_groups
from peelian.engines.oversight.from_trail import FromTrail
from peelian.engines.oversight.keeping_alerts import kept_long_enough
from peelian.engines.oversight.models import NightReview
from peelian.engines.oversight.review_night import review_night
from peelian.engines.oversight.rules import DEFAULTS, Rules

ACCOUNT = "nightly-review"
# Late enough for the night shift's own records to be in. Peelian's default.
HOUR = 3
# Where the worker was off for longer, older nights are for a person to run by hand.
MADE_UP_FOR = timedelta(days=7)


def forces_with_staff() -> tuple[str, ...]:
    """The forces whose people have accounts that are on, by slug."""
    found = User.objects.filter(kind=Kind.PERSON, is_active=True).exclude(force_id="")
    return tuple(found.order_by("force_id").values_list("force_id", flat=True).distinct())


def nights_due(force_id: str, *, now: datetime, rules: Rules = DEFAULTS) -> tuple[date, ...]:
    """The nights to review now, oldest first: up to yesterday, once it is three in the morning.

    Those that were missed are made up for as far as a week back. Before the first review only
    yesterday is due: a list of a year's look-ups would help nobody.
    """
    local = now.astimezone(rules.zone)
    yesterday = local.date() - timedelta(days=1 if local.hour >= HOUR else 2)
    newest = (
        NightReview.objects.filter(force_id=force_id)
        .order_by("-night")
        .values_list("night", flat=True)
        .first()
    )
    if newest is None:
        return (yesterday,)
    first = max(newest + timedelta(days=1), yesterday - MADE_UP_FOR + timedelta(days=1))
    return tuple(first + timedelta(days=days) for days in range((yesterday - first).days + 1))


def run_night(force_id: str, night: date, *, by: User, at: datetime) -> NightReview:
    """Review one night of a force and count on whom the list fell.

    Nothing that Peelian holds says of which ethnic group a member of staff is, so that side is
    counted as not recorded. Raises `CannotReview`, `NotAllowed`.
    """
    counting = Counting(FromTrail(force_id))
    kept = review_night(force_id=force_id, night=night, by=by, at=at, sources=counting)
    count_groups(kept, counting, staff_groups={}, by=by, at=at)
    return kept


def run_nights_due(*, by: User, now: datetime) -> Iterator[NightReview]:
    """Every night that is due in every force with staff."""
    for force_id in forces_with_staff():
        for night in nights_due(force_id, now=now):
            yield run_night(force_id, night, by=by, at=now)


def past_keeping(*, now: datetime) -> int:
    """How many judged alerts have been kept as long as declared; none is erased by this."""
    return sum(kept_long_enough(force_id, at=now).count() for force_id in forces_with_staff())
