"""A part that stands after the statement whose percentage it counts.

"Just 18% of the 350 volunteers had been trained – 63 people", "62 percent of the 1,405 residents
felt safe; 871 people gave that answer", and the same in a sentence of its own.
"""

from collections.abc import Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.wording import stem
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What

_LEADS: Final = words(
    "a an total of or is was that this it which some just in all only exactly i.e ie namely means "
    "meaning equals represents makes making being about around"
)
_PEOPLE: Final = words("people person respondent individual man woman")
_IN_ALL: Final = words("of them in all total altogether these those")
_POINTING: Final = words("so that this such same")
_NOT: Final = words(
    "not no nor never didn't other others more fewer less extra additional new who whom which "
    "than because when while if but against after before"
)
_FURTHER: Final = words("by in on at from to with for as about over under another")
_OPENING: Final = words("this that which")
_SIGNS: Final = frozenset(",;:-(")
_ENDS: Final = frozenset(").;")
_KINDS: Final = (What.COUNT, What.MONEY)
_FARTHEST = 30
_LONGEST: Final = 7


def part_after(row: Sequence[Item], end: int, whole_at: int) -> tuple[int, Quantity] | None:
    """The number of the part and itself, where one stands after the statement that ends nowhere."""
    for at in range(end, min(len(row), end + _FARTHEST)):
        number = row[at].quantity
        if number is None:
            continue
        if number.what in (What.PERCENT, What.FRACTION, What.TIMES, What.PER):
            return None
        if number.what not in _KINDS:
            continue
        led = _is_led(row, at) and _is_part(row, at, row[whole_at])
        return (at, number) if led and _things_agree(row, at, whole_at) else None
    return None


def part_in(row: Sequence[Item], of: Sequence[Item], whole_at: int) -> Quantity | None:
    """The part that a sentence of its own names: "That is 205 tenants.", "205 people said so."."""
    found = [at for at, one in enumerate(row) if one.quantity is not None]
    if len(found) != 1:
        return None
    at, number = found[0], row[found[0]].quantity
    if number is None or number.what not in _KINDS:
        return None
    if any(one.text not in _LEADS and one.tag != "," for one in row[:at]):
        return None
    pointed = row[0].text in _OPENING or _points(row[at + 1 :])
    whole = [*of[whole_at : whole_at + _LONGEST]]
    said = pointed and _is_part(row, at, of[whole_at]) and _agrees(row, at, whole)
    return number if said else None


def _is_led(row: Sequence[Item], at: int) -> bool:
    """Whether only "a total of", "or" and the like stand between a sign and a number."""
    place = at - 1
    while place >= 0 and row[place].text in _LEADS:
        place -= 1
    return place >= 0 and row[place].tag in _SIGNS


def _is_part(row: Sequence[Item], at: int, whole: Item) -> bool:
    """Whether what follows a number ends the statement: nothing, "people", "of them", "said so"."""
    part, of = row[at].quantity, whole.quantity
    if part is None or of is None or part.value > of.value:
        return False
    if (part.what is What.MONEY) != (of.what is What.MONEY):
        return False
    tail = _tail(row, at)
    return len(tail) <= _LONGEST and not any(one.text in _NOT for one in tail)


def _tail(row: Sequence[Item], at: int) -> Sequence[Item]:
    last = next((one for one in range(at + 1, len(row)) if row[one].tag in _ENDS), len(row))
    return row[at + 1 : last]


def _things_agree(row: Sequence[Item], at: int, whole_at: int) -> bool:
    return _agrees(row, at, row[whole_at : whole_at + _LONGEST])


def _agrees(row: Sequence[Item], at: int, whole: Sequence[Item]) -> bool:
    """Whether a number counts what its whole counts, people or nothing, and says no more of it."""
    tail = _tail(row, at)
    if any(one.tag not in ("w", "o") for one in tail):
        return False
    things = {stem(one.text) for one in whole if one.tag == "w"} | _PEOPLE
    rest = [one for one in tail if one.text not in _IN_ALL and stem(one.text) not in things]
    return not rest or (_points(tail) and stem(tail[0].text) in things | {rest[0].text})


def _points(tail: Sequence[Item]) -> bool:
    """Whether the words say the same again: "gave that answer", "said so", and no more."""
    if any(one.text in _FURTHER for one in tail):
        return False
    return any(one.text in _POINTING for one in tail) and len(tail) <= _LONGEST
