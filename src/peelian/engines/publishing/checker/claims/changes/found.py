"""How a change and its two figures become a finding."""

from collections.abc import Sequence

from peelian.engines.publishing.checker.claims.changes.pair import Pair
from peelian.engines.publishing.checker.claims.changes.size import Size
from peelian.engines.publishing.checker.claims.changes.sums import Reading, readings, said_range
from peelian.engines.publishing.checker.claims.changes.words import DOWN, UP
from peelian.engines.publishing.checker.claims.saying import finding
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence


def every_reading(size: Size, pair: Pair) -> list[Reading]:
    """The readings of a size over a pair, in either order where the words leave it open."""
    found = readings(size, pair.old, pair.new)
    told = pair.ordered and size.way == (UP if pair.new.value > pair.old.value else DOWN)
    if (pair.either and not told) or (size.factor and not size.way):
        found += readings(size, pair.new, pair.old)
    return found


def agrees(
    sentence: Sentence, size: Size, reading: Reading, grounds: Sequence[Quantity]
) -> Finding:
    """A change that follows from its figures."""
    return finding(
        sentence,
        about(size),
        Verdict.AGREES,
        (size.quantity, *grounds),
        computed=_capital(reading.words),
        allowed=said_range(reading),
    )


def refused(
    sentence: Sentence, size: Size, read: Sequence[Reading], grounds: Sequence[Quantity]
) -> Finding:
    """A change that does not follow from its figures in any reading."""
    # In the direction that the words say, where the order of the two figures is open.
    read = [one for one in read if one.allowed.high >= 0] or read
    first = read[0]
    points = size.quantity.what is What.POINTS
    reason = "the change in percentage points is another" if points else "the change is another"
    if size.factor:
        reason = "the one is not so many times the other"
    return finding(
        sentence,
        about(size),
        Verdict.DOES_NOT_FOLLOW,
        (size.quantity, *grounds),
        computed=_capital("; ".join(dict.fromkeys(one.words for one in read))),
        allowed=said_range(first),
        because=f"{reason} than {size.quantity.printed}" if not size.factor else reason,
    )


def wrong_way(sentence: Sentence, pair: Pair) -> Finding:
    """A rise that is a fall, or a fall that is a rise."""
    said, done = ("rise", "fall") if pair.way > 0 else ("fall", "rise")
    return finding(
        sentence,
        About.CHANGE,
        Verdict.DOES_NOT_FOLLOW,
        (pair.new, pair.old),
        computed=f"From {pair.old.printed} to {pair.new.printed} is a {done}",
        because=f"the words say that it is a {said}",
    )


def about(size: Size) -> About:
    """Words that name a factor or a share are words for quantities; the rest is change."""
    worded = size.quantity.what in (What.TIMES, What.FRACTION) and not size.quantity.digits
    return About.WORDS if worded else About.CHANGE


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
