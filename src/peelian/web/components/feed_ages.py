"""The age of what a list rests on, at its head: one quiet line, or a warning that is not missed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.records.feed_ages import Age, FeedAge

WARNED: frozenset[Age] = frozenset({"late", "short"})
# More feeds than these are told in one sentence, with the rest to open.
TOLD_APART: Final = 2


@dataclass(frozen=True)
class FeedsLine:
    """What stands at the head of a list.

    `warnings` are of late or short feeds, `line` is about all others, and `rest` holds a line for
    each where there are too many to tell apart.
    """

    line: str
    warnings: tuple[str, ...]
    rest: tuple[str, ...] = ()


def feeds_line(ages: Sequence[FeedAge]) -> FeedsLine:
    """The ages as the part `components/feed_ages.html` shows them."""
    late = [age for age in ages if age.state in WARNED]
    quiet = [age for age in ages if age.state not in WARNED]
    short = len(ages) <= TOLD_APART
    return FeedsLine(
        line=_apart(quiet) if short else _together(ages),
        warnings=_warnings(late),
        rest=() if short else (*(age.says for age in late), *(_quiet(age) + "." for age in quiet)),
    )


def _warnings(late: Sequence[FeedAge]) -> tuple[str, ...]:
    if len(late) <= TOLD_APART:
        return tuple(age.says for age in late)
    named = "; ".join(
        _("{what}, last delivered {when}").format(what=age.what, when=age.delivered) for age in late
    )
    told = _("{n} feeds are late or short: {named}. What they would bring is not here.")
    return (told.format(n=len(late), named=named),)


def _together(ages: Sequence[FeedAge]) -> str:
    """How many of the feeds are fresh, and the oldest of them; what is kept by hand is no feed."""
    feeds = [age for age in ages if age.delivered_at is not None]
    fresh = [age for age in feeds if age.state == "fresh"]
    if not feeds:
        return _("Nothing here comes from a feed.")
    if not fresh:
        if len(feeds) == 1:
            return _("The one feed is not known to be fresh.")
        return _("None of {n} feeds is known to be fresh.").format(n=len(feeds))
    _at, oldest = min((age.delivered_at, age.delivered) for age in fresh if age.delivered_at)
    if len(fresh) == len(feeds):
        if len(feeds) == 1:
            return _("The one feed is fresh: it was delivered {when}.").format(when=oldest)
        told = ngettext("{n} feed is fresh", "All {n} feeds are fresh", len(feeds))
    else:
        told = ngettext(
            "{fresh} of {n} feeds is fresh", "{fresh} of {n} feeds are fresh", len(fresh)
        )
    told = told.format(n=len(feeds), fresh=len(fresh))
    return _("{told}; the oldest was delivered {when}.").format(told=told, when=oldest)


def _apart(quiet: Sequence[FeedAge]) -> str:
    return f"{'; '.join(_quiet(age) for age in quiet)}." if quiet else ""


def _quiet(age: FeedAge) -> str:
    told = {
        "by hand": _("{what}: kept here by hand"),
        "none": _("{what}: never delivered"),
        "unknown": _("{what}: delivered {when}, how often is not stated"),
    }
    return told.get(age.state, _("{what}: delivered {when}")).format(
        what=age.what, when=age.delivered
    )
