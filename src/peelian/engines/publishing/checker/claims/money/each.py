"""The average amount of what the sentence before counts: "250 grants. Together they cost £50,000".

"... an average of £200 each": the total over the number is the average. The words are plain where
the number counts what the total is of, or what the average is for, and it alone does.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.saying import finding
from peelian.engines.publishing.checker.claims.sums.adding import amount, amounts
from peelian.engines.publishing.checker.claims.wording import stems
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import finder, lexicon
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures

_EACH: Final = finder(
    r"^ (?P<opens> D | T [_]* ,? ) (?P<of>[wD]{0,6}?) (?P<total>m) (?: T [_]* )?"
    r" [,-] [wDE]{0,2}? A [_]* o? (?P<mean>m) (?: w? E E? (?P<unit>w)? | (?P<per>r) )",
    lexicon(
        D="the these those they this",
        T="together altogether in_all in_total between_them overall combined",
        A="average averaging mean on_average which_averages an_average",
        E="each a per every apiece",
    ),
)
_UNPLAIN: Final = words(
    "for in from with who whose by at on over before after "
    "other others some remaining rest first additional extra only further next last previous "
    "largest smallest main most half not least more less another part"
)
_PERIODS: Final = words("year month week day hour quarter annum")
_NAMED: Final = 4


def find(text: Text) -> Iterator[Finding]:
    """Every average amount whose total stands beside it and whose number in the sentence before."""
    for sentence in with_figures(text):
        for match in _EACH(sentence.row):
            total, mean = match.quantity("total"), match.quantity("mean")
            unit, per = match.words("unit"), match.quantity("per")
            if total is None or mean is None or total.unit != mean.unit or mean.soft or total.soft:
                continue
            if per is not None:
                unit = (per.unit,)
            if _PERIODS & set(unit) or total.value <= mean.value:
                continue
            earlier = text.before(sentence, 1)
            if not earlier or earlier[0].part != sentence.part:
                continue
            names = _names(sentence.row, total) | _stems(unit)
            plain = not _UNPLAIN & set(match.words("of"))
            yield from _judged(sentence, earlier[0], (total, mean), names, plain=plain)


def _names(row: Sequence[Item], total: Quantity) -> frozenset[str]:
    return stems([one for one in row if one.end <= total.start])


def _stems(unit: Sequence[str]) -> frozenset[str]:
    return stems([Item("w", one, 0, 0, None) for one in unit])


def _judged(
    sentence: Sentence,
    earlier: Sentence,
    amounts_told: tuple[Quantity, Quantity],
    names: frozenset[str],
    *,
    plain: bool,
) -> Iterator[Finding]:
    total, mean = amounts_told
    counts = [
        (at, one.quantity)
        for at, one in enumerate(earlier.row)
        if one.quantity is not None and one.quantity.what is What.COUNT and one.quantity.value > 1
    ]
    for _, many in counts:
        if total.span.over(many.span).meets(mean.span):
            yield _said(sentence, total, mean, many, agrees=True)
            return
    bound = [
        many
        for at, many in counts
        if many.exact and not many.soft and names & stems(_after(earlier.row, at))
    ]
    if plain and len(bound) == 1:
        yield _said(sentence, total, mean, bound[0], agrees=False)


def _after(row: Sequence[Item], at: int) -> list[Item]:
    """The words that follow a number at once."""
    found = []
    for one in row[at + 1 : at + 1 + _NAMED + 2]:
        if one.tag not in "wo":
            break
        found.append(one)
    return found


def _said(
    sentence: Sentence, total: Quantity, mean: Quantity, many: Quantity, *, agrees: bool
) -> Finding:
    return finding(
        sentence,
        About.AVERAGE,
        Verdict.AGREES if agrees else Verdict.DOES_NOT_FOLLOW,
        (mean, total, many),
        computed=f"{total.printed} over {many.printed} is {amount(total.value / many.value, mean)}",
        allowed=amounts(total.span.over(many.span), mean),
        because="" if agrees else f"the average of {many.printed} is not {mean.printed}",
    )
