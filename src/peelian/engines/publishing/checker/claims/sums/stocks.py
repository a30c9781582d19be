"""What there was, what came, what went and what there is: "320 open, 140 opened, 175 closed: 285".

The four numbers stand in this order in one passage, the first beside words of a beginning and the
last beside words of an end.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from peelian.engines.publishing.checker.claims.saying import finding
from peelian.engines.publishing.checker.claims.sums.addends import alike
from peelian.engines.publishing.checker.claims.sums.adding import amount, amounts
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import lexicon, tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures
from peelian.numbers.rounding import Range

_WORDS: Final = lexicon(
    B="start_of beginning_of opened_the began_the started_the started_with began_with "
    "opening_balance brought_forward",
    E="end_of leaving leaves closed_at closing_balance ended_with ended_the_year finished_with "
    "carried_forward at_the_end at_the_close",
    I="opened received added admitted joined recruited arrived appointed hired raised new bought "
    "acquired income",
    O="closed discharged completed left departed retired resigned withdrew withdrawn removed "
    "disposed_of spent paid_out repaid died sold cancelled",
)
_ENDS: Final = words("and while but whereas")
_SIGNS: Final = frozenset(",;:.()")
_BACK: Final = 3
_FOUR: Final = 4
_UNPLAIN: Final = words(
    "about including includes transferred transfer others other some several reopened re-opened "
    "adjusted adjustment interest including net average including expected forecast"
)


def find(text: Text) -> Iterator[Finding]:
    """Every closing stock with its opening stock and what came and went between."""
    for sentence in with_figures(text):
        if "E" not in tags(sentence.row, _WORDS):
            continue
        for back in range(_BACK + 1):
            before = [one for one in text.before(sentence, back) if one.part == sentence.part]
            near = [*reversed(before), sentence]
            if "B" in tags(near[0].row, _WORDS):
                yield from _in(sentence, near)
                break


def _in(sentence: Sentence, near: Sequence[Sentence]) -> Iterator[Finding]:
    found = [
        (said.row, at, item.quantity)
        for said in near
        for at, item in enumerate(said.row)
        if item.quantity is not None and item.quantity.what in (What.COUNT, What.MONEY)
    ]
    if len(found) != _FOUR or any(one.soft for _, _, one in found):
        return
    figures = [one for _, _, one in found]
    if any(not alike(one, figures[0]) for one in figures) or figures[-1].part != sentence.part:
        return
    ways = [_way(row, at) for row, at, _ in found[1:3]]
    said = {item.text for item in chain.from_iterable(one.row for one in near)}
    if sorted(ways) != ["I", "O"] or said & _UNPLAIN or found[-1][0] is not sentence.row:
        return
    if "E" not in tags(sentence.row, _WORDS)[max(0, found[-1][1] - 8) :]:
        return
    come, gone = (figures[1], figures[2]) if ways[0] == "I" else (figures[2], figures[1])
    yield from _judged(sentence, figures[0], come, gone, figures[3])


def _way(row: Sequence[Item], at: int) -> str:
    """Whether a number is of what came (I) or went (O): by the words in its own clause."""
    letters = tags(row, _WORDS)
    for step in (1, -1):
        place = at + step
        while 0 <= place < len(row):
            item = row[place]
            if item.quantity is not None or item.tag in _SIGNS or item.text in _ENDS:
                break
            if letters[place] in "IO":
                return letters[place]
            place += step
    return ""


def _judged(
    sentence: Sentence, first: Quantity, come: Quantity, gone: Quantity, last: Quantity
) -> Iterator[Finding]:
    more = first.span.plus(come.span)
    if not gone.exact and gone.span.high == float("inf"):
        return
    span = more.minus(gone.span)
    made = first.value + come.value - gone.value
    if made < 0:
        return
    span = Range(max(span.low, span.low * 0), span.high)
    agrees = span.meets(last.span)
    yield finding(
        sentence,
        About.SUM,
        Verdict.AGREES if agrees else Verdict.DOES_NOT_FOLLOW,
        (last, first, come, gone),
        computed=f"{first.printed} + {come.printed} - {gone.printed} is {amount(made, first)}",
        allowed=amounts(span, first),
        because="" if agrees else f"that is not {last.printed}",
    )
