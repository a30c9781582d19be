"""One letter a day to everybody with open duties: how many, and where to look.

A letter leaves the building's protection, so it names no record, no reference and nobody (T12). It
is sent once for each person and local day, however often this runs, and stops when nothing is open.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from smtplib import SMTPException

import structlog
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.access.user import Kind, User
from peelian.access.visible import visible
from peelian.engines.duties.calendars import after_day, local_day, wall
from peelian.engines.duties.models import Digest, Duty
from peelian.engines.duties.settings import Setting, setting_on
from peelian.engines.duties.words import OPEN, State

HOUR = Setting("digest.hour", "When the letter of the day about open duties is sent", 7, "o'clock")
# A letter that was begun and not sent for so long is tried again: its worker has died.
TRIED_FOR = timedelta(minutes=10)

log = structlog.get_logger("peelian.duties")


@dataclass(frozen=True)
class Counts:
    """How many duties somebody has open, how many of those are late, or fall due today."""

    open: int
    late: int
    today: int


def send_digests(*, link: str, at: datetime) -> int:
    """Send the letters of this local day that are due and not sent yet; how many were sent here.

    `link` leads to the reader's own page. Where the mail server takes none, the rest waits for the
    next run.
    """
    day = local_day(at)
    hours: dict[str, int] = {}
    sent = 0
    for user in _people(day):
        if user.force_id not in hours:
            hours[user.force_id] = setting_on(HOUR, user.force_id, day).value
        if wall(at).hour < hours[user.force_id]:
            continue
        counts = _counts(user, at)
        if not counts.open or not _claim(user, day, at):
            continue
        try:
            with get_connection() as connection:
                _letter(user, counts, link, connection).send()
        except (SMTPException, OSError) as error:
            log.warning("digest_not_sent", error=type(error).__name__)
            break
        Digest.objects.filter(user=user, day=day).update(sent_at=at)
        sent += 1
    return sent


def _people(day: date) -> list[User]:
    """Everybody with an account who answers for an open duty and had no letter on this day."""
    owners = Duty.objects.filter(state__in=sorted(OPEN), officer_ref__isnull=False).order_by()
    wanted = set(owners.values_list("force_id", "officer_ref").distinct())
    people = User.objects.filter(
        kind=Kind.PERSON, is_active=True, force_id__in={force for force, _officer in wanted}
    ).exclude(officer_ref="")
    sent = Digest.objects.filter(day=day, sent_at__isnull=False)
    people = people.exclude(pk__in=sent.values("user"))
    return [one for one in people.order_by("pk") if (one.force_id, one.officer_ref) in wanted]


def _counts(user: User, at: datetime) -> Counts:
    """What somebody has open, of what they may see: a number tells of what is sealed too (T03)."""
    late = Q(state=State.LATE) | Q(state=State.RUNNING, due_at__lte=at)
    midnight = after_day(local_day(at))
    today = Q(state=State.RUNNING, due_at__gt=at, due_at__lte=midnight)
    rows = Duty.objects.filter(
        visible(user, Duty, at=at).as_q(),
        force_id=user.force_id,
        officer_ref=user.officer_ref,
        state__in=sorted(OPEN),
    )
    return Counts(
        **rows.aggregate(
            open=Count("pk"), late=Count("pk", filter=late), today=Count("pk", filter=today)
        )
    )


def _claim(user: User, day: date, at: datetime) -> bool:
    """Take the letter of this day for this worker: one of many gets it."""
    row, is_new = Digest.objects.get_or_create(user=user, day=day, defaults={"begun_at": at})
    if is_new:
        return True
    if row.sent_at is not None or row.begun_at > at - TRIED_FOR:
        return False
    mine = Digest.objects.filter(pk=row.pk, sent_at=None, begun_at=row.begun_at)
    return bool(mine.update(begun_at=at))


def _letter(user: User, counts: Counts, link: str, connection: BaseEmailBackend) -> EmailMessage:
    many = ngettext(
        "You have %(open)s open duty: %(late)s late, %(today)s due today.",
        "You have %(open)s open duties: %(late)s late, %(today)s due today.",
        counts.open,
    ) % {"open": counts.open, "late": counts.late, "today": counts.today}
    ends = _("This comes once a day while something is open. It names nobody and no record.")
    return EmailMessage(
        subject=_("Peelian: your open work"),
        body=f"{many}\n\n{link}\n\n{ends}\n",
        to=[user.email or ""],
        connection=connection,
    )
