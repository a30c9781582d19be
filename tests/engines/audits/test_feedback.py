"""Feedback goes to whoever did the work, and is read by them, their supervisor and its giver."""

from datetime import date, timedelta

import pytest

from engines.audits.grounds import AT
from peelian.access.decide import NotAllowed
from peelian.access.seal import Seal
from peelian.engines.audits.errors import AuditRefused
from peelian.engines.audits.feedback import LONGEST, give, reply
from peelian.engines.audits.feedback_models import FROM_AUDIT, FROM_PANEL, Feedback
from peelian.engines.audits.feedback_reading import (
    feedback_from,
    feedback_on,
    feedback_to,
    has_feedback,
)
from peelian.engines.audits.feedback_rule import FEEDBACK_RULES
from peelian.engines.duties.models import Duty
from peelian.engines.duties.settle import settle
from peelian.engines.duties.worked import worked
from peelian.engines.registers.errors import NoSuchRecord
from peelian.records.happenings import Happening
from peelian.trail.models import Entry
from people import FORCE, investigation

LATER = AT + timedelta(days=2)
WORDS = "The grounds say what was seen, and not by whom."


@pytest.fixture
def file(force):
    """A file of the investigator, in team N1."""
    return investigation("A", officer="no-investigator")


@pytest.fixture
def given(force, file):
    return give(
        file, from_kind=FROM_AUDIT, from_ref="A-1", words=WORDS, actor=force["auditor"], at=AT
    )


def read_on(user, at=LATER):
    return [one.words for one in feedback_on(user, ("investigation", "investigation-A"), at=at)]


def test_is_about_the_file_and_to_its_officer(given):
    assert (given.of_type, given.of_id, given.of_ref) == ("investigation", "investigation-A", "A")
    assert (given.officer_ref, given.unit_ref, given.given_by) == (
        "no-investigator",
        "N1",
        "no-auditor",
    )
    assert given.month == "2026-04"
    assert given.reply_by == date(2026, 4, 16)
    assert given.feedback_ref.startswith("FB-")


@pytest.mark.parametrize(
    ("reader", "reads"),
    [
        ("investigator", True),
        ("supervisor", True),
        ("patrol-officer", False),  # the same team, and not theirs
        ("other-team", False),
        ("call-handler", False),
        ("auditor", False),  # reads it on the page of the run
        ("analyst", False),
        ("chief-officer", False),
        ("administrator", False),
    ],
)
def test_who_reads_it_on_the_record(force, given, reader, reads):
    assert read_on(force[reader]) == ([WORDS] if reads else [])


def test_a_look_is_in_the_trail_and_no_words_of_it(force, given):
    before = Entry.objects.count()
    assert read_on(force["supervisor"])
    entry = Entry.objects.order_by("sequence").last()

    assert Entry.objects.count() == before + 1
    assert given.record_id in entry.detail
    assert not Entry.objects.filter(detail__contains="what was seen").exists()
    assert read_on(force["patrol-officer"]) == []
    assert Entry.objects.count() == before + 1


def test_its_officer_answers_once(force, given):
    made = reply(given.feedback_ref, words=" I see. ", actor=force["investigator"], at=LATER)
    assert (made.reply, made.replied_at, made.version) == ("I see.", LATER, 2)

    with pytest.raises(AuditRefused, match="already"):
        reply(given.feedback_ref, words="More", actor=force["investigator"], at=LATER)
    assert [one.reply for one in feedback_to(force["investigator"], at=LATER)] == ["I see."]
    assert [
        one.reply for one in feedback_from(FROM_AUDIT, "A-1", actor=force["auditor"], at=LATER)
    ] == ["I see."]


@pytest.mark.parametrize("reader", ["supervisor", "patrol-officer", "auditor", "inspector"])
def test_nobody_answers_for_them(force, given, reader):
    with pytest.raises(NoSuchRecord):
        reply(given.feedback_ref, words="Yes", actor=force[reader], at=LATER)
    with pytest.raises(NoSuchRecord):
        reply("FB-NONE", words="Yes", actor=force["investigator"], at=LATER)


@pytest.mark.parametrize(
    ("kind", "who", "may"),
    [
        (FROM_AUDIT, "auditor", True),
        (FROM_AUDIT, "supervisor", True),
        (FROM_AUDIT, "inspector", True),
        (FROM_AUDIT, "commissioner-staff", False),
        (FROM_PANEL, "commissioner-staff", True),
        (FROM_PANEL, "auditor", False),
        (FROM_PANEL, "panel-member", False),
        (FROM_AUDIT, "investigator", False),
    ],
)
def test_who_gives_it(force, file, kind, who, may):
    told = {"from_kind": kind, "from_ref": "X", "words": WORDS, "actor": force[who], "at": AT}
    if may:
        assert give(file, **told).from_kind == kind
    else:
        with pytest.raises(NotAllowed):
            give(file, **told)
        assert not Feedback.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"words": "  "}, "Write what you want to say"),
        ({"words": "x" * (LONGEST + 1)}, "at most 2000"),
        ({"reply_by": date(2026, 4, 1)}, "from today"),
        ({"reply_by": date(2028, 1, 1)}, "a year from now"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(force, file, wrong, says):
    told = {"from_kind": FROM_AUDIT, "from_ref": "A-1", "words": WORDS} | wrong
    with pytest.raises(AuditRefused, match=says):
        give(file, actor=force["auditor"], at=AT, **told)
    assert not Feedback.objects.exists()
    assert not Happening.objects.exists()


def test_a_file_of_nobody_has_nobody_to_tell(force):
    with pytest.raises(AuditRefused, match="nobody can be told"):
        give(
            investigation("B"), from_kind=FROM_AUDIT, from_ref="A-1", words=WORDS,
            actor=force["auditor"], at=AT,
        )  # fmt: skip


def test_a_seal_on_the_file_lies_on_what_was_said_of_it(force, given):
    Seal.objects.create(
        force_id=FORCE, reason="sealed", sealed_by="service:tests", starts_at=AT,
        record_type="investigation", record_id="investigation-A",
    )  # fmt: skip

    assert read_on(force["supervisor"]) == []
    assert feedback_to(force["investigator"], at=LATER) == ()
    assert feedback_from(FROM_AUDIT, "A-1", actor=force["auditor"], at=LATER) == ()


def test_a_link_is_shown_to_whoever_has_any(force, given):
    assert has_feedback(force["investigator"])
    assert not has_feedback(force["supervisor"])
    assert not has_feedback(force["inspector"])


@pytest.mark.parametrize(
    "example",
    [held for rule in FEEDBACK_RULES for held in worked(rule)],
    ids=lambda held: held.says,
)
def test_each_example_of_the_rule_holds(example):
    assert (example.found_due, example.found_state) == (example.due, example.state)


def test_the_answer_is_a_duty_of_the_officer_and_meets_it(force, given):
    settle(FEEDBACK_RULES, by=force["auditor"], at=AT)
    duty = Duty.objects.get()
    assert (duty.rule, duty.officer_ref, duty.state) == (
        "audits.feedback_reply",
        "no-investigator",
        "Running",
    )
    assert (duty.of_type, duty.of_id, duty.matter) == (
        "investigation",
        "investigation-A",
        given.feedback_ref,
    )

    reply(given.feedback_ref, words="I see.", actor=force["investigator"], at=LATER)
    settle(FEEDBACK_RULES, by=force["auditor"], at=LATER)
    assert Duty.objects.get().state == "Met"
