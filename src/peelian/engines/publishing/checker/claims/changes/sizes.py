"""How great a change is said to be: "an increase of 20.9 percent", "86 more", "doubled"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from peelian.engines.publishing.checker.claims.changes.size_forms import ECHO, FORMS, WENT
from peelian.engines.publishing.checker.claims.changes.words import DOWN, NOUNS, UP
from peelian.engines.publishing.checker.language.items import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What


@dataclass(frozen=True)
class Size:
    """The size of a change: item ``at`` of the row, within a phrase from ``start`` to ``end``.

    ``way`` is 1 for up, -1 for down and 0 where the words leave it open. ``more`` is said of "two
    times more", which may mean twice or three times as much; ``factor`` of words that compare by
    a factor ("twice as many", "a third of the level") and not by a difference. ``loose`` marks a
    phrase that may say something else than the size of a change, ``relative`` one that says so and
    is never meant in percentage points.
    """

    quantity: Quantity
    at: int
    start: int
    end: int
    way: int
    more: bool = False
    factor: bool = False
    loose: bool = False
    relative: bool = False


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


def sizes(row: Sequence[Item], letters: str) -> list[Size]:
    """Every size of a change in a row, in order, one for each quantity."""
    found: dict[int, Size] = {}
    for name, wanted in FORMS:
        for match in wanted.finditer(letters):
            at = match.start("size")
            size = _size(name, row, letters, match)
            if size is not None and at not in found:
                found[at] = size
    for size in list(found.values()):
        for echo in () if size.factor else _echoes(row, letters, size):
            found.setdefault(echo.at, echo)
    return [found[at] for at in sorted(found)]


def _size(name: str, row: Sequence[Item], letters: str, match: re.Match[str]) -> Size | None:
    at = match.start("size")
    number = row[at].quantity
    if number is None or _is_rate(letters, at):
        return None
    way = _way(name, letters, match)
    near = {one.text for one in row[max(0, match.start() - 1) : match.end() + 3]}
    size = Size(number, at, match.start(), match.end(), way, relative="relative" in near)
    gap = []
    if "gap" in match.re.groupindex:
        gap = [one.text for one in row[match.start("gap") : match.end("gap")]]
    check = _CHECKS.get(name)
    return size if check is None else check(row, size, gap)


def _way(name: str, letters: str, match: re.Match[str]) -> int:
    if "way" not in match.re.groupindex:
        return 0
    place = match.start("way")
    # "Went up by": the verb leaves the direction to the word after it.
    letter = letters[place + 1] if name == "by" and WENT.match(letters, place) else letters[place]
    return {"U": UP, "M": UP, "+": UP, "D": DOWN, "L": DOWN, "-": DOWN}.get(letter, 0)


def _is_rate(letters: str, at: int) -> bool:
    """Whether a count is the top of a rate, or of its own share: "412 of the 748"."""
    return (
        letters[at] == "n" and letters[at + 1 : at + 2] == "o" and "n" in letters[at + 2 : at + 5]
    )


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
    return _more(row, size, gap) if row[size.at + 2].text == "or" else None


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
    return replace(size, more=size.quantity.what is What.TIMES)


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


_CHECKS: Final = {
    "of": _of,
    "by": _by,
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


def _echoes(row: Sequence[Item], letters: str, size: Size) -> list[Size]:
    """The same change said again: "by 86 (20.9 percent)", "by \u00a313, or 4.9 per cent"."""
    found = []
    for place in {size.at + 1, size.end}:
        match = ECHO.match(letters, place)
        if match is None:
            continue
        part = "size" if match.group("size") else "size2"
        at = match.start(part)
        number = row[at].quantity
        if part == "size2" and row[match.start("or")].text not in ("or", "equivalent", "equal"):
            continue
        if number is None or (number.what is size.quantity.what and part == "size"):
            continue
        found.append(Size(number, at, size.start, match.end(), size.way))
    return found


def paired(size: Size, other: Size) -> bool:
    """Whether two sizes may be of one change: a difference and its percentage, not far apart."""
    kinds = {size.quantity.what, other.quantity.what}
    return bool(kinds & {What.PERCENT, What.FRACTION}) and bool(
        kinds & {What.COUNT, What.MONEY, What.DURATION}
    )
