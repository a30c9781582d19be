"""Totals and the parts they are made of."""

from collections.abc import Iterator
from typing import Final

from peelian.engines.publishing.checker.claims.sums import (
    balances,
    composed,
    excess,
    flows,
    hundreds,
    intensities,
    itemised,
    itemised_shares,
    profits,
    remainders,
    stocks,
    wholes,
)
from peelian.engines.publishing.checker.claims.sums.adding import added
from peelian.engines.publishing.checker.findings import Finding
from peelian.engines.publishing.checker.language.item import LABEL
from peelian.engines.publishing.checker.language.text import Sentence, Text

GRAMMARS: Final = (
    composed.sums,
    wholes.sums,
    remainders.sums,
    hundreds.sums,
    intensities.sums,
)


def find(text: Text) -> Iterator[Finding]:
    """Every total whose parts are printed beside it."""
    for sentence in text.sentences:
        if not _has_figures(sentence):
            continue
        for grammar in GRAMMARS:
            for readings in grammar(text, sentence):
                yield from added(sentence, readings)
    yield from excess.find(text)
    yield from flows.find(text)
    yield from balances.find(text)
    yield from profits.find(text)
    yield from stocks.find(text)
    yield from itemised_shares.find(text)
    for sentence, readings in itemised.sums(text):
        yield from added(sentence, readings)


def _has_figures(sentence: Sentence) -> bool:
    """Whether a sentence has quantities, or a label such as 70:30 that may be two of them."""
    if any(one.text in _CODE for one in sentence.row):
        return False
    return bool(sentence.quantities) or any(one.tag == LABEL for one in sentence.row)


_CODE: Final = frozenset("|{}\\`")
"""Signs of commands and programs, whose numbers are no parts of anything."""
