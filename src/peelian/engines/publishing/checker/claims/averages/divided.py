"""Averages beside the total they were divided from: "96 officers in eight teams, 12 each"."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.averages.phrases import Average, Kind, averages
from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.claims.wording import FUNCTION, stem, stems
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Text, with_figures
from peelian.engines.publishing.checker.language.units import HOURS

_EACH: Final = words("each apiece")
_PER: Final = words("a an per each every")
_TOTAL: Final = words("all altogether total them combined overall worth totalling")
_TOGETHER: Final = words("together altogether combined")
_SPAN: Final = words("in over during across for past last the these those of first its")
_PART: Final = words("whom including included only another remaining rest within under")
_SHARING: Final = words("by across between among amongst for")
_BEFORE: Final = 2
_FAR: Final = 6


def find(text: Text) -> Iterator[Finding]:
    """Every average that closes a sentence with exactly two numbers before it."""
    for sentence in with_figures(text):
        for average in averages(sentence):
            grounds = _grounds(sentence.row, average) or _told_after(text, average)
            if grounds is not None:
                yield from _checked(average, *grounds)


def _grounds(row: Sequence[Item], average: Average) -> tuple[Quantity, Quantity] | None:
    """The total and the number it is divided by, where the words make plain which they are."""
    before = [at for at in range(average.at) if row[at].quantity is not None]
    if len(before) == 1 and average.kind in (Kind.MEAN, Kind.PLAIN):
        return _total_after(row, average, before[0])
    if len(before) != _BEFORE or average.kind not in (Kind.MEAN, Kind.PLAIN):
        return None
    if any(one.text in _PART or one.tag == "r" for one in row[: average.at]):
        return None
    if "of which" in " ".join(one.text for one in row[: average.at]):
        return None
    first, second = ((at, row[at].quantity) for at in before)
    named = _noun(row, average.at + 1)
    pairs = [(first, second), (second, first)]
    unit = _unit(row, average.at)
    fitting = [
        (total, parts)
        for (_, total), (at, parts) in pairs
        if total is not None
        and parts is not None
        and _fits(row, average, total, at, parts, unit)
        and named <= _noun(row, *(other + 1 for other in before if other != at))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _total_after(
    row: Sequence[Item], average: Average, at: int
) -> tuple[Quantity, Quantity] | None:
    """ "Each of the 15 volunteers gave 24 hours on average, 360 hours in all"."""
    parts = row[at].quantity
    of_each = any(one.text == "each" for one in row[max(0, at - 3) : average.at])
    after = [step for step in range(average.at + 1, len(row)) if row[step].quantity is not None]
    if not of_each or len(after) != 1 or parts is None or parts.what is not What.COUNT:
        return None
    total = row[after[0]].quantity
    said = [one.text for one in row[after[0] + 1 : after[0] + 4]]
    in_all = "altogether" in said or ("in" in said and ("all" in said or "total" in said))
    paced = _period(row, average.at) and _period(row, average.at) == _period(row, after[0])
    told = in_all or paced
    if total is None or total.what is not average.figure.what or not (told and parts.whole):
        return None
    return total, parts


def _told_after(text: Text, average: Average) -> tuple[Quantity, Quantity] | None:
    """ "The 48 each gave 5.5 hours a week on average. Together they gave 264 hours a week"."""
    row, kind = average.sentence.row, average.figure.what
    before = [one.quantity for one in row[: average.at] if one.quantity is not None]
    following = text.sentences[average.sentence.number + 1 : average.sentence.number + 2]
    others = [one for one in row[average.at + 1 :] if one.quantity is not None and one.tag != "r"]
    each = any(one.text == "each" for one in row[: average.at])
    if len(before) != 1 or others or not each or not following:
        return None
    later, parts = following[0], before[0]
    found = [at for at, one in enumerate(later.row) if one.quantity and one.quantity.what is kind]
    counts = parts.what is What.COUNT and parts.whole and average.kind is not Kind.MEDIAN
    opens = later.part == average.sentence.part and later.row[0].text in _TOGETHER
    opens = opens and later.row[1].text in ("they", ",")
    if not (opens and counts) or len(found) != 1 or found[0] > _FAR:
        return None
    total, period = later.row[found[0]].quantity, _period(row, average.at)
    if total is None or total.ranged or period != _period(later.row, found[0]):
        return None
    return (total, parts) if period or kind is not What.DURATION else None


def _period(row: Sequence[Item], at: int) -> str:
    """The time that a number is by: the week of "5.5 hours a week", "hours of company a week"."""
    for step in range(at + 1, min(len(row) - 1, at + _FAR)):
        rate = row[step].quantity
        if rate is not None and rate.what is What.PER:
            return rate.unit if rate.unit in HOURS else ""
        if row[step].text in _PER and row[step + 1].text in HOURS:
            return row[step + 1].text
        if row[step].tag != "w" and row[step].tag != "o":
            return ""
    return ""


def _noun(row: Sequence[Item], first: int) -> frozenset[str]:
    """What the number before an item counts, as far as the next small word."""
    last = first
    while last < len(row) and row[last].tag == "w" and row[last].text not in FUNCTION | _EACH:
        last += 1
    return stems(row[first:last])


def _unit(row: Sequence[Item], at: int) -> str:
    """ "each", or the stem of what the average is per; nothing where it does not say."""
    ahead = row[at + 1 : at + 4]
    for step, one in enumerate(ahead):
        if one.tag == "r" and one.quantity is not None and one.quantity.value == 1:
            return stem(one.quantity.unit)
        noun = ahead[step + 1] if step + 1 < len(ahead) else one
        if one.text in _PER and noun.tag == "w" and noun.text not in FUNCTION | _PER:
            return stem(noun.text)
        if one.text in _EACH:
            again = noun is not one and (noun.text in _PER or noun.tag == "r")
            return f"each {noun.text}" if again else "each"
    return ""


def _fits(
    row: Sequence[Item], average: Average, total: Quantity, at: int, parts: Quantity, unit: str
) -> bool:
    if total.what is not average.figure.what or total.soft in ("over", "under") or total.ranged:
        return False
    if parts.what is What.DURATION:
        # "Over three years" is mostly said of three years, and never of fewer.
        leads = (at > 0 and row[at - 1].text in _SPAN) or parts.soft == "over"
        return leads and unit == parts.unit and total.what is not What.DURATION
    if parts.what is not What.COUNT or parts.whole is None or not parts.whole:
        return False
    if unit not in ("", "each"):
        named = {stem(one.text) for one in row[at + 1 : at + 5] if one.tag == "w"}
        return unit in named
    if total.what is What.COUNT:
        return unit == "each" and total.value > parts.value and _leads(row, at)
    said = {one.text for one in row[: average.at]}
    return unit == "each" or bool(said & _TOTAL)


def _leads(row: Sequence[Item], at: int) -> bool:
    """Whether the number is that to which "each" points back: of the subject, or "by 12 teams"."""
    behind = row[at - 2 : at] if at > 1 and row[at - 1].text == "the" else row[at - 1 : at]
    if any(one.text in _SHARING for one in behind):
        return True
    start = max((step + 1 for step in range(at) if row[step].tag == ","), default=0)
    return at - start <= _BEFORE and all(row[step].tag == "w" for step in range(start, at))


def _checked(average: Average, total: Quantity, parts: Quantity) -> Iterator[Finding]:
    count = parts.span.by(1 / HOURS[parts.unit]) if parts.what is What.DURATION else parts.span
    if count.low <= 0:
        return
    allowed = total.span.over(count)
    agrees = allowed.meets(average.spread)
    unit = average.unit
    quotient = number(total.value / unit / _middle(count.low, count.high))
    yield finding(
        average.sentence,
        About.AVERAGE,
        Verdict.AGREES if agrees else Verdict.DOES_NOT_FOLLOW,
        (average.figure, total, parts),
        computed=f"{number(total.value / unit)} over {number(count.low)} is {quotient} each",
        allowed=between(allowed.by(1 / unit)),
        because="" if agrees else "the total and the number of parts give another average",
    )


def _middle(low: Fraction, high: Fraction | float) -> Fraction:
    return (low + high) / 2 if isinstance(high, Fraction) else low
