"""How far first and second reviewer agree, question by question."""

from collections.abc import Iterator
from dataclasses import dataclass

from peelian.engines.audits.declared import PASSED, Audit
from peelian.engines.audits.models import Item, Marking, Run, Turn
from peelian.engines.audits.turns import finished, with_reviews
from peelian.numbers.agreement import Agreement, cohen_kappa

Pair = tuple[str, str]
# An answer of one reviewer where the other's answers did not lead to the question.
NOT_PUT = ""


@dataclass(frozen=True)
class Agreed:
    """Agreement on one question, or under "passed" on what the pass rule makes of each review.

    `answers` are those in use, in the order of the form, and `table` how often first and second
    reviewer gave which, so that a reader sees where they part.
    """

    question: str
    text: str
    agreement: Agreement
    table: tuple[tuple[Pair, int], ...]


def agreement_of(run: Run, audit: Audit) -> tuple[Agreed, ...]:
    """Each question of the run's version, then "passed".

    Files that the record answered by itself are no evidence of agreement, and are left out.
    """
    pairs = _pairs(run)
    version = audit.version(run.asked_version)
    named = [(one.key, one.text) for one in version.questions]
    named.append((PASSED, f"Whether the file {version.passes.words}"))
    return tuple(_agreed(key, text, pairs.get(key, [])) for key, text in named)


def _agreed(key: str, text: str, pairs: list[Pair]) -> Agreed:
    counted: dict[Pair, int] = {}
    for pair in sorted(pairs):
        counted[pair] = counted.get(pair, 0) + 1
    return Agreed(key, text, cohen_kappa(pairs), tuple(counted.items()))


def _pairs(run: Run) -> dict[str, list[Pair]]:
    """First and second answers by question, of files that two have reviewed."""
    found: dict[str, list[Pair]] = {}
    items = Item.objects.filter(run=run, second=True, set_aside="")
    for _item, reviews in with_reviews(items):
        done = finished(reviews)
        if Turn.FIRST in done and Turn.SECOND in done:
            for key, pair in _answers(done[Turn.FIRST], done[Turn.SECOND]):
                found.setdefault(key, []).append(pair)
    return found


def _answers(first: Marking, second: Marking) -> Iterator[tuple[str, Pair]]:
    for key in {*first.answers, *second.answers} - {*first.by_itself, *second.by_itself}:
        yield key, (first.answers.get(key, NOT_PUT), second.answers.get(key, NOT_PUT))
    yield PASSED, (first.passed, second.passed)
