"""Changes whose two figures stand in the sentence after, of the same thing and nothing else.

"Burglaries rose 45 percent. There were 333 burglaries in 2024, compared with 270 in 2023."
"""

from collections.abc import Iterable, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.changes.clauses import KINDS, Clause
from peelian.engines.publishing.checker.claims.changes.others import is_other_measure
from peelian.engines.publishing.checker.claims.changes.pair import Pair
from peelian.engines.publishing.checker.claims.changes.same import SAME, is_when
from peelian.engines.publishing.checker.claims.changes.size import Size
from peelian.engines.publishing.checker.claims.wording import FUNCTION, names, root
from peelian.engines.publishing.checker.language.item import OF, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words

_COUNTED: Final = words(
    "reported recorded received registered logged counted noted filed compared police force same"
)
_NUMBER_OF: Final = words("the its their our a number total backlog stock fleet list of")
_LEAST: Final = 2


def is_plainly_of(clause: Clause, size: Size, later: Clause, pair: Pair) -> bool:
    """Whether nothing but a pair of the next sentence can be meant by the only change of this."""
    kind = pair.old.what.value
    if size.factor and _is_said_with(clause, size, later, pair):
        return True
    if clause.sizes != (size,) or size.loose or size.factor or size.quantity.soft:
        return False
    if any(clause.figures(one) for one in KINDS) or len(later.figures(kind)) != _LEAST:
        return False
    if pair.loose or len([one for one in later.pairs if not one.loose]) != 1:
        return False
    ends = [one for one in clause.row[size.end :] if one.tag != "."]
    if any(one.tag != WORD or not (is_when([one]) or one.text == "the") for one in ends):
        return False
    if is_other_measure(clause.row, clause.letters, size):
        return False
    subject = _named(clause.row[: size.start])
    return (
        bool(subject)
        and subject == _named(later.row)
        and names(clause.sentence.text) == names(later.sentence.text)
    )


def _is_said_with(clause: Clause, size: Size, later: Clause, pair: Pair) -> bool:
    """Whether a word such as "halved" is said of two figures: they count what it names, or "this".

    "It has halved its reliance on agencies. In May, 420 shifts were filled in this way; by June
    it was 310".
    """
    kind = pair.old.what.value
    if clause.sizes != (size,) or size.loose or size.quantity.digits:
        return False
    if any(one.quantity is not None for one in clause.row if one is not clause.row[size.at]):
        return False
    if any(is_when([one]) for one in clause.row) or len(later.figures(kind)) != _LEAST:
        return False
    if pair.loose or len([one for one in later.pairs if not one.loose]) != 1:
        return False
    said = " ".join(one.text for one in later.row)
    known = _named(clause.row[size.end :]) | _named(clause.row[: size.start])
    first = next(at for at, one in enumerate(later.row) if one.quantity is pair.old)
    counted = _named(later.row[first + 1 : first + 3])
    if _named(later.row[:first]) - known:
        return False  # "the county had 420"
    same = names(later.sentence.text) <= names(clause.sentence.text)
    return same and ("in this way" in said or _is_number_of(clause.row, size, counted))


def _is_number_of(row: Sequence[Item], size: Size, counted: frozenset[str]) -> bool:
    """Whether what is halved is the number of what is counted: no "spending on" or "waits of"."""
    phrase = [one for one in row[size.end :] if one.tag in (WORD, OF)]
    phrase = phrase or [one for one in row[: size.start] if one.tag in (WORD, OF)]
    at = next((at for at, one in enumerate(phrase) if root(one.text) in counted), None)
    return at is not None and all(one.text in _NUMBER_OF for one in phrase[:at])


def _named(row: Iterable[Item]) -> frozenset[str]:
    """The roots of what is spoken of: no times, and no words for counting."""
    return frozenset(
        root(one.text)
        for one in row
        if one.tag == WORD and one.text not in FUNCTION | SAME | _COUNTED and not is_when([one])
    )
