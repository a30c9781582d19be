"""One year's total with two values: "Total income in 2022/23 was ... Of total income in ... of"."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from peelian.engines.publishing.checker.claims.repeats.alike import contradiction, one_setting
from peelian.engines.publishing.checker.claims.sums.adding import amounts
from peelian.engines.publishing.checker.findings import Finding
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import finder, lexicon
from peelian.engines.publishing.checker.language.quantities import Quantity
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures

_TOTAL: Final = finder(
    r"^ (?P<lead>[wo]{0,3}) T (?P<named>w{1,3}) w (?P<date>d) (?: I _? | o) (?P<value>[nm])",
    lexicon(T="total", I="was were stood_at came_to reached is are"),
)
_LEADING: Final = words("the our a of out out_of from with")
_OTHERWISE: Final = words(
    "restated revised corrected budget budgeted forecast planned expected before after excluding "
    "including without net gross draft provisional unaudited group consolidated but instead not "
    "wrongly error per each average target other another"
)
_NARROWING: Final = words("for in at among by from per within a")
_Key = tuple[int, tuple[str, ...], tuple[str, ...]]


def find(text: Text) -> Iterator[Finding]:
    """Every total of a year for which an earlier sentence of the passage gave another value."""
    found: dict[_Key, list[tuple[Sentence, Quantity]]] = {}
    for sentence in with_figures(text):
        for key, figure in _totals(sentence):
            found.setdefault(key, []).append((sentence, figure))
    for said in found.values():
        for first, second in pairwise(said):
            before, after = first[1], second[1]
            if before.what is not after.what or before.unit != after.unit:
                continue
            if not before.span.meets(after.span) and one_setting(first[0], second[0]):
                yield contradiction(first, second, amounts(before.span, before))


def _totals(sentence: Sentence) -> Iterator[tuple[_Key, Quantity]]:
    """The total of a year with which a sentence opens: what of, of which year, and how much."""
    row = sentence.row
    if _OTHERWISE & {one.text for one in row}:
        return
    for match in _TOTAL(row):
        figure = match.quantity("value")
        narrowed = {one.text for one in row[match.end : match.end + 1]} & _NARROWING
        if figure is None or figure.soft or figure.ranged or narrowed:
            continue
        if set(match.words("lead")) <= _LEADING:
            yield (sentence.part, match.words("named"), match.words("date")), figure
