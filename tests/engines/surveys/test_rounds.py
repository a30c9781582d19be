"""A round from its first invitation to its close, as those who run it and those who answer see."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from engines.surveys.sample import CLOSES, ONCE, OPENS, SURVEY, begin, invited, reply
from peelian.access.decide import NotAllowed
from peelian.engines.duties.settings import ForceSetting
from peelian.engines.surveys.answering import answer, asked_by
from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.declared import RANDOM, Page, Question, When
from peelian.engines.surveys.envelopes import Unreadable
from peelian.engines.surveys.errors import (
    AlreadyUsed,
    NoSuchRound,
    NotOpen,
    NotRight,
    SurveyRefused,
)
from peelian.engines.surveys.models import Comment, Idea, Reply, SurveyAnswer
from peelian.engines.surveys.opening import abandon, extend, open_round
from peelian.engines.surveys.progress import progress_of
from peelian.engines.surveys.results import results_of
from people import FORCE


def test_what_people_say_is_told_once_the_round_is_closed(analyst):
    held = begin(analyst)
    for _one in range(8):
        reply(held.open_token, happy="yes", words={"change": "More vans."})
    for _one in range(4):
        reply(held.open_token, happy="no", why_not="pay")

    assert "told once" in results_of(held, SURVEY).none
    done = close_round(held, SURVEY, actor=analyst, at=CLOSES)

    assert (done.replies, done.kept) == (12, True)
    table = results_of(held, SURVEY).tables[0]
    assert (table.everyone.counted, table.everyone.base, table.everyone.percent) == (8, 12, "66.7")
    assert (table.everyone.lower, table.everyone.upper) == ("", "")
    assert table.answers == (("yes", 8), ("no", 4))
    assert Comment.objects.count() == Idea.objects.count() == 8


def test_results_carry_base_and_rate_and_say_what_they_are_not(analyst):
    held = begin(analyst)
    tokens = invited(held, analyst, wanted=24)
    for token in tokens[:10]:
        reply(token, happy="yes")
    reply(held.open_token, happy="no")
    close_round(held, SURVEY, actor=analyst, at=CLOSES)

    found = results_of(held, SURVEY)
    assert (found.progress.rate, found.progress.replies) == ("41.7", 11)
    assert found.caveats[0].startswith("10 of 24 invitations were answered (41.7%). 1 replies")
    assert "no estimate for others" in found.caveats[1]


def test_a_forged_page_adds_nothing_that_was_not_asked(analyst):
    """T60: envelopes have one length; no text stands under a question that asks for none."""
    held, much = begin(analyst), "\N{GRINNING FACE}" * 3000
    for _one in range(10):
        reply(held.open_token, happy="yes")
    reply(held.open_token, happy="yes", change=much, words={"happy": much, "strange": much})
    assert len({len(body) for body in Reply.objects.values_list("body", flat=True)}) == 1
    close_round(held, SURVEY, actor=analyst, at=CLOSES)
    assert not Comment.objects.exists()


def test_the_number_of_a_reply_to_one_round_is_no_reply_to_another(analyst):
    one, other, number = begin(analyst), begin(analyst), uuid4()
    reply(one.open_token, once=number, happy="yes")
    with pytest.raises(NotRight, match="open your link again"):
        reply(other.open_token, once=number, happy="yes")
    assert (one.replies.count(), other.replies.count()) == (1, 0)


def test_where_fewer_than_ten_replied_nothing_is_kept(analyst):
    held = begin(analyst)
    for _one in range(9):
        reply(held.open_token, happy="yes", words={"change": "Me."})
    done = close_round(held, SURVEY, actor=analyst, at=CLOSES)

    assert (done.replies, done.kept) == (9, False)
    assert SurveyAnswer.objects.count() == Comment.objects.count() == Reply.objects.count() == 0
    assert results_of(held, SURVEY).none.startswith("Fewer than 10 people replied")


def test_a_question_that_few_were_asked_is_not_told(analyst):
    held = begin(analyst)
    for _one in range(10):
        reply(held.open_token, happy="yes")
    for _one in range(9):
        reply(held.open_token, happy="no", why_not="pay")
    close_round(held, SURVEY, actor=analyst, at=CLOSES)

    assert results_of(held, SURVEY).tables[1].everyone is None


def test_an_invitation_can_be_used_once(analyst):
    held = begin(analyst)
    [token] = invited(held, analyst)
    reply(token, happy="yes")

    with pytest.raises(AlreadyUsed, match="answered once"):
        reply(token, happy="no")
    assert Reply.objects.count() == 1


@pytest.mark.parametrize("by", ["invitation", "open link"])
def test_one_reply_sent_twice_is_one(analyst, by):
    held = begin(analyst)
    token = invited(held, analyst)[0] if by == "invitation" else held.open_token
    once = uuid4()
    reply(token, happy="yes", once=once)
    reply(token, happy="yes", once=once)

    assert progress_of(held).replies == 1


def test_wrong_answers_keep_nothing_and_leave_the_link(analyst):
    held = begin(analyst)
    [token] = invited(held, analyst)
    with pytest.raises(NotRight) as error:
        reply(token, happy="perhaps")
    assert list(error.value.errors) == ["happy"]
    assert not Reply.objects.exists()

    reply(token)
    assert progress_of(held).by_invitation == 1


def test_links_say_in_words_why_they_lead_nowhere(analyst):
    held = begin(analyst)
    for at, error in ((OPENS - timedelta(1), "not begun"), (CLOSES, "is over")):
        with pytest.raises(NotOpen, match=error):
            asked_by(held.open_token, surveys=(SURVEY,), at=at)
    for token in ("", "nothing", held.ref):
        with pytest.raises(NoSuchRound, match="No survey has this link"):
            asked_by(token, surveys=(SURVEY,), at=ONCE)


def test_answers_to_a_branch_that_closed_are_no_part(analyst):
    held = begin(analyst)
    for happy in ("yes",) * 12 + ("no",) * 3:
        reply(held.open_token, happy=happy, why_not="pay")
    close_round(held, SURVEY, actor=analyst, at=CLOSES)

    assert set(SurveyAnswer.objects.values_list("question", flat=True)) == {"happy"}


def test_a_closed_round_stays_closed(analyst):
    held = begin(analyst)
    close_round(held, SURVEY, actor=analyst, at=ONCE)
    for verb in (
        lambda: close_round(held, SURVEY, actor=analyst, at=CLOSES),
        lambda: extend(held, closes_at=CLOSES + timedelta(1), actor=analyst, at=ONCE),
        lambda: abandon(held, why="Asked too late.", actor=analyst, at=CLOSES),
        lambda: invited(held, analyst),
    ):
        with pytest.raises(SurveyRefused):
            verb()
    with pytest.raises(NotOpen):
        reply(held.open_token, happy="yes")


def test_an_abandoned_round_throws_its_replies_away_unread(analyst):
    held = begin(analyst)
    reply(held.open_token, happy="yes")
    abandon(held, why="Sent to the wrong people.", actor=analyst, at=ONCE)

    assert not Reply.objects.exists()
    assert "thrown away unread" in results_of(type(held).objects.get(), SURVEY).none


def test_more_time_is_given_and_never_taken(analyst):
    held = begin(analyst)
    later = extend(held, closes_at=CLOSES + timedelta(days=30), actor=analyst, at=ONCE)
    assert later.month == "2026-04"
    with pytest.raises(SurveyRefused, match="later end"):
        extend(held, closes_at=CLOSES, actor=analyst, at=ONCE)


def test_a_random_round_has_no_link_for_anybody_and_no_more_people_than_its_list(analyst):
    with pytest.raises(SurveyRefused, match="not drawn by lot"):
        begin(analyst, design=RANDOM, strata={"": 40})
    with pytest.raises(SurveyRefused, match="how long the list is"):
        begin(analyst, design=RANDOM, open_link=False)
    held = begin(analyst, design=RANDOM, open_link=False, strata={"": 40})
    with pytest.raises(SurveyRefused, match="has 40 people and 0 are invited"):
        invited(held, analyst, wanted=41)


def test_whoever_runs_no_surveys_does_nothing_with_them(force, analyst):
    held = begin(analyst)
    other = force["investigator"]
    for verb in (
        lambda: begin(other),
        lambda: invited(held, other),
        lambda: close_round(held, SURVEY, actor=other, at=CLOSES),
        lambda: abandon(held, why="No reason.", actor=other, at=CLOSES),
    ):
        with pytest.raises(NotAllowed, match="may not open surveys"):
            verb()


def test_with_another_secret_nothing_is_opened_and_nothing_lost(analyst, settings):
    held = begin(analyst)
    reply(held.open_token, happy="yes")
    settings.SECRET_KEY = "another one"
    with pytest.raises(Unreadable, match="Put the former key back"):
        close_round(held, SURVEY, actor=analyst, at=CLOSES)
    assert progress_of(held).replies == 1


def test_a_force_can_ask_for_more_people_in_a_group_and_not_for_fewer(analyst):
    def force_sets(value):
        ForceSetting.objects.update_or_create(
            force_id=FORCE,
            key=SURVEY.smallest.key,
            starts_on=OPENS.date(),
            defaults={"value": value, "authority": "Policy", "set_by": "chief", "set_at": OPENS},
        )
        return begin(analyst).smallest

    assert begin(analyst).smallest == 10
    assert force_sets(20) == 20
    assert force_sets(3) == 10


def test_texts_to_a_question_that_few_were_asked_are_not_kept(analyst):
    """Whoever was asked why they are unhappy is unhappy: with three of them a text names one."""
    told = Question("tell", "Tell.", "Why not.", "words", only=(When("happy", ("no",)),), most=100)
    version = SURVEY.versions[0]
    pages = (*version.pages, Page("more", "More", (told,)))
    survey = replace(SURVEY, versions=(replace(version, pages=pages),))
    held = open_round(
        survey,
        force_id=FORCE,
        title="Autumn",
        design="Voluntary",
        opens_at=OPENS,
        closes_at=CLOSES,
        open_link=True,
        actor=analyst,
        at=OPENS,
    )
    for happy, number in (("yes", 12), ("no", 3)):
        for _one in range(number):
            answer(
                held.open_token,
                surveys=(survey,),
                answers={"happy": happy},
                words={"tell": "My sergeant.", "change": "Vans."},
                once=uuid4(),
                at=ONCE,
            )
    close_round(held, survey, actor=analyst, at=CLOSES)

    assert Counter(Comment.objects.values_list("text", flat=True)) == {"Vans.": 15}


def test_of_twelve_who_all_say_the_same_nothing_is_told(analyst):
    """Whoever opens a round for one team would have the answer of each (C-SDC-3)."""
    held = begin(analyst)
    for _one in range(12):
        reply(held.open_token, happy="no", why_not="pay")
    close_round(held, SURVEY, actor=analyst, at=CLOSES)

    assert not SurveyAnswer.objects.exists()
    [happy, _pay] = results_of(held, SURVEY).tables
    assert (happy.everyone, happy.none) == (
        None,
        "Too few answered this, or few and all alike, so nothing of it is told.",
    )
