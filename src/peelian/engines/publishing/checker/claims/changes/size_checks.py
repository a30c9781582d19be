"""Which of the phrases for the size of a change say one after all, by the words they hold."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from peelian.engines.publishing.checker.claims.changes.size import Size
from peelian.engines.publishing.checker.claims.changes.words import NOUNS, UP
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import What

_GAPS: Final = words("gap difference")
_ADVERBS: Final = words(
    "only just further another total overall sharply slightly again steadily modest real-terms "
    "rapidly significantly a an the annual annually yearly by another year-on-year net rate"
)
_NOT_AFTER_FALL: Final = words("short out into within under victim")
_NOT_BEFORE_MORE: Final = words(
    "or and no any once the much even what far for on had have has were was are is took take wait "
    "spent spend got get live earn"
)
_AS: Final = words("as the that of what")
_SHARED_LIKE: Final = words("as many much high long large likely great big often")


def _noun(row: Sequence[Item], size: Size, gap: Sequence[str]) -> Size | None:
    said = row[size.end - 1].text
    ahead = row[size.end].text if size.end < len(row) else ""
    between = {one.text for one in row[size.at + 1 : size.end - 1]}
    if (
        said not in NOUNS | {"up", "down"}
        or ahead in _NOT_AFTER_FALL
        or between & {"who", "and", "that"}
    ):
        return None
    return replace(size, start=size.at)


def _more(row: Sequence[Item], size: Size, gap: Sequence[str]) -> Size | None:
    said = row[size.end - 1].text
    if any(one.endswith("ed") or one in _NOT_BEFORE_MORE for one in gap):
        return None
    count = size.quantity.what is What.COUNT
    if (count and len(gap) > 2) or said in ("over", "under", "extra"):
        return None
    if said in ("above", "below") and (gap or _number_at(row, size.end)):
        return None
    times = size.quantity.what is What.TIMES
    if times and any(one in _SHARED_LIKE for one in gap):
        return replace(size, way=0, factor=True)
    return replace(size, more=times, factor=times)


def _number_at(row: Sequence[Item], at: int) -> bool:
    return at < len(row) and row[at].quantity is not None


def _or_more(row: Sequence[Item], size: Size, gap: Sequence[str]) -> Size | None:
    """ "3.1 percent, or £8.4m, more than"."""
    said = [one.text for one in row[size.at + 1 : size.at + 3]]
    return _more(row, size, gap) if "or" in said else None


def _bare(row: Sequence[Item], size: Size, gap: Sequence[str]) -> Size | None:
    between = [one.text for one in row[size.start + 1 : size.at]]
    return size if all(one in _ADVERBS for one in between) else None


def _sign(row: Sequence[Item], size: Size, gap: Sequence[str]) -> Size | None:
    """ "(+20.9%)", "(-5.7%)": the sign stands at the number and after a bracket or a space."""
    sign = row[size.start]
    close = sign.end == row[size.at].start
    parted = size.start == 0 or row[size.start - 1].end < sign.start
    opened = size.start > 0 and row[size.start - 1].tag in "(,/;"
    if not close or not (opened or (parted and size.way == UP)):
        return None
    return size


def _as(row: Sequence[Item], size: Size, gap: Sequence[str]) -> Size | None:
    times = size.quantity.what is What.TIMES
    again = any(one.text == "again" for one in row[size.at : size.end + 3])
    if not gap or gap[0] not in _AS or again:
        return None
    if times or gap[0] in ("as", "what"):
        known = times or gap[0] == "what" or any(one in _SHARED_LIKE for one in gap[1:])
        return replace(size, way=0, factor=True, loose=not known)
    return None


def _verb(row: Sequence[Item], size: Size, gap: Sequence[str]) -> Size | None:
    """ "Doubled", "threefold", and "3 times" by itself, which is weaker."""
    loose = row[size.at].text.split("-")[0] in ("twice", "double", "triple") or (
        size.quantity.digits and size.quantity.printed.lower().endswith("times")
    )
    return replace(size, way=0, factor=True, loose=loose)


def _of(row: Sequence[Item], size: Size, gap: Sequence[str]) -> Size | None:
    between = [one.text for one in row[size.start + 1 : size.at]]
    if not any(one == "of" for one in between):
        return None
    if row[size.start].text in ("went", "moved", "up", "down") or "short" in between:
        return None
    if row[size.start].text == "loss" and size.quantity.what is not What.PERCENT:
        return None  # "a loss of £4m" may be all there is
    return replace(size, more=size.quantity.what is What.TIMES)


def _up_on(row: Sequence[Item], size: Size, gap: Sequence[str]) -> Size | None:
    return replace(size, start=size.at) if row[size.end - 1].text in ("up", "down") else None


_MEANS: Final = words("is was means meant represents equals being")


def _extra(row: Sequence[Item], size: Size, gap: Sequence[str]) -> Size | None:
    """ "That is an additional 1,270 hours": what is said of a change, and not of something else."""
    said = [one.text for one in row[size.start : size.at]]
    told = said[0] in _MEANS and said[1] in ("a", "an") and said[2] in ("additional", "extra")
    return size if told else None


def _by(row: Sequence[Item], size: Size, gap: Sequence[str]) -> Size | None:
    return replace(size, more=size.quantity.what is What.TIMES)


def _again(row: Sequence[Item], size: Size, gap: Sequence[str]) -> Size | None:
    return replace(size, loose=True)


_THAT_IS: Final = words("or that is was so and thus hence therefore i.e ie namely in")


def _or_by(row: Sequence[Item], size: Size, gap: Sequence[str]) -> Size | None:
    """ "From 23.4% to 31.1%, that is by 7.7 percentage points"."""
    return replace(size, start=size.at - 1) if _THAT_IS.issuperset(gap) else None


_WAS: Final = words("was is were stood stands at now about")


def _gap_was(row: Sequence[Item], size: Size, gap: Sequence[str]) -> Size | None:
    """ "The gap between girls (71.2%) and boys (63.9%) was 7.3 percentage points"."""
    between = row[size.start].text in _GAPS and row[size.start + 1].text == "between"
    ahead = row[size.end : size.end + 1]
    if not between or not _WAS.issuperset(gap) or (ahead and ahead[0].tag not in ".,;:)"):
        return None
    return replace(size, start=size.at)


def _one_of(row: Sequence[Item], size: Size, gap: Sequence[str]) -> Size | None:
    return replace(size, start=size.at - 2) if row[size.at - 2].text == "one" else None


CHECKS: Final = {
    "of": _of,
    "by": _by,
    "up on": _up_on,
    "extra": _extra,
    "noun": _noun,
    "more": _more,
    "or more": _or_more,
    "bare": _bare,
    "sign": _sign,
    "as": _as,
    "verb": _verb,
    "again": _again,
    "brackets": _again,
    "one of": _one_of,
    "or by": _or_by,
    "gap was": _gap_was,
}
"""The check of each form that has one, by its name: the size as it is meant, or nothing."""
