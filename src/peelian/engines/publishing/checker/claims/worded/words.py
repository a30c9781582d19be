"""Words for quantities against the figures beside them: "most (48 percent)", "a third (41%)".

Words are loose, so they are refused only where no figure of their range fits. Doubling and the
like are changes, and fractions beside their counts are shares; both are judged there.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.claims.worded.beside import told_beside
from peelian.engines.publishing.checker.claims.worded.known import of_known
from peelian.engines.publishing.checker.claims.worded.phrases import Worded, worded
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures
from peelian.numbers.rounding import Range, share

_SLACK: Final = Fraction(1)
"""Percentage points by which a word may miss its range, so that nobody quarrels over a word."""


def find(text: Text) -> Iterator[Finding]:
    """Every word for a share that figures beside it bear out or contradict."""
    for sentence in with_figures(text):
        for one in dict.fromkeys((*worded(sentence), *of_known(text, sentence))):
            found = judged(sentence, one)
            plain = one.plain and not _of_a_part(text, sentence, one)
            if plain or found.verdict is Verdict.AGREES:
                yield found
        for word, other, beside in told_beside(text, sentence):
            found = judged(word, beside)
            if other.part == word.part or found.verdict is Verdict.AGREES:
                yield found


def _of_a_part(text: Text, sentence: Sentence, one: Worded) -> bool:
    """Whether a percentage may be of all and its word of a part that was named just before.

    Of 58 per cent who said yes, "the majority (31 per cent)" would pay: 31 is most of 58.
    """
    if one.percent is None:
        return False
    before = [each for said in text.before(sentence, 1) for each in said.quantities]
    before += [each for each in sentence.quantities if each.start < one.word.start]
    return any(
        larger.high > one.percent.span.high
        and one.word.span.by(100).meets(one.percent.span.by(100).over(larger))
        for larger in (_in_percent(each) for each in before)
        if larger is not None
    )


def _in_percent(figure: Quantity) -> Range | None:
    """A percentage, or a share in words, in per cent; nothing of anything else."""
    if figure.what is What.FRACTION:
        return figure.span.by(100)
    return figure.span if figure.what is What.PERCENT and figure.span.low > 0 else None


def judged(sentence: Sentence, one: Worded) -> Finding:
    """Hold a word against its percentage, or against its part and whole."""
    span, words = _share(one)
    meant = one.word.span.by(100)
    exact = span.low == span.high
    slack = Fraction(0) if exact or one.word.soft in ("over", "under", "just over") else _SLACK
    wide = Range(max(Fraction(0), meant.low - slack), _plus(meant.high, slack))
    agree = wide.meets(span)
    grounds = tuple(item for item in (one.percent, one.part, one.whole) if item is not None)
    return finding(
        sentence,
        About.WORDS,
        Verdict.AGREES if agree else Verdict.DOES_NOT_FOLLOW,
        (one.word, *grounds),
        computed=words,
        allowed=f"{between(span)} per cent",
        because="" if agree else f"\u201c{one.word.printed}\u201d is {between(meant)} per cent",
    )


def _share(one: Worded) -> tuple[Range, str]:
    """The share that the figures give, in per cent, and how."""
    if one.percent is not None:
        return (
            one.percent.span,
            f"\u201c{one.word.printed}\u201d is printed beside {one.percent.printed}",
        )
    if one.part is None or one.whole is None:
        raise TypeError("A word is held against a percentage, or against a part and its whole.")
    ratio = one.part.value * 100 / one.whole.value
    words = f"{one.part.printed} of {one.whole.printed} is {number(ratio)} per cent"
    return share(one.part.span, one.whole.span), words


def _plus(high: Fraction | float, slack: Fraction) -> Fraction | float:
    return high + slack if isinstance(high, Fraction) else high
