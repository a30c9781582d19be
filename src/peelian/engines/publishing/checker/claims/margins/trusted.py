"""An interval that a sentence of its own gives to the figure of the one before.

"39 per cent have damp. We can be 95 per cent confident that the true value is between 31 and 37".
"""

from collections.abc import Iterator
from typing import Final

from peelian.engines.publishing.checker.claims import growth_words
from peelian.engines.publishing.checker.claims.margins.levels import levels_in
from peelian.engines.publishing.checker.claims.margins.limits import Limits, ends
from peelian.engines.publishing.checker.language.phrases import finder, lexicon
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text

_WORDS: Final = lexicon(
    T="true real actual underlying",
    V="value figure proportion share percentage rate answer level",
    P="likely most very really actually probably almost certainly somewhere in_fact",
    L="lies lie falls fall is was be sits runs ranges",
    S="confident certain sure",
    I="confidence_interval confidence_limits",
    J="to and",
    W="between from within",
)
_LIMITS: Final = r"W? (?P<low>[pn]) (?: (?: J | - ) (?P<high>[pn]) )?"
_FORMS: Final = (
    # The true figure is likely to lie between 31 and 37 per cent
    finder(rf"T V L? [PJ_]{{0,4}} L? [P_]{{0,2}} {_LIMITS}", _WORDS),
    # 95 per cent confident that the figure lies between 31 and 37 per cent
    finder(rf"(?P<sure>p) S w w? T? V L [P_]{{0,2}} {_LIMITS}", _WORDS),
    # The 95 per cent confidence interval is 31 to 37 per cent
    finder(rf"^ w p? I _ L {_LIMITS}", _WORDS),
)


def trusted(text: Text, sentence: Sentence) -> Iterator[Limits]:
    """Limits of which the sentence names no figure, with the one percentage told before them."""
    levels = {id(one) for one in levels_in(sentence.row)}
    others = [one for one in sentence.quantities if id(one) not in levels]
    for find in _FORMS:
        for match in find(sentence.row):
            low, high = match.quantity("low"), match.quantity("high")
            figures = tuple(one for one in (low, high) if one is not None)
            told = [one for one in others if one is not match.quantity("sure")]
            if low is None or list(figures) != told or not _of_percent(figures):
                continue
            estimate = _told_before(text, sentence)
            if estimate is None:
                return
            if low.ranged and high is None:
                yield Limits(*ends(low), low.decimals, figures, estimate)
            elif high is not None and not low.ranged:
                decimals = max(low.decimals, high.decimals)
                yield Limits(low.value, high.value, decimals, figures, estimate)
            return


def _of_percent(figures: tuple[Quantity, ...]) -> bool:
    return figures[-1].what is What.PERCENT


def _told_before(text: Text, sentence: Sentence) -> Quantity | None:
    """The one percentage of the sentence before, if it is a share and no change."""
    for other in text.before(sentence, 1):
        found = [(at, one) for at, one in enumerate(other.row) if one.tag == What.PERCENT.value]
        if len(found) != 1 or growth_words.is_growth(other.row, found[0][0]):
            return None
        figure = found[0][1].quantity
        return figure if figure is not None and not figure.ranged else None
    return None
