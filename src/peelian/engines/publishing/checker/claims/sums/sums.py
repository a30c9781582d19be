"""Totals and the parts they are made of."""

from collections.abc import Iterator

from peelian.engines.publishing.checker.claims.sums import (
    composed,
    excess,
    flows,
    hundreds,
    itemised,
    remainders,
    wholes,
)
from peelian.engines.publishing.checker.claims.sums.adding import added
from peelian.engines.publishing.checker.findings import Finding
from peelian.engines.publishing.checker.language.items import LABEL
from peelian.engines.publishing.checker.language.text import Sentence, Text


def find(text: Text) -> Iterator[Finding]:
    """Every total whose parts are printed beside it."""
    for sentence in text.sentences:
        if not _has_figures(sentence):
            continue
        for grammar in (composed.sums, wholes.sums, remainders.sums, hundreds.sums):
            for readings in grammar(text, sentence):
                yield from added(sentence, readings)
    yield from excess.find(text)
    yield from flows.find(text)
    for sentence, readings in itemised.sums(text):
        yield from added(sentence, readings)


def _has_figures(sentence: Sentence) -> bool:
    """Whether a sentence has quantities, or a label such as 70:30 that may be two of them."""
    return bool(sentence.quantities) or any(one.tag == LABEL for one in sentence.row)
