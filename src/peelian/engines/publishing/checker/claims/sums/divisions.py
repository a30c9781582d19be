"""Words that divide one whole, so that nothing is in two of them: men and women, ranks, grades.

Where the words of every two parts of a total keep them apart, the parts cannot come to more than
the total. They may come to less: of some people nobody knows the sex.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from typing import Final

from peelian.engines.publishing.checker.claims.sums import ages
from peelian.engines.publishing.checker.language import nouns
from peelian.engines.publishing.checker.language.lexicons import words

_ANY: Final = words(
    "other others unknown neither none undecided withheld missing unsure unstated unrecorded "
    "unspecified unclear"
)
_UNSAID: Final = words(
    "sure known recorded stated specified say said answer applicable given available identified "
    "disclosed classified known know certain"
)
"""What stands for something left out after "not" or "don't"."""

_STRICT: Final = tuple(
    words(text)
    for text in (
        "men man male males boys boy women woman female females girls girl non-binary intersex "
        "prefer preferred",
        "constable constables sergeant sergeants inspector inspectors superintendent "
        "superintendents cadet cadets commander commanders",
        "intervention control placebo",
        "drug placebo",
        "treatment control placebo",
        "active sham control placebo",
        "survived died",
        "alive dead",
        "sworn civilian civilians",
    )
)
"""What somebody is or was put into: apart whatever else is said of them."""

_DIVISIONS: Final = (
    *_STRICT,
    *(
        words(text)
        for text in (
            "full partial focused interim",
            "full-time part-time",
            "permanent temporary",
            "won lost drawn",
            "day night daytime night-time daylight dark evening morning afternoon",
            "weekday weekdays weekend weekends",
            "officers staff volunteers specials pcsos",
            "outstanding good adequate inadequate requires requiring",
            "white black asian mixed chinese arab",
            "agreed disagreed agree disagree neutral",
            "satisfied dissatisfied",
            "support supported oppose opposed",
            "approve approved disapprove disapproved",
            "favour favoured oppose opposed",
            "better worse same unchanged",
            "upheld dismissed withdrawn accepted rejected refused pending declined granted denied "
            "allowed abandoned undecided",
            "convicted acquitted",
            "proven unproven proved unproved",
            "implemented outstanding",
            "completed outstanding",
            "filled vacant",
            "complete incomplete",
            "yes no",
            "fatal serious slight minor severe moderate mild",
            "favour favoured against opposed",
            "passed failed",
            "urban rural",
            "adults children",
            "north south east west",
            "northern southern eastern western central",
            "open closed shut",
            "for against abstaining abstained abstentions",
        )
    ),
)
_ABOUT: Final = words("on about")
_AUXILIARY: Final = words("was were is are be been being had has have")
_OPPOSITE: Final = ("un", "non-")
_SHORT: Final = 3


def exclude_each_other(parts: Sequence[Iterable[str]]) -> bool:
    """Whether the words of the parts keep every two of them apart.

    A part that stands for what is left, such as "unknown", is apart from all others; at least two
    must name something.
    """
    return _all_apart(parts, _DIVISIONS)


def exclude_strictly(parts: Sequence[Iterable[str]]) -> bool:
    """The same by what somebody is alone: nobody is a man and a woman, of 40 and of 60 years.

    Then it does not matter what the parts are said to have done or to have had.
    """
    return _all_apart(parts, _STRICT)


def _all_apart(parts: Sequence[Iterable[str]], divisions: Sequence[frozenset[str]]) -> bool:
    said = [tuple(one) for one in parts]
    named = [one for one in said if not _is_left(one)]
    if len(named) < 2:
        named = said
    return len(named) >= 2 and all(
        _apart(one, other, divisions) for one, other in combinations(named, 2)
    )


def _is_left(said: Sequence[str]) -> bool:
    """Whether a part stands for what is in no other: "unknown", "not recorded"."""
    return bool(_ANY & set(said)) or any(
        before in ("not", "don't", "didn't") and word in _UNSAID for before, word in pairwise(said)
    )


def _apart(
    one: tuple[str, ...], other: tuple[str, ...], divisions: Sequence[frozenset[str]]
) -> bool:
    """Whether nothing is in both of two parts, by a division, by age or by a plain negation."""
    first, second = _negated(one), _negated(other)
    said = {word.removeprefix("not ") for word in first | second}
    strict, near = (
        [division for division in known if not division.isdisjoint(said)]
        for known in (_STRICT, divisions)
    )
    if any(_divides(division, first, second) for division in strict) or ages.apart(one, other):
        return True
    dividing = [division for division in near if _divides(division, first, second)]
    dividing += [_denied(first, second), _denied(second, first)]
    return any(named and not _of_two_things(one, other, named) for named in dividing)


def _of_two_things(one: Sequence[str], other: Sequence[str], dividing: frozenset[str]) -> bool:
    """Whether the words that end two parts differ: who opposes a part may support the plan."""
    first, second = _after(one, dividing), _after(other, dividing)
    if _is_topic(one, dividing) != _is_topic(other, dividing):
        return True
    return bool(first) and bool(second) and not first & second


def _is_topic(said: Sequence[str], dividing: frozenset[str]) -> bool:
    """Whether a part is only about what divides: "on urban themes" is no urban part."""
    return any(before in _ABOUT and word in dividing for before, word in pairwise(said))


def _after(said: Sequence[str], dividing: frozenset[str]) -> frozenset[str]:
    """What the words of a part name after the one that divides it from another."""
    at = next((at for at, word in enumerate(said) if word in dividing), len(said))
    return frozenset(
        nouns.stem(word)
        for word in said[at + 1 :]
        if word not in nouns.STOPS | nouns.DETERMINERS | dividing
    )


def _divides(division: frozenset[str], one: frozenset[str], other: frozenset[str]) -> bool:
    first, second = (
        {word for word in part if word.removeprefix("not ") in division} for part in (one, other)
    )
    return len(first) == 1 and len(second) == 1 and first != second


def _denied(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The words by which a part is what the other is not: solved and unsolved, fatal, non-fatal."""
    found: set[str] = set()
    for word in one:
        if len(word) <= _SHORT:
            continue
        if f"not {word}" in other:
            found.add(word)
        found.update(
            one_of
            for opposite in _OPPOSITE
            if (denial := f"{opposite}{word}") in other
            for one_of in (word, denial)
        )
    return frozenset(found)


def _negated(said: tuple[str, ...]) -> frozenset[str]:
    """The words of a part, "not upheld" as one word of its own."""
    found = set(said)
    for before, word in pairwise(said):
        if before == "not":
            found -= {word, "not"}
            found.add(f"not {word}")
    return frozenset(found)


def name_all(parts: Sequence[Sequence[str]]) -> bool:
    """Whether one of the parts is exactly what another is not: "upheld", "not upheld"."""
    named = [frozenset(one) - _AUXILIARY for one in parts]
    return any("not" in one and one - {"not"} in named for one in named if len(one) > 1)


def complement_each_other(parts: Sequence[Sequence[str]]) -> bool:
    """Whether the second of two parts is what the first is not: "80 were ..., 40 were not"."""
    if len(parts) != 2:
        return False
    first, second = parts
    return "not" in second and len(second) <= _SHORT and "not" not in first
