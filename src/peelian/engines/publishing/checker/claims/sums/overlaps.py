"""Words that forbid to add: several answers each, groups that overlap, a selection of the parts."""

from collections.abc import Iterable, Sequence
from typing import Final

from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import lexicon, tags
from peelian.engines.publishing.checker.language.text import Sentence, Text

UNSURE: Final = frozenset({"PDF"})
"""Formats whose lists are guesses, from marks and gaps on the page."""

_OVERLAPPING: Final = lexicon(
    V="both overlap overlaps overlapping overlapped multiple more_than_one several_answers "
    "several_reasons several_options one_or_more all_that_apply all_that_applied could_choose "
    "could_select could_give could_name could_tick or_several counted_twice not_mutually_exclusive "
    "double-counted not_sum not_add do_not_total also each_answer as_well",
    X="could_choose_one could_choose_only_one could_choose_just_one could_select_one "
    "could_select_only_one could_select_just_one could_give_only_one could_name_only_one "
    "could_tick_one could_tick_only_one",
)
_ONCE: Final = lexicon(
    E="once_only only_once counted_once one_only only_one_answer only_one_option one_answer_only "
    "one_option_only single_answer single_option pick_one choose_one picked_one chose_one "
    "choose_one_answer choose_just_one choose_only_one just_one_answer select_one selected_one "
    "tick_one ticked_one give_one_answer gave_one_answer one_answer_from mutually_exclusive"
)
_LEFT_OUT: Final = words("not no unknown others other rest further remaining none")
_OPENING: Final = 6
_SELECTED: Final = words(
    "including include includes included such example examples mainly mostly especially "
    "particularly notably among eg e.g common commonest top highlights largest leading least"
)


def overlapping(text: Text, sentence: Sentence) -> bool:
    """Whether the words of a sentence, or of one beside it, say that parts may overlap."""
    beside = [sentence, *text.before(sentence, 1)]
    after = sentence.number + 1
    if after < len(text.sentences) and text.sentences[after].part == sentence.part:
        beside.append(text.sentences[after])
    return any("V" in tags(one.row, _OVERLAPPING) for one in beside)


def exclusive(text: Text, sentence: Sentence) -> bool:
    """Whether the words of a sentence, or of the one after it, say that nothing counts twice."""
    return any("E" in tags(one.row, _ONCE) for one in (sentence, *text.after(sentence, 1)))


def goes_on(text: Text, sentence: Sentence) -> bool:
    """Whether the next sentence counts those that a list leaves out: "Ten did not say."."""
    after = sentence.number + 1
    if after >= len(text.sentences) or text.sentences[after].part != sentence.part:
        return False
    opening = text.sentences[after].row[:_OPENING]
    said = {one.text for one in opening}
    return any(one.quantity is not None for one in opening) and bool(said & _LEFT_OUT)


def selected(row: Sequence[Item]) -> bool:
    """Whether words before a list say that it does not name everything."""
    return bool(_SELECTED & _texts(row))


def _texts(row: Iterable[Item]) -> set[str]:
    return {one.text for one in row}
