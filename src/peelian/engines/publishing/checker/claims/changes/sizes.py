"""How great a change is said to be: "an increase of 20.9 percent", "86 more", "doubled"."""

import re
from collections.abc import Sequence

from peelian.engines.publishing.checker.claims.changes.size import Size
from peelian.engines.publishing.checker.claims.changes.size_checks import CHECKS
from peelian.engines.publishing.checker.claims.changes.size_forms import ECHO, FORMS, WENT
from peelian.engines.publishing.checker.claims.changes.words import DOWN, UP
from peelian.engines.publishing.checker.language.item import Item


def sizes(row: Sequence[Item], letters: str) -> list[Size]:
    """Every size of a change in a row, in order, one for each quantity."""
    found: dict[int, Size] = {}
    for name, wanted in FORMS:
        for match in wanted.finditer(letters):
            at = match.start("size")
            size = _size(name, row, letters, match)
            if size is not None and at not in found:
                found[at] = size
    said = list(found.values())
    for size in said:
        for echo in () if size.factor else _echoes(row, letters, size):
            if echo.at not in found:
                found[echo.at] = echo
                said.append(echo)  # "by a quarter (25 per cent) or £55,239"
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
    check = CHECKS.get(name)
    return size if check is None else check(row, size, gap)


def _way(name: str, letters: str, match: re.Match[str]) -> int:
    if "way" not in match.re.groupindex:
        return 0
    place = match.start("way")
    # "Went up by": the verb leaves the direction to the word after it.
    if name == "of" and letters[match.start("size") - 1] == "-":
        return DOWN  # "a growth of -0.3 percent"
    letter = letters[place + 1] if name == "by" and WENT.match(letters, place) else letters[place]
    return {"U": UP, "M": UP, "+": UP, "D": DOWN, "L": DOWN, "-": DOWN}.get(letter, 0)


def _is_rate(letters: str, at: int) -> bool:
    """Whether a count is the top of a rate, or of its own share: "412 of the 748"."""
    return (
        letters[at] == "n" and letters[at + 1 : at + 2] == "o" and "n" in letters[at + 2 : at + 5]
    )


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
