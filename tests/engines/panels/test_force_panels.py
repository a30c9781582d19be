"""Two panels watch force: one what was used in public, the other what was used in custody."""

from datetime import date

import pytest
from django.conf import settings

from engines.panels.searches import LATER, SEED
from peelian.areas.use_of_force.models import UseOfForce
from peelian.areas.use_of_force.panels import IN_CUSTODY, SCRUTINY
from peelian.engines.audits.feedback import reply
from peelian.engines.audits.feedback_models import Feedback
from peelian.engines.panels.drawing import draw_cases
from peelian.engines.panels.feeding_back import feed_back
from peelian.engines.panels.freezing import freeze
from peelian.engines.panels.members import Told, join
from peelian.engines.panels.models import PanelFinding
from peelian.engines.panels.opening import close, note_attendance, open_cases
from peelian.engines.panels.planning import plan
from peelian.engines.panels.preparing import prepare
from peelian.engines.panels.scoring import score
from peelian.engines.procedures.asking import Answers
from peelian.records.store.reader import open_reader
from people import NOW, small_force
from stored_rows import put_rows

VIEW = {
    "courteous": "yes",
    "words-first": "no",
    "no-more": "partly",
    "listened": "yes",
    "cared-for": "yes",
    "overall": "learning",
}


def form(number, **more):
    """A form about force by the investigator, in the street unless it says otherwise."""
    return {
        "record_id": f"force-{number:02}",
        "used_at": NOW,
        "month": "2026-03",
        "force_ref": f"F-{number:02}",
        "unit_ref": "N1",
        "officer_ref": "no-investigator",
        "location": "Street or highway",
        "seen_age": "25-34",
        "account": "PC Demo investigator took hold of his arm.",
        "video_ref": f"BWV-{number:02}",
    } | more


@pytest.fixture
def force(db):
    return small_force()


@pytest.fixture
def tables(tmp_path, monkeypatch):
    """Twelve forms of the street, six of the cells; one of the street hurt somebody."""
    root = tmp_path / "store"
    monkeypatch.setattr(settings, "STORE_ROOT", root)
    street = [form(n, person_injury="Minor" if n == 3 else "None") for n in range(1, 13)]
    cells = [form(n, location="Custody block") for n in range(21, 27)]
    put_rows(root, UseOfForce, [*street, *cells])
    return open_reader(root)


def member_of(panel, office):
    told = Told(trained_on=date(2026, 1, 10), vetted_until=date(2027, 1, 10))
    return join(
        panel,
        name="A member",
        email="",
        joined_on=date(2026, 1, 1),
        told=told,
        actor=office,
        at=NOW,
    )


def drawn(panel, office, tables):
    meeting = plan(
        panel,
        held_on=date(2026, 3, 20),
        place="County hall",
        first="2026-03",
        last="2026-03",
        seed_source="the lottery of 7 March 2026",
        cases=10,
        by_lot=4,
        actor=office,
        at=NOW,
    )
    freeze(meeting, panel, actor=office, at=NOW, tables=tables)
    draw_cases(meeting, panel, seed=SEED, actor=office, at=NOW + LATER, tables=tables)
    meeting.refresh_from_db()
    return meeting


@pytest.mark.ledger("POW-14", "POW-15")
def test_each_panel_draws_from_its_own_kind_of_encounter(force, tables):
    office = force["commissioner-staff"]

    public, cells = (drawn(one, office, tables) for one in (SCRUTINY, IN_CUSTODY))

    assert (public.frame_size, cells.frame_size) == (12, 6)
    assert {int(case.of_id[-2:]) > 20 for case in public.cases.all()} == {False}
    assert {int(case.of_id[-2:]) > 20 for case in cells.cases.all()} == {True}
    assert "force-03" in {case.of_id for case in public.cases.all()}, "an injury always counts"


@pytest.mark.ledger("POW-15", "POW-16")
def test_what_a_custody_panel_saw_reaches_the_officer_and_becomes_a_figure(force, tables):
    office, officer = force["commissioner-staff"], force["investigator"]
    member = member_of(IN_CUSTODY, office)
    meeting = drawn(IN_CUSTODY, office, tables)
    case = meeting.cases.order_by("number").first()
    for one in meeting.cases.all():
        prepare(
            one,
            IN_CUSTODY,
            video_ref=one.video_ref,
            actor=force["auditor"],
            at=NOW + LATER,
            tables=tables,
        )
    open_cases(meeting, actor=office, at=NOW + 2 * LATER)
    score(case, IN_CUSTODY, Answers(VIEW, {}), member=member, actor=office, at=NOW + 3 * LATER)
    feed_back(
        case,
        IN_CUSTODY,
        words="Words were not tried before hands.",
        themes=("listening",),
        actor=office,
        at=NOW + 4 * LATER,
        tables=tables,
    )
    told = Feedback.objects.get()
    reply(told.feedback_ref, words="I shall begin with words.", actor=officer, at=NOW + 5 * LATER)
    meeting.refresh_from_db()
    note_attendance(meeting, {member.pk: "attended"}, actor=office, at=NOW + 5 * LATER)
    close(meeting, IN_CUSTODY, actor=office, at=NOW + 6 * LATER, tables=tables)

    told.refresh_from_db()
    assert (told.officer_ref, told.reply) == ("no-investigator", "I shall begin with words.")
    seen = dict(PanelFinding.objects.filter(of_id=case.of_id).values_list("question", "answer"))
    assert (seen["courteous"], seen["words-first"]) == ("yes", "no")
