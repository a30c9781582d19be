"""Quantities with the words round them that soften them: "about 400", "65 or so"."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.language import soft
from peelian.engines.publishing.checker.language.item import OF, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What

_COMPARED: Final = words("more less fewer lower greater higher above below")


def softened(found: Sequence[Item], text: str) -> list[Item]:
    """Quantities with the words round them that soften them; these words are then part of it."""
    done: list[Item] = []
    skip = False
    for at, item in enumerate(found):
        if skip:
            skip = False
            continue
        number = item.quantity
        if number is None or number.what in (What.BASE, What.PER):
            done.append(item)
            continue
        said = soft.before(_words_behind(done))
        if said and not _compares(done, said[1]) and not _watched(done, found[at + 1 : at + 3]):
            kind, length = said
            start = done[-length].start
            del done[-length:]
            done.append(_with(item, kind, start, text))
            continue
        ahead = [one.text for one in found[at + 1 : at + 3]]
        trailing = soft.after(ahead)
        done.append(_with(item, trailing, item.start, text) if trailing else item)
    return done


_WATCHED: Final = words(
    "person-years person-months person-days patient-years patient-days woman-years women-years "
    "bed-days"
)


def _watched(done: Sequence[Item], ahead: Sequence[Item]) -> bool:
    """Whether "over" only says for how long people were watched: "over 2,150 person-years"."""
    said = [one.text for one in ahead]
    watched = bool(_WATCHED & set(said[:1])) or said in (
        ["person", "years"],
        ["patient", "years"],
        ["bed", "days"],
    )
    return watched and done[-1].text == "over"


def _words_behind(done: Sequence[Item]) -> list[str]:
    said: list[str] = []
    for one in reversed(done[-soft.LONGEST :]):
        if one.tag not in (WORD, OF, "<", ">", "~", '"'):
            break
        said.insert(0, one.text)
    return said


def _compares(done: Sequence[Item], length: int) -> bool:
    """Whether the softening words stand between two quantities: "60 more than 235"."""
    before = done[-length - 1] if len(done) > length else None
    return done[-length].text in _COMPARED and before is not None and before.quantity is not None


def _with(item: Item, kind: soft.Soft, start: int, text: str) -> Item:
    number = item.quantity
    if number is None:
        raise TypeError("Only a quantity is softened.")
    # A range of two numbers is soft already, and only moves as a whole.
    said = soft.Soft.ABOUT if number.ranged else kind
    span = soft.softened(number.span, number.value, said, _reach(number))
    softer = replace(number, span=span, soft=kind.value, printed=text[number.start : number.end])
    return replace(item, start=start, quantity=softer)


def _reach(number: Quantity) -> Fraction:
    """How far "about" goes: by its figures as printed, for times and fractions by a tenth."""
    if number.what in (What.DURATION, What.FRACTION, What.TIMES) or number.ranged:
        return number.value / 10
    return soft.reach(number.value, number.decimals)
