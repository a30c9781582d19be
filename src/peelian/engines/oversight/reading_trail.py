"""The verbs of whoever reviews the trail: read it, page by page or entry by entry.

Serves C-AUD-1, C-AUD-4 and C-AUD-5: reading is a deed like any other, written before anything is
handed over, and a reviewer of one force reads nothing of another's (T01).
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from peelian.access.decide import check_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.oversight.reading_trail_chain import ChainPlace, place_in_chain
from peelian.engines.oversight.reading_trail_entry import ReadEntry, as_read
from peelian.engines.oversight.reading_trail_filters import TrailFilters
from peelian.engines.oversight.reading_trail_forces import Theirs, theirs
from peelian.trail.append import append
from peelian.trail.looks import append_look
from peelian.trail.models import Entry
from peelian.trail.particulars import Particulars, Result
from peelian.trail.verbs import Verb

TRAIL = "trail"
MOST = 200  # entries on one page
AT_ONCE = 1_000
# Where another force has written much, a page ends early rather than late, and says so.
MOST_SEARCHED = 10_000
NO_FILTERS = TrailFilters()


class NoSuchEntry(Exception):
    """No entry of this number exists for the reader: missing and another force's are one answer."""


@dataclass(frozen=True)
class TrailPage:
    """Some entries, newest first. `after` asks for those before them; None where there are none.

    `stopped` says that the search ended after `MOST_SEARCHED` entries, with more to come.
    """

    entries: tuple[ReadEntry, ...]
    after: int | None
    stopped: bool = False


@dataclass(frozen=True)
class OpenedEntry:
    """One entry, where it stands in the chain, and what holds it there."""

    entry: ReadEntry
    chain: ChainPlace


def read_trail(
    *,
    actor: User,
    force_id: str,
    at: datetime,
    filters: TrailFilters = NO_FILTERS,
    after: int | None = None,
    limit: int = 50,
) -> TrailPage:
    """The newest entries of a force that fit, before the entry `after` if one is given.

    `force_id` is '' for the whole installation, which needs the power over every force. The reading
    is in the trail before this returns, with what was asked and which entries were shown. Raises
    `NotAllowed`, `WrongFilter` or `TrailError`.
    """
    check_power(actor, Power.REVIEW_TRAIL, force_id=force_id, at=at)
    if not 1 <= limit <= MOST:
        raise ValueError(f"A page holds 1 to {MOST} entries, not {limit}.")
    found, searched_to = _gather(filters, force_id, after, limit)
    page = tuple(as_read(one, actor.trail_name) for one in found[:limit])
    with transaction.atomic():
        append_look(
            actor=actor.trail_name,
            record_type=TRAIL,
            query="",
            filters=filters.asked() | ({"after": after} if after is not None else {}),
            shown=[str(one.sequence) for one in page],
            at=at,
        )
    if len(found) > limit:
        return TrailPage(page, page[-1].sequence)
    return TrailPage(page, searched_to, stopped=searched_to is not None)


def open_entry(*, actor: User, force_id: str, sequence: int, at: datetime) -> OpenedEntry:
    """One entry with its place in the chain.

    Raises `NotAllowed`, or `NoSuchEntry` alike for one that is missing and one of another force;
    that is written as denied. Else it is written as consulted before this returns.
    """
    check_power(actor, Power.REVIEW_TRAIL, force_id=force_id, at=at)
    held = Entry.objects.filter(sequence=sequence)
    found = theirs(tuple(held), force_id)
    result = Particulars() if found else Particulars(result=Result.REFUSED)
    opened = _opened(found[0], actor) if found else None
    with transaction.atomic():
        append(
            actor=actor.trail_name,
            verb=Verb.CONSULTED if found else Verb.DENIED,
            ref=(TRAIL, str(sequence)),
            detail=result.detail(),
            at=at,
        )
    if opened is None:
        raise NoSuchEntry(f"There is no entry {sequence}, or it is not of your force.")
    return opened


def _opened(found: Theirs, actor: User) -> OpenedEntry:
    return OpenedEntry(as_read(found, actor.trail_name), place_in_chain(found.entry))


def _gather(
    filters: TrailFilters, force_id: str, after: int | None, limit: int
) -> tuple[list[Theirs], int | None]:
    """Up to `limit` + 1 entries, and where the search stopped if it did before the first entry."""
    fitting = filters.entries(force_id)
    found: list[Theirs] = []
    searched, before, size = 0, after, 2 * limit
    while len(found) <= limit:
        rows = fitting if before is None else fitting.filter(sequence__lt=before)
        part = tuple(rows[:size])
        found.extend(theirs(part, force_id))
        if len(part) < size:
            return found, None
        searched, before, size = searched + len(part), part[-1].sequence, AT_ONCE
        if searched >= MOST_SEARCHED:
            return found, before
    return found, None
