"""Somebody answers: page by page, back and forth, nothing kept before they send, nothing after."""

import html
import json
import re
import uuid

import pytest
from django.test import Client

from peelian.engines.surveys.models import Invitation, Reply
from web.surveys.rounds import PERCEPTION, TREATMENT, WORKFORCE, a_round, links, open_link

ONCE = str(uuid.UUID(int=7, version=4))

pytestmark = pytest.mark.django_db


class Respondent:
    """A browser that posts what a page holds, as browsers do."""

    def __init__(self, url):
        self.url, self.client, self.fields = url, Client(enforce_csrf_checks=True), {}
        self.answer = self.text = None
        self._read(self.client.get(url))

    def press(self, press="", **boxes):
        """Fill boxes in and press a button; what was hidden goes along."""
        sent = {**self.fields, **boxes, "press": press}
        return self._read(self.client.post(self.url, sent))

    def _read(self, answer):
        self.answer = answer
        raw = answer.content.decode()
        self.fields = {
            html.unescape(name): html.unescape(value)
            for name, value in re.findall(
                r'<input type="hidden" name="([^"]+)" value="([^"]*)">', raw
            )
        }
        self.text = html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", raw)))
        return answer


@pytest.fixture
def treatment(staff):
    return a_round(TREATMENT, staff)


def test_the_first_page_says_who_asks_why_how_long_and_what_anonymous_means(treatment):
    text = Respondent(open_link(treatment)).text

    assert "The police and crime commissioner, who watches over Staffordshire Police, asks." in text
    assert TREATMENT.why in text
    assert "It takes 3 minutes, at most 6 questions" in text
    assert "Every question may be left out" in text
    assert "We do not know who you are" in text
    assert "we cannot find your answers again" in text
    assert "What this cannot hide" in text
    assert "at least 10 of it have replied" in text


def test_the_staff_are_told_what_their_employer_may_see(staff):
    held = a_round(WORKFORCE, staff, open_link=False)
    (link,) = links(held, staff, 1)
    text = Respondent(link).text

    assert "on a computer or network of your employer" in text
    assert "This link counts once" in text


def test_a_whole_survey_is_answered_and_kept_once(treatment):
    who = Respondent(open_link(treatment))
    who.press()
    assert "Part 1 of 2" in who.text
    who.press("on", **{"answer-met": "searched", "answer-respect": "no", "answer-words": "Later."})
    assert "Part 2 of 2" in who.text
    who.press("on", **{"answer-age": "under-25"})
    assert "I was stopped or searched" in who.text
    assert "Later." in who.text
    assert "Left out" in who.text
    assert Reply.objects.count() == 0
    answer = who.press("send")

    assert answer.status_code == 302
    assert answer["Location"] == "/surveys/sent/"
    assert Reply.objects.count() == 1
    assert b"stopped" not in answer.content


def test_everything_may_be_left_out(treatment):
    who = Respondent(open_link(treatment))
    who.press()
    who.press("on")
    who.press("on")
    assert who.press("send").status_code == 302
    assert Reply.objects.count() == 1


def test_nothing_is_kept_of_whoever_stops_on_the_way(treatment):
    who = Respondent(open_link(treatment))
    who.press()
    who.press("on", **{"answer-words": "Canary."})

    assert Reply.objects.count() == 0
    assert not who.client.cookies


def test_going_back_keeps_what_was_written_on_both_parts(treatment):
    who = Respondent(open_link(treatment))
    who.press()
    who.press("on", **{"answer-respect": "yes"})
    who.press("back", **{"answer-age": "under-25"})
    assert 'value="yes" id="answer-respect_0" checked' in who.answer.content.decode()
    who.press("on", **{"answer-respect": "yes"})

    assert 'value="under-25" id="answer-age_0" checked' in who.answer.content.decode()


def test_a_choice_can_be_taken_back(treatment):
    who = Respondent(open_link(treatment))
    who.press()
    who.press("on", **{"answer-respect": "yes"})
    who.press("back")
    who.press("on", **{"answer-respect": "left-out"})

    assert "respect" not in json.loads(who.fields["held"])["answers"]


def test_from_the_check_one_part_is_changed_and_comes_back_to_it(treatment):
    who = Respondent(open_link(treatment))
    who.press()
    who.press("on", **{"answer-respect": "yes"})
    who.press("on")
    who.press("change treated")
    assert "Part 1 of 2" in who.text
    who.press("on", **{"answer-respect": "no"})

    assert "Check your answers" in who.text
    assert json.loads(who.fields["held"])["answers"]["respect"] == "no"


def test_a_branch_that_opens_is_asked_before_the_check(staff):
    who = Respondent(open_link(a_round(WORKFORCE, staff)))
    who.press()
    who.press("on")
    who.press("on", **{"answer-had_review": "no"})
    assert "Being heard" in who.text
    who.press("on")
    who.press("on")
    who.press("change review")
    who.press("on", **{"answer-had_review": "yes"})

    assert "I found the review of value." in who.text


def test_a_wrong_answer_is_said_beside_the_question_and_loses_nothing(staff):
    who = Respondent(open_link(a_round(PERCEPTION, staff)))
    who.press()
    answer = who.press("on", **{"answer-seen": "nonsense", "answer-concern": "x" * 1001})

    assert answer.status_code == 400
    assert "Use at most 1,000 characters" in who.text
    assert "x" * 1001 in who.text
    assert "Error:" in who.text


def test_an_invitation_is_answered_once(staff):
    held = a_round(WORKFORCE, staff, open_link=False)
    (link,) = links(held, staff, 1)
    who = Respondent(link)
    for press in ("", "on", "on", "on", "on"):
        who.press(press)
    assert who.press("send").status_code == 302

    again = Client().get(link)
    assert again.status_code == 410
    assert b"This invitation has been used" in again.content
    assert Reply.objects.count() == 1
    assert Invitation.objects.get().used


def test_two_presses_of_send_are_one_reply(treatment):
    """A slow phone, an impatient thumb."""
    who = Respondent(open_link(treatment))
    who.press()
    who.press("on")
    who.press("on")
    check = dict(who.fields)
    assert who.press("send").status_code == 302
    who.fields = check

    assert who.press("send").status_code == 302
    assert Reply.objects.count() == 1


def test_a_second_press_on_an_invitation_is_a_success_too(staff):
    held = a_round(WORKFORCE, staff, open_link=False)
    (link,) = links(held, staff, 1)
    who = Respondent(link)
    for press in ("", "on", "on", "on", "on"):
        who.press(press)
    check = dict(who.fields)
    assert who.press("send").status_code == 302
    who.fields = check

    assert who.press("send").status_code == 302
    assert Reply.objects.count() == 1


@pytest.mark.parametrize(
    "held",
    [
        "{",
        "[]",
        '"text"',
        '{"once": 7}',
        '{"once": "x", "answers": []}',
        json.dumps(
            {"once": str(uuid.UUID(int=7, version=4)), "answers": {"respect": ["yes"]}, "words": 7}
        ),
        "[" * 100_000,
    ],
)
def test_what_no_page_of_ours_wrote_is_no_error(treatment, held):
    answer = Client().post(open_link(treatment), {"held": held, "where": "check", "press": "on"})

    assert answer.status_code == 200


def test_an_unknown_link_is_a_page_that_does_not_exist(db):
    assert Client().get("/surveys/no-such-link/").status_code == 404
    assert Client().post("/surveys/no-such-link/").status_code == 404


def test_a_survey_that_is_over_says_so(treatment, staff):
    treatment.state = "closed"
    treatment.save()
    answer = Client().get(open_link(treatment))

    assert answer.status_code == 410
    assert b"This survey is over" in answer.content


def test_the_list_names_open_surveys_of_the_public_and_none_of_the_staff(treatment, staff):
    a_round(WORKFORCE, staff)
    text = Client().get("/surveys/").content.decode()

    assert TREATMENT.title in text
    assert open_link(treatment) in text
    assert WORKFORCE.title not in text
