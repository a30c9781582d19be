"""Texts go after a time; what was found in them stays."""

from datetime import timedelta

import pytest

from engines.surveys.sample import CLOSES, SURVEY, begin, reply
from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.coding import code_comment, next_to_code, themes_of
from peelian.engines.surveys.forgetting import forget_texts
from peelian.engines.surveys.models import Comment
from peelian.trail.models import Entry

# Closed on 16 March 2026: kept through March 2028.
LAST = CLOSES + timedelta(days=745)
AFTER = CLOSES + timedelta(days=747)


@pytest.fixture
def held(force, analyst):
    made = begin(analyst)
    for _one in range(10):
        reply(made.open_token, happy="yes", words={"change": "More vans."})
    close_round(made, SURVEY, actor=analyst, at=CLOSES)
    for coder in (analyst, force["people-services"]):
        while text := next_to_code(made, "change", actor=coder, at=CLOSES):
            code_comment(text, SURVEY, themes=("kit",), actor=coder, at=CLOSES)
    return made


def test_texts_go_after_two_years_and_their_themes_stay(held, analyst):
    assert forget_texts((SURVEY,), by=analyst, at=LAST) == 0
    assert Comment.objects.filter(text="More vans.").count() == 10

    assert forget_texts((SURVEY,), by=analyst, at=AFTER) == 10
    assert set(Comment.objects.values_list("text", flat=True)) == {""}
    assert themes_of(held, SURVEY, "change").counts[0] == (SURVEY.themes[0], 10)
    assert Entry.objects.filter(verb="erased", record_ref=held.ref).count() == 1

    assert forget_texts((SURVEY,), by=analyst, at=AFTER) == 0
