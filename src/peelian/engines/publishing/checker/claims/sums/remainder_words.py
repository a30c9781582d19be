"""Where a sentence names what is left of a whole: "the remaining 111", "leaving 12", "the rest"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.phrases import lexicon, matches, pattern, tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence

_WORDS: Final = lexicon(
    R="remaining remainder residual balance rest",
    O="other",
    S="others",
    D="the its their our his her",
    L="leaving which_leaves which_left that_leaves",
    E="everything_else anything_else everyone_else everybody_else all_others else",
)
_PATTERNS: Final = tuple(
    (pattern(text), partly)
    for text, partly in (
        # the remaining 111; the rest, 20 per cent; the remainder (24%); the balance of £4.9m
        (r"R [,(:\-o]? [w=]? (?P<left>[nmpf])", False),
        # the remaining 438 (38%); the remaining officers (38%)
        (r"R (?: n w{0,3}? | w{1,3}? ) [(,] w? (?P<left>[pnm]) [),]", False),
        # the other nine
        (r"D O (?P<left>[nmpf])", False),
        # leaving 12
        (r"L [_]* w{0,2}? (?P<left>[nmpf])", False),
        # 115 of the remaining posts
        (r"(?P<left>[nmpf]) o D? R (?! w{0,2}? [nm])", True),
        # 18p on everything else
        (r"(?P<left>[nmpf]) w{0,5}? E", False),
        # the 111 remaining; 111 others
        (r"(?P<left>[nmpf]) w? (?: (?<=[nmpf]) R (?! [nmpf]) | S )", False),
    )
)


@dataclass(frozen=True)
class Left:
    """What is left, the number of its item, and whether it is only some of what is left."""

    figure: Quantity
    at: int
    partly: bool


def remainders(sentence: Sentence) -> Iterator[Left]:
    """Every number of a sentence that is said to be what is left, each once."""
    letters = tags(sentence.row, _WORDS)
    seen: set[int] = set()
    for wanted, partly in _PATTERNS:
        for match in matches(wanted, sentence.row, letters):
            at, figure = match.at("left"), match.quantity("left")
            if at is None or figure is None or at in seen or _is_base(sentence.row, at):
                continue
            seen.add(at)
            yield Left(figure, at, partly)


def _is_base(row: tuple[Item, ...], at: int) -> bool:
    """Whether a number is a whole of its own: "12 of the remaining 30" leaves 30, not 12."""
    following = row[at + 1 : at + 2]
    return (
        bool(following)
        and following[0].quantity is not None
        and (following[0].quantity.what is What.PER)
    )
