"""Texts get their themes from two people by themselves, and from a third where they differ."""

import pytest

from engines.surveys.sample import CLOSES, SURVEY, begin, reply
from peelian.access.decide import NotAllowed
from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.coding import (
    agreement_of,
    code_comment,
    next_to_code,
    next_to_decide,
    pair_of,
    themes_of,
    withhold,
)
from peelian.engines.surveys.errors import SurveyRefused
from peelian.engines.surveys.ideas import answer_idea, ideas_of, text_of
from peelian.engines.surveys.models import Comment

TEXTS = tuple(f"Text {number}" for number in range(10))


@pytest.fixture
def coders(force):
    """Three who may code."""
    return force["analyst"], force["people-services"], force["commissioner-staff"]


@pytest.fixture
def held(analyst):
    made = begin(analyst)
    for text in TEXTS:
        reply(made.open_token, happy="yes", words={"change": text})
    close_round(made, SURVEY, actor=analyst, at=CLOSES)
    return made


def code(comment, actor, *themes):
    return code_comment(comment, SURVEY, themes=themes, actor=actor, at=CLOSES)


def code_all(held, actor, themes):
    """Code everything that waits; `themes` by text."""
    while comment := next_to_code(held, "change", actor=actor, at=CLOSES):
        code(comment, actor, *themes.get(comment.text, ()))


@pytest.mark.ledger("NEI-43")
def test_two_coders_agree_on_eight_of_ten_and_a_third_decides_the_others(held, coders):
    one, other, third = coders
    code_all(held, one, dict.fromkeys(TEXTS[:5], ("kit",)))
    code_all(held, other, dict.fromkeys((*TEXTS[:4], TEXTS[9]), ("kit",)))

    [kit, people] = agreement_of(held, SURVEY, "change")
    # Both say kit of 4 and not of 4: seen 0.8, by chance 0.5, kappa 0.6.
    assert (kit.agreement.n, kit.agreement.agreed) == (10, 8)
    assert kit.agreement.kappa == pytest.approx(0.6)
    assert people.agreement.kappa is None
    found = themes_of(held, SURVEY, "change")
    assert (found.texts, found.done, found.to_decide, found.open) == (10, 8, 2, 0)
    assert {theme.key: n for theme, n in found.counts} == {"kit": 4, "people": 0}

    assert next_to_decide(held, "change", actor=one, at=CLOSES) is None
    while comment := next_to_decide(held, "change", actor=third, at=CLOSES):
        assert sorted(pair_of(comment)) == [(), ("kit",)]
        code(comment, third, "kit", "people")
    assert {theme.key: n for theme, n in themes_of(held, SURVEY, "change").counts} == {
        "kit": 6,
        "people": 2,
    }


def test_nobody_codes_a_text_twice_and_nobody_a_settled_one(held, coders):
    one, other, third = coders
    comment = Comment.objects.order_by("id").first()
    code(comment, one, "kit")
    with pytest.raises(SurveyRefused, match="somebody else's"):
        code(comment, one, "kit")
    code(comment, other, "kit")
    with pytest.raises(SurveyRefused, match="has its themes"):
        code(comment, third, "people")


def test_a_theme_of_no_such_question_is_refused(held, coders):
    with pytest.raises(SurveyRefused, match="kit, people"):
        code(Comment.objects.first(), coders[0], "cars")


def test_a_text_that_names_somebody_is_taken_away_for_good(held, coders):
    one, other, _third = coders
    comment = Comment.objects.order_by("id").first()
    withhold(comment, why="It names its writer.", actor=one, at=CLOSES)

    assert not Comment.objects.filter(text=comment.text).exists()
    code_all(held, other, {})
    assert themes_of(held, SURVEY, "change").texts == 9


def test_whoever_runs_no_surveys_reads_no_text(force, held):
    other = force["investigator"]
    comment = Comment.objects.first()
    for verb in (
        lambda: next_to_code(held, "change", actor=other, at=CLOSES),
        lambda: code(comment, other, "kit"),
        lambda: withhold(comment, why="No.", actor=other, at=CLOSES),
    ):
        with pytest.raises(NotAllowed):
            verb()


@pytest.mark.ledger("WRK-50")
def test_an_idea_gets_a_decision_and_a_reply_in_words_of_who_answers(held, coders):
    idea = ideas_of(held)[0]
    assert text_of(idea) in TEXTS
    given = {"told": "More vans at night.", "reply": "Two come in May.", "actor": coders[0]}
    with pytest.raises(SurveyRefused, match="Taken up, Taken up in part, Not taken up"):
        answer_idea(idea, decision="Perhaps", at=CLOSES, **given)
    answer_idea(idea, decision="Taken up", at=CLOSES, **given)

    last = ideas_of(held)[-1]
    assert (last.pk, last.decision, last.reply) == (idea.pk, "Taken up", "Two come in May.")
