"""Whether an average and a tail are of the same things, as far as words can tell."""

from collections.abc import Iterable, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.averages.phrases import Average
from peelian.engines.publishing.checker.claims.averages.tails import Tail
from peelian.engines.publishing.checker.claims.averages.words import (
    ADMITTED,
    AFFECTED,
    ELSEWHERE,
    FINISHED,
    GENERIC,
    HELPERS,
    HOMEWARD,
    LEFT,
    OPENING,
    REACHED,
    STAYS,
)
from peelian.engines.publishing.checker.claims.wording import FUNCTION, dates, labels, root, stems
from peelian.engines.publishing.checker.language.item import WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import What
from peelian.engines.publishing.checker.language.text import Sentence

_LEFT_OUT: Final = words("excluding excludes excluded except excepting without trimmed adjusted")
"""Words by which an average may be of fewer than its tail."""
_RELATIVES: Final = words("who whom that which whose")
_POINTING: Final = words("those these them such they")
_PLACED: Final = words("in at on across during among amongst")
_LINKING: Final = words("and but yet while whereas although though")
_WAITING: Final = words("waited wait waits waiting")
_ALIKE: Final = {"caller": "call"}


def pointing(tail: Tail) -> bool:
    """Whether the tail is of "those incidents": of the group that was named last."""
    return any(word in _POINTING for word in tail.said)


def same_things(average: Average, tail: Tail, gap: Sequence[Sentence]) -> bool:
    """Whether both are of one group, activity, place and period; ``gap`` stands between them.

    The tail may name less than the average does, and help that comes may be called attendance or
    response. Anything that only the tail names makes it another claim.
    """
    if average.figure.what is not tail.limit.figure.what:
        return False
    row = average.sentence.row
    if _LEFT_OUT & {one.text for one in row}:
        return False
    clause = row[average.first : average.last]
    together = average.sentence is tail.sentence
    leading = tail.leading[average.last :] if together else tail.leading
    of_these = not (together or gap) and _takes_up(tail, leading)
    own = (*tail.between, *tail.after)
    there = _elsewhere(own if together or of_these else _unshared(tail.sentence.row))
    known = _elsewhere(clause)
    if there != known and not (pointing(tail) and there < known):
        return False
    if not _one_period(dates(row), dates(tail.sentence.row)):
        return False
    if together and _dated_alone(tail):
        return False
    if not labels((*tail.between, *leading)) <= labels(clause):
        return False
    opening = {word for word in stems(leading, GENERIC | OPENING) if not word.endswith("ly")}
    apart = not (together or of_these) or _leads_elsewhere(leading)
    if apart and opening - average.words:
        return False
    if _is_of_some(average, tail):
        return False
    return _group(average, tail, gap) and _activity(average, tail) and _undisturbed(average, gap)


def _group(average: Average, tail: Tail, gap: Sequence[Sentence]) -> bool:
    """Whether the words between share and limit name nothing that the average is not of."""
    known = frozenset(_ALIKE.get(word, word) for word in average.words)
    rest = {_ALIKE.get(word, word) for word in stems(tail.between, GENERIC)} - known
    if not known or known & REACHED:
        rest -= REACHED
    if not known:
        rest -= FINISHED
    if known & STAYS and not rest & REACHED:
        rest -= LEFT | HOMEWARD if "home" in rest or "hom" in rest else LEFT
    counts = average.figure.what is What.COUNT
    counted = counts and stems(tail.after, GENERIC) & known
    clause = average.sentence.row[average.first : average.last]
    per_head = counts and any(one.text == "number" for one in clause) and not tail.after
    come = known & REACHED and _WAITING & {one.text for one in tail.between}
    coming = bool(come) and known & AFFECTED <= HELPERS
    these = "these" in {one.text for one in tail.between} and not gap
    if counted or per_head or coming or these or not known & AFFECTED:
        rest -= AFFECTED
    return not rest


def _takes_up(tail: Tail, leading: Sequence[Item]) -> bool:
    """Whether "of these patients" are those of the average: no others are named before them."""
    others = stems(leading) & AFFECTED or any(one.quantity is not None for one in leading)
    these = any(one.text == "these" for one in tail.between)
    return these and not others and not any(one.text in _PLACED for one in leading)


def _is_of_some(average: Average, tail: Tail) -> bool:
    """Whether "those who gave up, the wait" are some of them by a word the average has not."""
    said = [one.text for one in tail.between]
    first = next((at for at, one in enumerate(said) if one in _RELATIVES), None)
    if first is None or "," not in said[first:]:
        return False
    told = said[first + 1 : said.index(",", first)]
    known = {root(one.text) for one in average.sentence.row}
    return any(one not in FUNCTION and root(one) not in known for one in told)


def _activity(average: Average, tail: Tail) -> bool:
    """Whether what follows the limit is what the average is of: "to receive a response"."""
    named = stems(tail.after, GENERIC)
    if tail.limit.owned:
        return bool(named & average.words)
    if not named or (average.words & STAYS and named <= ADMITTED):
        return True
    if tail.after[0].text in _PLACED and not named <= average.words:
        return False
    if not average.words:
        return True
    return bool(named & average.words) or bool(named & REACHED and average.words & REACHED)


def _leads_elsewhere(leading: Sequence[Item]) -> bool:
    """Whether the words right before a tail open with a place: "; in the south 30 percent"."""
    said = [one.text for one in leading if one.tag == WORD and one.text not in _LINKING]
    return said[:1] != [] and said[0] in _PLACED


def _one_period(first: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a tail's dates are those of the average, or it has none and the average but one."""
    return first == other if other else len(first) <= 1


def _dated_alone(tail: Tail) -> bool:
    """Whether a tail has a date that the rest of its sentence has not: "fines imposed in 2019"."""
    own = (*tail.between, *tail.after)
    places = {one.start for one in own}
    rest = [one for one in tail.sentence.row if one.start not in places]
    return not dates(own) <= dates(rest)


def _undisturbed(average: Average, gap: Sequence[Sentence]) -> bool:
    """Whether no sentence between them names another group."""
    clause = average.sentence.row[average.first : average.last]
    return all(
        labels(one.row) <= labels(clause) and stems(one.row) & AFFECTED <= average.words
        for one in gap
    )


def _unshared(row: Sequence[Item]) -> list[Item]:
    """A row without the "other" of "the other 40 per cent", which are others of the same group."""
    return [
        one
        for at, one in enumerate(row)
        if not (
            one.text in ("other", "another")
            and any(next_.tag in "pf" for next_ in row[at + 1 : at + 2])
        )
    ]


def _elsewhere(row: Iterable[Item]) -> frozenset[str]:
    return frozenset(one.text for one in row) & ELSEWHERE
