"""Sentences that are prose: with figures, but not so many that they are a table in disguise."""

from collections.abc import Iterator
from typing import Final

from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures

MOST_FIGURES: Final = 60
MOST_ITEMS: Final = 1_000
"""Longer "sentences" are tables or lists that lost their lines; their pairs would be too many."""


def prose(text: Text) -> Iterator[Sentence]:
    """The sentences with figures that are short enough to be read as sentences."""
    return (
        one
        for one in with_figures(text)
        if len(one.quantities) <= MOST_FIGURES and len(one.row) <= MOST_ITEMS
    )
