"""What the words at a row or above a column say of its numbers: totals, rates, parts of parts."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from peelian.engines.publishing.checker.claims.sums.divisions import exclude_each_other
from peelian.engines.publishing.checker.language.lexicons import CALENDAR, words


class Role(StrEnum):
    """What a row or column is among its like."""

    PART = "part"
    TOTAL = "total"
    WITHIN = "part of a part"
    ODD = "a total of something else"
    SECTION = "heading"


class What(StrEnum):
    """What the numbers of a row or column are."""

    COUNT = "count"
    PERCENT = "percentage"
    CHANGE = "change"
    RATE = "rate or average"


_WORD: Final = re.compile(r"%|[a-z]+(?:[-'/][a-z]+)*|\d[\d.,]*\+?|\+/-|±")
_TOTALS: Final = words("total totals subtotal sub-total subtotals overall all grand sum")
_NOT_ALL: Final = words(
    "excluding excl except less net minus excludes exclude unweighted weighted without "
    "average mean median per rate not base remaining and_above"
)
_WITHIN: Final = (
    "of which",
    "of whom",
    "of these",
    "of those",
    "including",
    "incl.",
    "includes",
    "- ",
    "– ",
    "• ",
    "↳",
    "» ",
    "> ",
)
_CHANGE: Final = words("change difference differences diff growth variance variation +/-")
_GROWS: Final = words("increase decrease increase/decrease rise fall")
_COUNTS: Final = words("number numbers n no count counts volume headcount frequency cases total")
_PERCENT: Final = words("% percent percentage percentages pct proportion share shares")
_RATE: Final = words(
    "rate rates average averages mean median ratio ratios index score scores odds target targets "
    "sd se deviation error ci interval confidence margin disparity likelihood probability p "
    "p-value coefficient estimate z per minimum maximum min max quartile percentile limit"
)
_ALONE: Final = words("year years financial_year age rank ranking code weight range date order")
_REST: Final = words(
    "other others unknown unspecified none missing blank refused undisclosed misc miscellaneous "
    "remaining remainder unrecorded uncategorised elsewhere"
)
_REST_PHRASES: Final = ("not known", "not stated", "not recorded", "not reported", "don't know")
_REST_OPEN: Final = ("prefer not", "and over", "or over", "or more", "and above", "or older")


def plain(label: str) -> str:
    """A label in lower case, without marks of footnotes and signs at its ends."""
    bare = re.sub(r"\[[^\]]{1,12}\]|\(\d{1,2}\)|[*†‡§#^¹²³⁰⁴-⁹]", "", label.lower())
    return " ".join(bare.replace("’", "'").replace("\u2011", "-").split()).strip(" :.")


def role(labels: Iterable[str]) -> Role:
    """What a row or column is, by the labels that stand at it, the last the nearest."""
    found = Role.PART
    for label in labels:
        bare = plain(label)
        if bare.startswith(_WITHIN) or label.startswith(_WITHIN):
            return Role.WITHIN
        said = _WORD.findall(bare)
        if not said or len(said) > 8:
            continue
        if said[0] in _TOTALS or said[-1] in ("total", "totals", "subtotal", "sub-total"):
            if "other" in said or "others" in said:
                continue
            found = Role.ODD if _NOT_ALL & set(said) else Role.TOTAL
    return found


def what(labels: Sequence[str]) -> What:
    """What the numbers are, by the labels that stand at them: the nearest that tells is right.

    A change is one on whatever level it is said: under "Change" stand "number" and "%".
    """
    bare = [plain(label) for label in labels]
    if any(_says_change(label) for label in bare):
        return What.CHANGE
    if bare and bare[-1] in _ALONE:
        return What.RATE
    for label in reversed(bare):
        said = set(_WORD.findall(label))
        if said & _COUNTS and "%" not in label.partition("(")[0] and not said & _RATE:
            return What.COUNT
        if said & _PERCENT or "per cent" in label:
            return What.PERCENT
        if said & _RATE:
            return What.RATE
    return What.COUNT


def _says_change(label: str) -> bool:
    said = _WORD.findall(label)
    if not said or "no" in said:
        return False
    grows = set(said) & _GROWS
    return bool(set(said) & _CHANGE) or bool(
        grows and (set(said) & _PERCENT or len(grows) > 1 or (said[0] in _GROWS and "on" in said))
    )


def is_nested(labels: Iterable[str]) -> bool:
    """Whether some rows say that they are parts of others, so that the parts overlap."""
    return any("of which" in one or "of whom" in one for one in map(plain, labels))


def leaves_nothing(labels: Sequence[str]) -> bool:
    """Whether parts divide a whole and leave nothing of it out, as far as their labels tell."""
    bare = [plain(one) for one in labels]
    if any(
        set(_WORD.findall(one)) & _REST
        or any(phrase in one for phrase in (*_REST_PHRASES, *_REST_OPEN))
        or re.search(r"\d\+", one)
        for one in bare
    ):
        return True
    months = {one[:3] for one in bare}
    return len(bare) in (12, 4) and (months == set(CALENDAR) or months == {"q1", "q2", "q3", "q4"})


def exclude(labels: Sequence[str]) -> bool:
    """Whether parts cannot overlap, as far as their labels tell: ranks, sexes, years, age bands."""
    bare = [plain(one) for one in labels]
    if len(set(bare)) < len(bare):
        return False
    bands = [one for one in bare if not set(_WORD.findall(one)) & _REST]
    open_ended = sum(not one[-1:].isdigit() or one.startswith("over") for one in bands)
    if len(bands) > 1 and open_ended <= 1 and all(_BAND.fullmatch(one) for one in bands):
        return True
    months = {one[:3] for one in bare}
    if months <= set(CALENDAR) and len(months) == len(bare):
        return True
    return exclude_each_other([_WORD.findall(one) for one in bare])


_OF_PEOPLE: Final = words(
    "men man male males women woman female females boys girls white black asian mixed under aged"
)


def may_be_unknown(labels: Iterable[str]) -> bool:
    """Whether parts are sexes, ages or origins, which of some people nobody knows."""
    return any(_OF_PEOPLE & set(_WORD.findall(plain(one))) for one in labels)


_BAND: Final = re.compile(
    r"(?:under |up to |over |aged? )?\d{1,4}"
    r"(?: ?(?:-|–|/|to) ?\d{1,4})?(?: ?\+| (?:and|or) (?:over|above|older|more))?"
)
"""A year, a financial year, or a band of ages or numbers, as a label."""


_ONCE: Final = words(
    "unique distinct different individual individuals separate people persons patients callers "
    "clients users victims suspects offenders households families complainants participants "
    "visitors reach audience listeners viewers readers respondents subscribers"
)
_OVERLAP: Final = (
    "more than one",
    "multiple",
    "all that apply",
    "several answers",
    "top ",
    "most common",
    "selected",
    "main reasons",
    "up to three",
    "do not sum",
    "not sum to",
    "not add",
    "exceed",
)


def counts_once(labels: Iterable[str]) -> bool:
    """Whether people or things are counted once, however many of the parts they are in."""
    return any(_ONCE & set(_WORD.findall(plain(one))) for one in labels)


def may_overlap(near: str) -> bool:
    """Whether the words round a table say that parts overlap, or are a choice of all."""
    return any(one in near for one in _OVERLAP)


def in_percent(labels: Sequence[str]) -> bool:
    """Whether the nearest heading says that a change is told in per cent."""
    last = plain(labels[-1]) if labels else ""
    return bool(set(_WORD.findall(last)) & _PERCENT) or "per cent" in last
