"""A scrutiny panel from its members to its briefing: cases by lot, views, feedback, an answer."""

import pytest

from engines.panels.searches import forty
from journeys.hands import KEYBOARD, POINTER
from journeys.walking import come_in, look, refused, words_of
from journeys.world import local
from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.audits.feedback_models import Feedback
from peelian.engines.panels.models import Case, Meeting, PanelFinding
from peelian.engines.panels.states import CameBy
from stored_rows import put_rows

PANEL = "/commissioner/panels/stop_and_search.panel/"
VIEW = {
    "answer-courteous": "yes",
    "answer-explained": "no",
    "answer-convincing": "partly",
    "answer-listened": "yes",
    "answer-dignity": "cannot-tell",
    "answer-overall": "learning",
    "words-to-officer": "Say why before you begin.",
}


def send(visitor, answers, button, hand=POINTER):
    """Fill the page in and send it; every answer found its box."""
    used = hand.send(visitor.page, answers, button)
    visitor.settled()
    assert used == set(answers)


def follow(visitor, link, hand=POINTER):
    hand.follow(visitor.page, link)
    visitor.settled()


def joins(visitor, name, **more):
    """Somebody joins the panel."""
    send(
        visitor,
        {
            "name": name,
            "joined_on": "2026-01-10",
            "trained_on": "2026-01-20",
            "vetted_until": "2027-12-31",
            **more,
        },
        "Write the member down",
    )


def prepare_all(visitor, meeting):
    """The force finds each recording; of the first there is none, and the next by lot comes."""
    first = meeting.cases.get(number=1)
    visitor.open(f"/force/panels/cases/{first.ref}/prepare/")
    look(visitor, "panel-prepare")
    send(visitor, {"because": "The camera was off."}, "Leave it out")
    while waiting := meeting.cases.filter(state="drawn").order_by("number").first():
        visitor.open(f"/force/panels/cases/{waiting.ref}/prepare/")
        send(visitor, {"video_ref": f"BWV {waiting.number}"}, "It is ready")


@pytest.mark.ledger("POW-06", "POW-13", "POW-16", "POW-17", "POW-18", "POW-19", "POW-23")
def test_what_a_panel_saw_reaches_the_officer_and_everybody(world, reader, plain_reader):
    """The office with a mouse, the member by keyboard alone, the officer without scripts."""
    world.now = local("2026-12-02 15:00")
    months = [row | {"month": "2026-11"} for row in forty()]
    put_rows(world.root, StopSearch, months, month="2026-11")
    office = world.force["commissioner-staff"]

    # Members are trained, with an account or without.
    come_in(reader, world, office)
    reader.open("/commissioner/")
    follow(reader, "Panels")
    look(reader, "panels-office")
    follow(reader, "Stop and search scrutiny panel")
    look(reader, "panel-empty")
    follow(reader, "Members of this panel")
    send(reader, {"name": "First member"}, "Write the member down")
    assert "There is a problem" in refused(reader)
    joins(
        reader,
        "First member",
        email="panel-member@force.example",
        ride_along_on="2026-02-02",
        ethnic_group="Asian",
    )
    joins(reader, "Second member", ethnic_group="White")
    joins(reader, "Third member")
    look(reader, "panel-members")
    assert "3 members today, 3 ready to judge cases." in words_of(reader)
    follow(reader, "First member")
    look(reader, "panel-member")

    # A meeting is planned; its frame is frozen before its seed is known.
    reader.open(f"{PANEL}plan/")
    look(reader, "panel-plan")
    plan = {
        "held_on": "2026-12-20",
        "place": "County hall",
        "first": "2026-11",
        "last": "2026-11",
        "cases": "5",
        "by_lot": "3",
        "seed_source": "the lottery of 5 December 2026",
    }
    send(reader, plan, "Plan the meeting")
    meeting = Meeting.objects.get()
    send(reader, {}, "Freeze the frame")
    look(reader, "panel-frozen")
    assert "40" in words_of(reader)
    send(reader, {"seed": "04 11 17 23 38 41"}, "Draw the cases")
    look(reader, "panel-drawn")
    assert "The force has 5 cases still to prepare." in words_of(reader)
    assert meeting.cases.filter(came_by=CameBy.LOT).count() == 3
    for secret in ("BWV", "S-0", "no-investigator", "N1"):
        assert secret not in words_of(reader)

    # The force finds the recordings; the panel office opens the cases.
    come_in(reader, world, world.force["auditor"])
    reader.open("/force/panels/")
    look(reader, "panels-prepare")
    prepare_all(reader, meeting)
    come_in(reader, world, office)
    reader.open(f"/commissioner/panels/meetings/{meeting.ref}/")
    send(reader, {}, "Open the cases to members")

    # A member reads and judges two cases by keyboard alone, and steps back from a third.
    cases = list(Case.objects.filter(meeting=meeting, state="ready").order_by("number"))
    come_in(reader, world, world.force["panel-member"])
    reader.open("/commissioner/panels/")
    look(reader, "panels-member")
    assert "5 cases wait for your view." in words_of(reader)
    for case in cases[:2]:
        reader.open(f"/commissioner/panels/cases/{case.ref}/")
        look(reader, "panel-case-member")
        assert "[hidden: officer]" in words_of(reader)
        for secret in ("investigator", "BWV", f"S-{case.of_id[-2:]}", case.of_id):
            assert secret not in words_of(reader)
        send(reader, VIEW, "Save your view", hand=KEYBOARD)
    look(reader, "panel-meeting-member")
    reader.open(f"/commissioner/panels/cases/{cases[2].ref}/")
    send(reader, {}, "Step back")
    assert "You stepped back from it" in words_of(reader)
    reader.open(f"/commissioner/panels/cases/{cases[2].ref}/", status=404)
    reader.complaints.clear()

    # The office types a paper, notes who came and gives the officer feedback.
    come_in(reader, world, office)
    reader.open(f"/commissioner/panels/cases/{cases[0].ref}/paper/")
    look(reader, "panel-paper")
    second = meeting.attendance.model.member.field.related_model.objects.get(name="Second member")
    send(reader, VIEW | {"member": str(second.pk)}, "Save the score sheet")
    reader.open(f"/commissioner/panels/meetings/{meeting.ref}/attendance/")
    look(reader, "panel-attendance")
    send(
        reader,
        {f"came-{second.pk}": "attended", f"came-{second.pk - 1}": "attended"},
        "Save",
    )
    assert "2 of 2 members came." in words_of(reader)
    reader.open(f"/commissioner/panels/cases/{cases[0].ref}/")
    look(reader, "panel-case-office")
    follow(reader, "Give the officer feedback")
    look(reader, "panel-feedback")
    feedback = {"words": "You were kind. Say why before you begin.", "themes": "explaining,good"}
    send(reader, feedback, "Give the feedback")
    assert "Not yet; asked to by" in words_of(reader)

    # The officer finds it on their day and on the page of the encounter, and answers.
    world.work()
    officer = world.force["investigator"]
    come_in(plain_reader, world, officer)
    plain_reader.open(f"/force/records/stopsearch/{cases[0].of_id}/")
    assert "Say why before you begin." in words_of(plain_reader)
    assert "panel" in words_of(plain_reader)
    given = Feedback.objects.get()
    assert "First member" not in words_of(plain_reader)
    plain_reader.page.locator('textarea[name="words"]').fill("I see it. No-investigator, N1.")
    with plain_reader.page.expect_navigation():
        plain_reader.page.locator(
            "#feedback ~ form button, form:has(textarea) button"
        ).first.click()
    given.refresh_from_db()
    assert given.replied_at is not None
    world.work()
    (duty,) = world.duties("audits.feedback_reply", given.feedback_ref)
    assert str(duty.state) == "Met"

    # The panel reads the answer without a name; the meeting ends and its findings count.
    reader.open(f"/commissioner/panels/cases/{cases[0].ref}/")
    assert "I see it." in words_of(reader)
    assert "investigator" not in words_of(reader).lower()
    reader.open(f"/commissioner/panels/meetings/{meeting.ref}/")
    send(reader, {}, "Close the meeting")
    look(reader, "panel-closed")
    world.work()
    assert PanelFinding.objects.filter(question="courteous", answer="yes").count() == 2
    assert world.figure("stop_and_search.panel.courteous") == (2, 2)

    # What everybody can learn from it: a minute's reading, whose readers are counted.
    reader.open(PANEL)
    look(reader, "panel-results")
    assert "1 of 1 officer who got feedback has answered it" in words_of(reader)
    reader.open(f"{PANEL}briefing/")
    look(reader, "panel-brief")
    note = {
        "title": "Say why first",
        "words": "Panels saw kind officers who began before they said why.",
        "themes": "explaining",
    }
    send(reader, note, "Publish it to the force")
    come_in(plain_reader, world, world.force["patrol-officer"])
    plain_reader.open("/force/")
    follow(plain_reader, "What scrutiny panels saw")
    follow(plain_reader, "Say why first")
    assert "who began before they said why" in words_of(plain_reader)
    reader.open("/commissioner/panels/briefings/")
    look(reader, "briefings")
    assert "1 of " in words_of(reader)
    follow(reader, "Say why first")
    look(reader, "briefing")


@pytest.mark.ledger("POW-05", "POW-22")
def test_an_internal_meeting_reads_its_pack_and_decides(world, reader):
    """Figures, users of the power and what panels said, in one place; a decision with an owner."""
    world.now = local("2026-12-02 15:00")
    rows = [row | {"month": "2026-11"} for row in forty()]
    put_rows(world.root, StopSearch, rows, month="2026-11")
    come_in(reader, world, world.force["supervisor"])
    reader.open("/force/")
    follow(reader, "Internal stop and search scrutiny meeting")
    look(reader, "pack")
    assert "40 searches by 1 officer," in words_of(reader)
    post = "post-investigator"
    decision = {"words": "Talk with the highest user.", "post_ref": post, "due_on": "2026-12-04"}
    send(reader, decision, "Write the decision down")
    world.work()
    come_in(reader, world, world.force["investigator"])
    reader.open("/force/")
    assert "A decision to carry out" in words_of(reader)
    come_in(reader, world, world.force["chief-officer"])
    reader.open("/force/panels/packs/use-of-force/")
    look(reader, "pack-force")
