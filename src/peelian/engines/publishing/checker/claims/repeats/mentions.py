"""Counted things, as a report names them: "the force's three mobile police stations"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from peelian.engines.publishing.checker.claims.wording import FUNCTION, root, stem
from peelian.engines.publishing.checker.language.item import WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence


@dataclass(frozen=True)
class Mention:
    """A count with the noun it counts, as stems from modifier to head; "the 748 who" has none.

    ``definite`` is said of a set that the reader knows already ("these 38 hubs"), ``owned`` of one
    that somebody has in all ("the force has three"), whose root is ``owner`` where it is named;
    ``gathered`` is said of a sample ("its survey of").
    ``after`` are the roots of the words that follow in the phrase and may narrow the set, and
    ``leads_to`` is the first of these words; item ``ends`` is no longer of the phrase.
    """

    sentence: Sentence
    at: int
    figure: Quantity
    value: int
    noun: tuple[str, ...]
    definite: bool
    owned: bool
    owner: str
    gathered: str
    after: frozenset[str]
    leads_to: str
    ends: int

    @property
    def roots(self) -> frozenset[str]:
        """The roots of all that its sentence names."""
        return roots(self.sentence.row)


_DEFINITE: Final = words("the these those all our its their both")
_OWNERS: Final = words("has have had runs operates deploys owns maintains employs manages makes")
_ANYBODY: Final = words("force service organisation authority agency body")
"""Words for whoever a report is of, by whatever name it was called before."""
_SAMPLES: Final = words("survey sample poll audit panel questionnaire consultation")
_PLURALS: Final = words("people children men women staff")
AUXILIARIES: Final = words(
    "is are was were be been being has have had will would can could may might must should did do "
    "does came went took gave include includes vary varies show shows come comes go goes take "
    "takes give gives need needs want wants work works"
)
"""Finite verbs, after which a phrase is over; forms that may be participles are not among them."""
_RELATIVES: Final = words("who that which whose where")
_LONGEST: Final = 4


def mentions(sentence: Sentence) -> Iterator[Mention]:
    """Every exact count of more than one with a noun in the plural or "who", in order."""
    row = sentence.row
    for at, item in enumerate(row):
        figure = item.quantity
        if figure is None or figure.what is not What.COUNT or figure.soft or figure.ranged:
            continue
        value, noun = _whole(figure), _noun(row, at + 1)
        gathered, definite = _gathered(row, at), _is_definite(row, at)
        those_who = definite and row[at + 1 : at + 2] and row[at + 1].text in ("who", "that")
        if value is None or value < 2 or not (noun or those_who):
            continue
        first = at + 1 + len(noun)
        last = _phrase_end(row, first)
        yield Mention(
            sentence,
            at,
            figure,
            value,
            noun,
            definite or bool(gathered),
            _is_owned(row, at),
            _owner(row, at),
            gathered,
            roots(row[first:last]),
            row[first].text if first < len(row) else "",
            last,
        )


def _whole(figure: Quantity) -> int | None:
    """A whole number, printed to its last figure even where it was measured: "140 hectares"."""
    whole = figure.decimals == 0 and figure.value.denominator == 1
    return int(figure.value) if whole and figure.span.high - figure.span.low <= 1 else None


def roots(row: Sequence[Item]) -> frozenset[str]:
    """The roots of the words of a row that name something."""
    return frozenset(root(one.text) for one in row if one.tag == WORD and one.text not in FUNCTION)


def _noun(row: Sequence[Item], first: int) -> tuple[str, ...]:
    """The words up to the first plural, if it comes soon."""
    found = []
    for one in row[first : first + _LONGEST]:
        if one.tag != WORD or one.text in FUNCTION:
            return ()
        found.append(stem(one.text))
        if one.text in _PLURALS or found[-1] != one.text:
            return tuple(found)
    return ()


def _is_definite(row: Sequence[Item], at: int) -> bool:
    before = row[at - 1].text if at else ""
    return before in _DEFINITE or before.endswith("'s")


def _is_owned(row: Sequence[Item], at: int) -> bool:
    before = row[at - 1].text if at else ""
    return before in _OWNERS or before.endswith("'s") or before in ("its", "our")


def _owner(row: Sequence[Item], at: int) -> str:
    """The root of whoever has what is counted: the word before "has", or that with an "'s"."""
    if at and row[at - 1].text.endswith("'s"):
        return root(row[at - 1].text)
    if at < 2 or row[at - 1].text not in _OWNERS or row[at - 2].tag != WORD:
        return ""
    said = row[at - 2].text
    return "" if said in FUNCTION | _ANYBODY or said.endswith("ly") else root(said)


def _gathered(row: Sequence[Item], at: int) -> str:
    """ "Its survey of 748": what kind of sample; nothing where it is none or not known yet."""
    if at < 3 or row[at - 1].tag != "o" or row[at - 2].text not in _SAMPLES:
        return ""
    known = any(one.text in _DEFINITE or one.text == "this" for one in row[max(0, at - 6) : at - 2])
    return root(row[at - 2].text) if known else ""


def _phrase_end(row: Sequence[Item], first: int) -> int:
    """The item after a phrase: its verb, a sign or another number; "who had replied" is of it."""
    last = first + 2 if first < len(row) and row[first].text in _RELATIVES else first
    while last < len(row) and row[last].tag in (WORD, "o", "d", "l"):
        if row[last].text in AUXILIARIES:
            break
        last += 1
    return last
