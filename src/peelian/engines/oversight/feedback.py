"""What reviewers have said of a pair, and so what of it is worth their time tonight.

Verdicts hide and show; they never move a weight. A rule that learned from its own alerts would soon
see only what it already believed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from peelian.engines.oversight.evidence import Evidence, Signal, same_matter
from peelian.engines.oversight.history import Who
from peelian.engines.oversight.rules import Rules


class Finding(StrEnum):
    """What a reviewer may say of an alert."""

    MISUSE_SUSPECTED = "misuse_suspected"
    EXPLAINED = "explained"
    WRONG_SIGNAL = "wrong_signal"
    CANNOT_TELL = "cannot_tell"


FINDINGS = {
    Finding.MISUSE_SUSPECTED: "Misuse suspected: goes to professional standards",
    Finding.EXPLAINED: "Explained: there was a proper reason",
    Finding.WRONG_SIGNAL: "Wrong signal: what the alert says is not so",
    Finding.CANNOT_TELL: "Cannot tell from what is here",
}


@dataclass(frozen=True)
class Said:
    """One alert that was listed, and what was said of it; None while nobody has judged it.

    `wrong` names the signals that a verdict of wrong signal says are not so.
    """

    who: Who
    listed_at: datetime
    signals: frozenset[Signal]
    finding: Finding | None = None
    said_at: datetime | None = None
    wrong: frozenset[Signal] = frozenset()


@dataclass(frozen=True)
class Standing:
    """What holds for one pair tonight: signals not to count, and those already judged or shown.

    `with_standards` says that misuse was suspected: the pair is professional standards' by now, and
    a place on the list would tell the reviewer nothing to act on.
    """

    wrong: frozenset[Signal] = frozenset()
    known: frozenset[Signal] = frozenset()
    with_standards: bool = False

    def countable(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """The evidence without the signals that a reviewer has called wrong for this pair."""
        return tuple(one for one in evidence if one.signal not in self.wrong)

    def worth_showing(self, evidence: Iterable[Evidence]) -> bool:
        """Whether there is anything that a reviewer has not yet had before them."""
        return not self.with_standards and any(one.signal not in self.known for one in evidence)


NOTHING_SAID = Standing()


def standings(said: Iterable[Said], at: datetime, rules: Rules) -> Mapping[Who, Standing]:
    """What holds for each pair at this moment, from all that was listed and said before.

    An open alert hides the same evidence for good, an explained one and one that could not be told
    for their days; a pair that went to professional standards is not listed again. Only something
    new shows again, and more of the same is nothing new: contact that was explained may go on.
    """
    found: dict[Who, Standing] = {}
    for one in said:
        before = found.get(one.who, NOTHING_SAID)
        wrong = one.wrong if _young(one, at, rules.wrong_signal_days) else frozenset()
        known = same_matter(one.signals) if _still_hides(one, at, rules) else frozenset()
        suspected = one.finding is Finding.MISUSE_SUSPECTED
        found[one.who] = Standing(
            before.wrong | wrong, before.known | known, before.with_standards or suspected
        )
    return found


def _still_hides(said: Said, at: datetime, rules: Rules) -> bool:
    match said.finding:
        case None | Finding.MISUSE_SUSPECTED:
            return True
        case Finding.CANNOT_TELL:
            return _young(said, at, rules.undecided_days)
        case Finding.EXPLAINED | Finding.WRONG_SIGNAL:
            return _young(said, at, rules.explained_days)


def _young(said: Said, at: datetime, days: int) -> bool:
    return said.said_at is not None and at - said.said_at < timedelta(days=days)
