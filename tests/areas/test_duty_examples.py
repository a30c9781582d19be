"""Every worked example of every rule of a duty, against what its author worked by hand."""

import pytest

from peelian import catalogue
from peelian.engines.duties.worked import worked

RULES = catalogue.rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_a_rule_does_what_its_examples_say(rule):
    wrong = [
        f"{held.says} says {held.due or 'no end'}, {held.state}; "
        f"worked {held.found_due or 'no end'}, {held.found_state}"
        for held in worked(rule)
        if not held.is_right
    ]

    assert wrong == []


def test_no_two_rules_have_one_key():
    keys = [rule.key for rule in RULES]

    assert len(keys) == len(set(keys))
