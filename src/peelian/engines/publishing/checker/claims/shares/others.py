"""Percentages that stand beside counts and may be of something else: then nobody is accused.

A target, another year, the whole country, a group within those counted, what is left of them, or a
figure that the report itself calls wrong: "542 of 748 were trained (target 80 percent)". Where the
words leave room for such a reading, counts that do not give the percentage do not contradict it.
"""

from collections.abc import Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.shares.rate_names import (
    RATES,
    is_related,
    names_something,
)
from peelian.engines.publishing.checker.claims.shares.words import SHARE
from peelian.engines.publishing.checker.language import nouns
from peelian.engines.publishing.checker.language.item import DATE, OF, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import lexicon, tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.numbers.rounding import share

_BREAKS: Final = frozenset("(),;:.-")
_HELD_AGAINST: Final = words(
    "target targets expected planned forecast projected nationally average previous previously "
    "last earlier prior weighted adjusted inflation unweighted confidence required hoped"
)
"""Words on either side of a percentage that make it another figure than that of the counts."""

_BEFORE: Final = _HELD_AGAINST | words(
    "goal goals aim aims aimed ambition benchmark threshold standard minimum expectation plan "
    "plans national england britain uk compared against versus vs requires require requiring "
    "requirement promised promise promises law must should reported claimed claims said stated put"
)
"""Words that do so only before it."""

_WHERE: Final = words(
    "in for among across before after when excluding elsewhere if where during since once until "
    "counting omitting year month quarter"
)
"""Words round a percentage that tell for whom, where or when it holds."""

_LEAVING: Final = words("excluding omitting counting leaving ignoring")
_ALL: Final = words("all total number full")
_VERBS: Final = words("was is gives represents equals makes means gave this that plus thus")
_WITH: Final = words("with or being")
_WE: Final = words("we they i our ours")

_REACH: Final = 6
_APPOSED: Final = 4
"""How many words may stand in an insertion after its counts: ", 268 of the 941 interviewed,"."""

_PEOPLE: Final = words("woman man girl boy child female male black white asian")
_ANYTHING: Final = words("response reply answer case respondent record people person")
_LEFT: Final = words(
    "other others rest remaining remainder not no nor none without but except vacancy vacant "
    "failure failed fail fails failing pass passed success missed unfilled absence turnover"
)
"""Words of a sentence that may speak of all but the counts that it prints."""

_FAULTS: Final = lexicon(
    F="wrongly_said wrongly_stated wrongly_reported wrongly_claimed wrongly_gave wrongly_showed "
    "incorrectly_said incorrectly_stated incorrectly_reported incorrectly_claimed incorrectly_gave "
    "mistakenly_said mistakenly_stated mistakenly_reported is_wrong was_wrong is_incorrect "
    "was_incorrect is_not_right is_not_correct was_not_right was_not_correct earlier_version "
    "previous_version been_corrected was_corrected in_error could_not_reproduce cannot_reproduce "
    "misreported misstated"
)

Places = tuple[int, int, int]
"""Numbers of the items of percentage, part and whole in their sentence; -1 for one elsewhere."""


def of_another(
    sentence: Sentence,
    percent: Quantity,
    part: Quantity | None,
    whole: Quantity,
    *,
    said: bool = False,
) -> str:
    """Why a percentage may be of something else than these counts; nothing where it may not.

    ``said`` is said of one that names as its base what its whole counts.
    """
    row = sentence.row
    at, part_at, whole_at = (_place(row, one) for one in (percent, part, whole))
    if at < 0:
        return ""
    if row[-1].text == "?":
        return "the sentence is a question"
    if "F" in tags(row, _FAULTS):
        return "the sentence speaks of a figure that is wrong"
    if part is not None and _is_rest(row, percent, part, whole):
        return "what is left of them gives it, and the sentence may mean those"
    if _of_those(row, at) and not said:
        return "it may be of some of those counted"
    if part is not None and _is_other_rate(row, at, part_at, whole_at):
        return "it may be another rate than that of these counts"
    if _explained(row, at, part_at, whole_at):
        return ""
    if _is_held_against(row, at, (part_at, whole_at)):
        return "it may be a target, or of another time, place or group"
    if part is not None and (
        _begins_anew(row, at, max(part_at, whole_at))
        or _counts_begin_anew(row, at, part_at, whole_at)
        or _is_elsewhere(row, at, max(part_at, whole_at))
        or (_of_others(row, at, max(part_at, whole_at)) and not said)
        or _part_of_others(row, at, part_at, whole_at)
    ):
        return "it may be of others than those counted"
    return ""


def _place(row: Sequence[Item], figure: Quantity | None) -> int:
    return next((at for at, one in enumerate(row) if figure and one.quantity is figure), -1)


def _is_rest(row: Sequence[Item], percent: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether all but the part would give it, in a sentence that may speak of those."""
    said = {one.text for one in row if one.tag == WORD}
    if percent.what is not What.PERCENT or percent.soft or not said & _LEFT:
        return False
    rest = share(whole.span, whole.span).minus(share(part.span, whole.span))
    return rest.meets(percent.span)


def _explained(row: Sequence[Item], at: int, part_at: int, whole_at: int) -> bool:
    """Whether the counts stand in brackets after the percentage, to say of what it is."""
    first = min(place for place in (part_at, whole_at, len(row)) if place >= 0)
    opened = next((place for place in range(first - 1, at, -1) if row[place].tag == "("), -1)
    if _in_one_bracket(row, at, first, max(part_at, whole_at)):
        return True
    if not at < first < len(row) or opened < 0:
        return False
    return not any(one.text in _WE for one in row[opened:first])


def _in_one_bracket(row: Sequence[Item], at: int, first: int, last: int) -> bool:
    """Whether nothing but a sign parts it from its counts: "(76%; 87 out of 130 responses)"."""
    before = row[at - 1].tag if at else ""
    if not (before == "(" and first == at + 2 and row[at + 1].tag in ",;:" and last > first):
        return False
    named = next((at for at in range(last + 1, len(row)) if row[at].tag == ")"), last) - last - 1
    things = {nouns.stem(one.text) for one in row[last + 1 : last + 1 + named]}
    said = {nouns.stem(one.text) for one in row[:at]}
    return named <= 1 and things <= said | _ANYTHING


def _is_held_against(row: Sequence[Item], at: int, counts: Sequence[int]) -> bool:
    """Whether the words beside it, in its own clause and clear of the counts, say so."""
    first = at
    while first > 0 and first > at - _REACH and _goes_on(row, first - 1, counts):
        first -= 1
    last = at + 1
    while last < len(row) and last < at + _REACH and _goes_on(row, last, counts):
        last += 1
    if any(one.text in _BEFORE for one in row[first:at]):
        return True
    if any(one.text in _HELD_AGAINST for one in row[at:last]):
        return True
    bracketed = first > 0 and row[first - 1].tag == "(" and row[last : last + 1] != ()
    if bracketed and row[last].tag == ")":
        follows = [one for one in row[at + 1 : last] if one.tag == WORD]
        dated = any(one.tag == DATE for one in row[at + 1 : last])
        return dated or any(nouns.stem(one.text) in _PEOPLE for one in follows)
    return False


def _is_other_rate(row: Sequence[Item], at: int, part_at: int, whole_at: int) -> bool:
    """Whether "a satisfaction rate of 91%" follows counts of which no word speaks of that.

    Counts that stand together ("312 of 480") are plainly what it is of.
    """
    if not 0 <= part_at < at or at < 3 or row[at - 1].tag != OF or row[at - 2].text not in RATES:
        return False
    if part_at < whole_at < at and not any(one.tag == "," for one in row[part_at:whole_at]):
        return False
    return names_something(row[at - 3]) and not is_related(row[at - 3].text, row[: at - 3])


def _goes_on(row: Sequence[Item], place: int, counts: Sequence[int]) -> bool:
    return row[place].tag not in _BREAKS and place not in counts


def _begins_anew(row: Sequence[Item], at: int, before: int) -> bool:
    """Whether a semicolon parts it from the counts before and it opens a statement of its own."""
    if not 0 <= before < at or at + 1 >= len(row) or row[at + 1].tag != WORD:
        return False
    between = {one.tag for one in row[before:at]}
    return ";" in between or (":" in between and row[at + 1].text not in _LEFT)


def _counts_begin_anew(row: Sequence[Item], at: int, part_at: int, whole_at: int) -> bool:
    """Whether the counts after it open a statement of their own: "80 percent; 542 of 748 knew"."""
    first, last = min(part_at, whole_at), max(part_at, whole_at)
    if not at < first or last + 1 >= len(row) or row[last + 1].tag != WORD:
        return False
    closed = next((step for step, one in enumerate(row[last + 1 :]) if one.tag != WORD), 0)
    if 0 < closed <= _APPOSED and row[last + 1 + closed].tag == "," and row[first - 1].tag == ",":
        return False
    letters = tags(row, SHARE)
    parted = next((place for place in range(first - 1, at, -1) if row[place].tag in ",;"), -1)
    if parted < 0 or "C" in letters[parted:first] or ")" in {one.tag for one in row[at:last]}:
        return False
    return row[parted + 1].text not in _WITH


def _is_elsewhere(row: Sequence[Item], at: int, before: int) -> bool:
    """Whether it follows the counts and says for whom, where or when it holds itself."""
    if not 0 <= before < at:
        return False
    begun = at + 2 if row[at + 1 : at + 2] and row[at + 1].text == "," else at + 1
    if begun > at + 1 and row[begun : begun + 1] and row[begun].text in _LEAVING:
        return True
    after = row[at + 1 : at + 4]
    ended = next((place for place, one in enumerate(after) if one.tag != WORD), len(after))
    said = [one.text for one in after[:ended]]
    if any(one in _WHERE for one in said[:3]) and not set(said) & _ALL:
        return True
    begun = max(place for place in range(before, at) if place == before or _parts(row, place))
    if begun == before:
        return False
    own = [one.text for one in row[begun + 1 : at] if one.tag == WORD]
    if own and own[0] in _WHERE and not set(own) & _ALL:
        return True
    last = own[-1] if own else ""
    plural = last.endswith("s") and not last.endswith("ss") and len(last) > 3
    return row[begun].tag == "(" and plural and last not in _VERBS


def _parts(row: Sequence[Item], place: int) -> bool:
    return row[place].tag in _BREAKS


def _of_those(row: Sequence[Item], at: int) -> bool:
    """Whether it is of some of those before: "of those known"."""
    if "".join(tags(row, SHARE)[at + 1 : at + 3]) != "oA":
        return False
    ahead = row[at + 3 : at + 4]
    return bool(ahead) and (ahead[0].text == "who" or ahead[0].text.endswith("n"))


def _of_others(row: Sequence[Item], at: int, before: int) -> bool:
    """Whether it says itself of what it is, and that was not named before: "of sergeants"."""
    if not 0 <= before < at:
        return False
    letters = tags(row, SHARE)
    place = next((one for one in range(at + 1, min(at + 4, len(row))) if row[one].tag == OF), -1)
    if place < 0 or any(row[one].tag != WORD for one in range(at + 1, place)):
        return False
    if letters[place + 1 : place + 2] == "A":
        return False
    head = nouns.head(nouns.after(row, place + 1))
    return bool(head) and head not in {nouns.stem(one.text) for one in row[:at]}


def _part_of_others(row: Sequence[Item], at: int, part_at: int, whole_at: int) -> bool:
    """Whether the part comes last and begins something else: "replied, 10 late"."""
    if not at < whole_at < part_at or row[part_at - 1].tag != ",":
        return False
    ahead = row[part_at + 1 : part_at + 3]
    in_all = [one.text for one in ahead[:1]] == ["in"] and any(one.text in _ALL for one in ahead)
    return bool(ahead) and ahead[0].tag == WORD and not in_all
