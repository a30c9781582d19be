"""My day: what is due, what waits for a review or a decision, what changed since yesterday."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from django.utils.timezone import get_default_timezone, localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian import catalogue
from peelian.engines.duties.due_list import Due, due_of
from peelian.records.feed_ages import FeedAge, all_fresh
from peelian.web.components.feed_ages import FeedsLine, feeds_line
from peelian.web.force.reader import Caller
from peelian.web.force.work.feeds import ages
from peelian.web.force.work.handed import Handed, handed_since
from peelian.web.force.work.items import (
    Item,
    is_decision,
    is_review,
    item,
    late_or_near,
    urgency,
)

# A longer list is no longer read; the rest is one press away.
SHOWN_AT_FIRST: Final = 20


@dataclass(frozen=True)
class Part:
    """One of the lists of the page: its rows, and how many there are. An empty one is not shown."""

    title: str
    anchor: str
    items: tuple[Item, ...]
    number: int

    @property
    def more(self) -> int:
        return self.number - len(self.items)


@dataclass(frozen=True)
class Day:
    """The reader's day. `later` counts duties that run and end in more than a week."""

    answer: str
    feeds: FeedsLine
    parts: tuple[Part, ...]
    handed: tuple[Handed, ...]
    later: int
    everything: bool


def day_of(who: Caller, *, everything: bool = False) -> Day:
    """The lists of this reader at this moment; with `everything` also what ends later, and all."""
    every = due_of(who.actor, catalogue.rules(), who.tables, at=who.at)
    near = [due for due in every if everything or late_or_near(due, who.at)]
    reviews = [due for due in near if is_review(due)]
    decisions = [due for due in near if is_decision(due)]
    own = [due for due in near if not is_review(due) and not is_decision(due)]
    feeds = ages(who)
    return Day(
        answer=answer(near, feeds, who.at),
        feeds=feeds_line(feeds),
        parts=(
            _part(_("Due now"), "due", own, who, everything),
            _part(_("To review"), "review", reviews, who, everything),
            _part(_("Decisions that you carry out"), "decisions", decisions, who, everything),
        ),
        handed=handed_since(who, since=yesterday(who.at)),
        later=len(every) - len(near),
        everything=everything,
    )


def answer(near: Sequence[Due], feeds: Sequence[FeedAge], at: datetime) -> str:
    """How much there is to do, how much of it is late, in one sentence.

    "Nothing is due" is said only while every feed is fresh: else nobody can know.
    """
    if not near:
        return _empty(feeds)
    kinds = [urgency(due.duty, at) for due in near]
    late, today = kinds.count("late"), kinds.count("today")
    number = ngettext("{n} duty needs you", "{n} duties need you", len(near)).format(n=len(near))
    told = []
    if late:
        told.append(ngettext("{n} is late", "{n} are late", late).format(n=late))
    if today:
        told.append(ngettext("{n} ends today", "{n} end today", today).format(n=today))
    if not told:
        return _("{number}; none is late and none ends today.").format(number=number)
    return f"{number}: {_(' and ').join(told)}."


def _empty(feeds: Sequence[FeedAge]) -> str:
    if all_fresh(feeds):
        return _("Nothing is due.")
    late = [feed for feed in feeds if feed.late]
    if not late:
        return _("Nothing is due, and no feed is there that could bring a duty.")
    return _("Nothing is due of what has reached Peelian. More may be: {feeds}").format(
        feeds=" ".join(feed.words for feed in late)
    )


def yesterday(at: datetime) -> datetime:
    """The local midnight with which yesterday began."""
    day = localtime(at).date() - timedelta(days=1)
    return datetime.combine(day, time(0), get_default_timezone())


def _part(title: str, anchor: str, found: Sequence[Due], who: Caller, everything: bool) -> Part:
    shown = found if everything else found[:SHOWN_AT_FIRST]
    return Part(title, anchor, tuple(item(due, who) for due in shown), len(found))
