"""Attacks on anonymity through the pages, the database, the log and the browser (T60, C-CON-1)."""

import io
import re
from contextlib import redirect_stdout
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.utils import timezone

from entering import enter
from peelian.access.identity.visit import Visit
from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.models import Comment, Invitation, Reply, SurveyAnswer
from peelian.trail.models import Entry
from peelian.web.surveys import flood
from web.force.signed_in import text_of
from web.surveys.rounds import TREATMENT, WORKFORCE, a_round, links, open_link, replied
from web.surveys.test_answering_a_survey import Respondent

pytestmark = pytest.mark.django_db
ADDRESS, AGENT = "203.0.113.77", "Canary browser 4711"


def every_row():
    """Every row of every table, as text."""
    return {
        model._meta.label: repr(sorted(map(repr, model._default_manager.values_list())))
        for model in apps.get_models()
    }


def answered(url, **more):
    """A whole reply from a browser that tells as much of itself as browsers do."""
    who = Respondent(url)
    who.client = Client(
        REMOTE_ADDR=ADDRESS, headers={"user-agent": AGENT, "referer": "https://intranet.example/x"}
    )
    who.press()
    while "Check your answers" not in who.text:
        who.press("on", **more)
        more = {}
    assert who.press("send").status_code == 302
    return who


def test_an_answer_leaves_neither_address_nor_browser_nor_word_in_any_table(staff):
    held = a_round(TREATMENT, staff)
    answered(open_link(held), **{"answer-words": "Canary words 4712"})
    rows = every_row()

    for canary in (ADDRESS, AGENT, "intranet", "Canary words 4712"):
        assert [label for label, text in rows.items() if canary in text] == []


def test_an_answer_leaves_no_entry_no_session_no_letter_and_no_time(staff):
    held = a_round(TREATMENT, staff)
    before = every_row()
    answered(open_link(held))
    changed = {label for label, text in every_row().items() if text != before[label]}

    assert changed == {"surveys.Reply"}
    assert not any(
        field.get_internal_type() in ("DateTimeField", "DateField")
        for model in (Reply, Invitation, Comment, SurveyAnswer)
        for field in model._meta.fields
    )
    assert len(mail.outbox) == 0


def test_an_invitation_that_is_answered_changes_one_tick_and_one_envelope(staff):
    held = a_round(WORKFORCE, staff, open_link=False)
    (link, *_others) = links(held, staff, 3)
    before = every_row()
    answered(link)
    changed = {label for label, text in every_row().items() if text != before[label]}

    assert changed == {"surveys.Reply", "surveys.Invitation"}
    assert "invitation" not in {one.name for one in Reply._meta.fields}


def test_the_log_names_the_route_and_never_the_link(staff, caplog):
    held = a_round(WORKFORCE, staff, open_link=False)
    (link,) = links(held, staff, 1)
    out = io.StringIO()
    with redirect_stdout(out):
        answered(link, **{"answer-balance": "agree"})
    told = out.getvalue() + caplog.text

    assert link.split("/")[2] not in told
    assert ADDRESS not in told


def test_whoever_is_signed_in_is_not_looked_at(staff, force):
    """An officer answers beside their work: the visit is not touched, the page not their own."""
    held = a_round(WORKFORCE, staff)
    client = Client()
    visit = enter(client, force["patrol-officer"])
    long_ago = timezone.now() - timedelta(minutes=20)
    Visit.objects.filter(pk=visit.pk).update(seen_at=long_ago)
    sessions = list(Session.objects.values_list())
    answer = client.get(open_link(held))
    client.post(open_link(held), {"held": "", "press": ""})
    visit.refresh_from_db()

    assert visit.seen_at == long_ago
    assert list(Session.objects.values_list()) == sessions
    assert b"My account" not in answer.content
    assert b"Demo patrol-officer" not in answer.content
    assert Respondent(open_link(held)).answer.content.count(b"Sign in") == 0


def test_the_page_is_the_same_for_everybody(staff, force):
    held = a_round(WORKFORCE, staff)
    known = Client()
    enter(known, force["patrol-officer"])

    def page(client):
        raw = client.get(open_link(held)).content.decode()
        return re.sub(r"[0-9a-f-]{36}", "", raw)

    assert page(known) == page(Client())


def test_browsers_are_told_to_keep_nothing_and_to_tell_nobody(staff):
    held = a_round(TREATMENT, staff)
    who = answered(open_link(held))
    pages = (
        Client().get(open_link(held)),
        Client().post(open_link(held)),
        Client().get(f"{open_link(held)}complaint/"),
        who.client.get("/surveys/sent/"),
    )
    for one in pages:
        assert "no-store" in one["Cache-Control"]
        assert one["Referrer-Policy"] == "no-referrer"
        assert one["X-Robots-Tag"] == "noindex"
        assert not one.cookies
    assert pages[-1]["Clear-Site-Data"] == '"cache"'
    assert b"treated" not in pages[-1].content


def test_a_form_that_another_site_has_set_is_refused(staff):
    held = a_round(TREATMENT, staff)
    for site in ("cross-site", "same-site"):
        answer = Client().post(open_link(held), {"press": ""}, headers={"sec-fetch-site": site})
        assert answer.status_code == 403
    assert Reply.objects.count() == 0


def test_used_invitations_do_not_tell_which_replies_are_theirs(staff):
    """Links used in an order, replies read in any: nothing lays one beside the other."""
    held = a_round(WORKFORCE, staff, open_link=False)
    given = links(held, staff, 6)
    for link in given:
        answered(link)
    order = [str(one) for one in Reply.objects.order_by("pk").values_list("pk", flat=True)]

    assert len({len(one.body) for one in Reply.objects.all()}) == 1
    assert order == sorted(order)
    assert all(Invitation.objects.values_list("used", flat=True))
    close_round(held, WORKFORCE, actor=staff, at=timezone.now())
    assert not Reply.objects.exists()
    assert not Invitation.objects.exists()


def test_live_pages_tell_counts_alone_while_a_round_is_open(staff, client):
    """Somebody who watches the page of the round learns that one more replied, and nothing else."""
    held = a_round(TREATMENT, staff)
    replied(held, 3, answers={"respect": "no"}, words={"words": "Canary."})
    enter(client, staff)
    url = f"/commissioner/surveys/rounds/{held.ref}/"
    text = text_of(client, url)

    assert "3 replies" in text
    assert "Canary" not in text
    for page in ("results/", "themes/words/code/"):
        assert client.get(f"{url}{page}").status_code in (302, 404)
        assert b"Canary" not in client.get(f"{url}{page}", follow=True).content


def test_groups_subtracted_over_two_pages_give_nobody_away(staff, client):
    """Everybody less those who are told: what is left is never fewer than the smallest group."""
    held = a_round(WORKFORCE, staff)
    replied(held, 20, answers={"balance": "agree", "role": "officer"})
    replied(held, 20, answers={"balance": "disagree", "role": "staff"})
    replied(held, 11, answers={"balance": "disagree", "role": "officer"})
    replied(held, 11, answers={"balance": "agree", "role": "staff"})
    replied(held, 3, answers={"balance": "agree", "role": "pcso"})
    close_round(held, WORKFORCE, actor=staff, at=timezone.now())
    enter(client, staff)
    url = f"/commissioner/surveys/rounds/{held.ref}/results/"
    everybody = _counts(text_of(client, url))
    groups = _counts(text_of(client, url, by="role").partition("not say")[0])
    told = [pair for pair in groups if pair != everybody[0]]

    assert everybody[0] == (34, 65)
    rest = everybody[0][1] - sum(base for _counted, base in told)
    assert told
    assert rest == 0 or rest >= held.smallest
    assert all(base >= held.smallest for _counted, base in told)


def _counts(text):
    return [(int(k), int(n)) for k, n in re.findall(r"(\d+) of (\d+)", text)]


def test_a_complaint_is_tied_to_no_reply(staff):
    """Who answers and then complains in the same minute leaves nothing in common but the day."""
    held = a_round(TREATMENT, staff)
    answered(open_link(held), **{"answer-respect": "no"})
    reply = Reply.objects.get()
    Client().post(f"{open_link(held)}complaint/", {"words": "They laughed.", "called": "Sam"})
    rows = {label: text for label, text in every_row().items() if "surveys." in label}

    assert str(reply.pk) not in rows["surveys.Approach"]
    assert str(reply.pk.hex) not in rows["surveys.Approach"]
    entry = Entry.objects.get(record_type="survey-approach")
    assert "laughed" not in entry.detail
    assert "Sam" not in entry.detail


def test_a_flood_by_one_address_is_held_up_and_nothing_of_it_is_written(staff, monkeypatch):
    """T22: the address stands in memory as a hash under a key of the process, and nowhere else."""
    small = flood.Flood(from_one=3, altogether=100)
    monkeypatch.setattr("peelian.web.surveys.asking.REPLIES", small)
    held = a_round(TREATMENT, staff)
    for _one in range(3):
        answered(open_link(held))
    who = Respondent(open_link(held))
    who.client = Client(REMOTE_ADDR=ADDRESS)
    who.press()
    who.press("on", **{"answer-words": "Mine."})
    who.press("on")
    answer = who.press("send")

    assert answer.status_code == 429
    assert "Nothing of yours is lost" in who.text
    assert "Mine." in who.text
    assert Reply.objects.count() == 3
    assert ADDRESS not in repr(small)


def test_a_flood_passes(staff):
    one = flood.Flood(from_one=2, altogether=3)
    at = datetime(2026, 3, 2, 10, tzinfo=UTC)

    assert [one.too_much("a", "x", at=at) for _n in range(3)] == [False, False, True]
    assert [one.too_much("b", "x", at=at) for _n in range(2)] == [False, True]
    assert not one.too_much("b", "y", at=at)
    assert not one.too_much("a", "x", at=at + timedelta(minutes=11))


@pytest.mark.parametrize(
    ("first", "second", "the_same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8:1:1::5", "2001:db8:1:1:ffff::9", True),
        ("2001:db8:1:1::5", "2001:db8:1:2::5", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("", "192.0.2.2", False),
    ],
)
def test_whoever_has_a_network_of_their_own_is_counted_as_one(first, second, the_same):
    one = flood.Flood(from_one=1, altogether=100)
    at = datetime(2026, 3, 2, 10, tzinfo=UTC)

    one.too_much(first, "x", at=at)

    assert one.too_much(second, "x", at=at) is the_same


def test_a_small_round_in_which_all_say_the_same_tells_nothing(staff, client):
    """Whoever opens a round for one team of twelve would have the answer of each (C-SDC-3)."""
    held = a_round(TREATMENT, staff)
    replied(held, 12, answers={"respect": "no", "listened": "no"})
    close_round(held, TREATMENT, actor=staff, at=timezone.now())
    enter(client, staff)
    text = text_of(client, f"/commissioner/surveys/rounds/{held.ref}/results/")

    assert "Not told" in text
    assert "of 12" not in text
