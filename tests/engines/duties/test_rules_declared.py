"""A rule that contradicts itself stops the program, and says what is wrong."""

from datetime import date

import pytest
from duty_samples import LAW, OWN, rule

from peelian.engines.duties.clocks import Hours
from peelian.engines.duties.rule import BadRule, Pause, Terms
from peelian.spine.happenings import What

JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"starts": ()}, "say what starts it, what meets it and its terms"),
        ({"examples": ()}, "has no worked example"),
        ({"steps": ()}, "has no step"),
        (
            {"terms": (Terms(JULY, Hours(1), LAW), Terms(JUNE, Hours(1), LAW))},
            "in the order of their days",
        ),
        (
            {"terms": (Terms(JUNE, Hours(1), LAW), Terms(JULY, Hours(1), LAW))},
            "end the one before 2026-07-01",
        ),
        ({"waived_by": "Inspector"}, "is no policy of a force"),
        ({"goes_on": (What.SEARCHED,)}, "one of its starts, one at a time"),
        ({"goes_on": (What.VISITED,), "one_at_a_time": True}, "one of its starts"),
        (
            {"pauses": (Pause(What.REFERRED, What.REFERRED, "Waiting", LAW),)},
            "a pause ends by another happening",
        ),
    ],
)
def test_a_contradiction_is_refused_with_a_sentence(wrong, told):
    with pytest.raises(BadRule, match=told):
        rule(**wrong)


def test_only_a_policy_of_a_force_can_be_waived():
    assert rule(terms=(Terms(JUNE, Hours(1), OWN),), waived_by="Inspector").waived_by


def test_a_rule_listens_to_every_happening_that_it_names():
    heard = rule(pauses=(Pause(What.REFERRED, What.BAILED, "Waiting", LAW),)).listens_to

    assert heard == {What.SEARCHED, What.SEARCH_REVIEWED, What.REFERRED, What.BAILED}
