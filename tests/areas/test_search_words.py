"""The lists of words: whole, consistent, and every old word has one of today's."""

from peelian.areas.stop_and_search.codes import (
    ETHNIC_GROUP_OF,
    GROUNDS,
    LEGISLATION,
    NO_ACTION,
    NO_SUSPICION,
    NOT_STATED,
    OLD_WORDS,
    OUTCOMES,
    POWER_OF,
    SELF_DEFINED,
)
from peelian.areas.stop_and_search.models import StopSearch
from peelian.records.schema import codes_of
from peelian.spine.ethnicity import ETHNIC_GROUPS


def test_every_old_word_leads_to_a_word_of_today_and_is_none_itself():
    lists = codes_of(StopSearch)
    for field, words in OLD_WORDS.items():
        assert set(words.values()) <= set(lists[field].codes)
        assert not set(words) & set(lists[field].codes)


def test_only_not_stated_has_no_group():
    assert [word for word, group in ETHNIC_GROUP_OF.items() if group is None] == [NOT_STATED]
    assert set(ETHNIC_GROUP_OF.values()) == {*ETHNIC_GROUPS.codes, None}
    assert len(SELF_DEFINED.codes) == 19


def test_every_power_is_of_one_kind_and_section_60_needs_no_suspicion():
    assert set(POWER_OF) == set(LEGISLATION.codes)
    assert set(POWER_OF.values()) == {GROUNDS, NO_SUSPICION}
    without = {power for power, kind in POWER_OF.items() if kind == NO_SUSPICION}
    assert "Criminal Justice and Public Order Act 1994 (section 60)" in without
    assert "Terrorism Act 2000 (section 47A)" in without
    assert "Terrorism Act 2000 (section 43)" not in without


def test_no_further_action_is_no_action_and_a_warning_is_one():
    assert set(NO_ACTION) < set(OUTCOMES.codes)
    assert "Khat or Cannabis warning" not in NO_ACTION
