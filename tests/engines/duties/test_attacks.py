"""Attacks on duties by people with a log-in: each was tried, and none may work (T01, T02, T05)."""

from datetime import timedelta

import pytest
from django.core import mail

from engines.duties.duty_samples import at
from engines.duties.kept_samples import REVIEW, only_duty, settled, tell, ticked
from peelian.access.conflict import Conflict
from peelian.access.decide import nearest
from peelian.access.seal import Seal
from peelian.areas.investigation.models import Investigation
from peelian.engines.duties.digests import send_digests
from peelian.engines.duties.due_list import due_of, number_in_list
from peelian.engines.duties.errors import DutyRefused
from peelian.engines.duties.finishing import finish
from peelian.engines.duties.giving import give_tasks
from peelian.engines.duties.models import Duty, DutyNote
from peelian.engines.duties.moving import move
from peelian.engines.duties.owners import InUnit
from peelian.engines.duties.waiving import waive
from peelian.engines.duties.work import WORK_RULES
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.models import Notice
from peelian.records.store.reader import open_reader
from people import FORCE, employ, investigation, small_force

pytestmark = pytest.mark.django_db
NOW = at("2026-03-27 16:00")
SINCE = NOW - timedelta(days=1)


@pytest.fixture
def force():
    return small_force()


@pytest.fixture
def tables(tmp_path):
    return open_reader(tmp_path)


@pytest.fixture
def case(force):
    return investigation("A")


def given(actor, case, tables, post="post-investigator"):
    """A task about the case, given by this person; its list."""
    refs = [("investigation", case.record_id)]
    return give_tasks(
        refs, title="Read it", post_ref=post, due_on=NOW.date(), actor=actor, at=NOW, tables=tables
    )


def seal(case):
    Seal.objects.create(
        record_type="investigation",
        record_id=case.record_id,
        force_id=FORCE,
        reason="staff",
        sealed_by="person:x",
        starts_at=SINCE,
    )


def conflict(user, case):
    Conflict.objects.create(
        user=user,
        kind="friend",
        force_id=FORCE,
        record_type="investigation",
        record_id=case.record_id,
        declared_by="person:x",
        starts_at=SINCE,
    )


def deeds(duty, actor):
    """Every deed that can be done to a duty."""
    address, common = duty.record_id, {"actor": actor, "at": NOW}
    return (
        lambda: move(address, to_post="post-investigator", reason="I want to", **common),
        lambda: waive(address, reason="I want to", rules=WORK_RULES, **common),
        lambda: finish(address, proof="done", rules=WORK_RULES, **common),
    )


def test_whoever_gives_work_to_themselves_opens_nothing_by_it(force, case, tables):
    """A call handler would be asked why they look, and may change what they were given."""
    handler = force["call-handler"]
    given(handler, case, tables, post="post-call-handler")

    assert nearest(handler, Investigation, case, at=NOW).because == "force"


def test_work_from_somebody_else_ties(force, case, tables):
    given(force["supervisor"], case, tables)

    assert nearest(force["investigator"], Investigation, case, at=NOW).because == "tied"


@pytest.mark.parametrize("shut", ["sealed", "conflict"])
def test_a_record_that_is_shut_meanwhile_takes_its_duty_along(force, case, tables, shut):
    """Its owner neither reads nor moves, waives or finishes it, nor is counted or told of it."""
    owner = force["investigator"]
    list_ref = given(force["supervisor"], case, tables)
    assert len(due_of(owner, WORK_RULES, tables, at=NOW)) == 1
    seal(case) if shut == "sealed" else conflict(owner, case)
    Notice.objects.all().delete()

    assert due_of(owner, WORK_RULES, tables, at=NOW) == ()
    assert number_in_list(owner, list_ref, at=NOW) == 0
    for deed in deeds(Duty.objects.get(), owner):
        with pytest.raises(NoSuchRecord):
            deed()
    ticked("2026-03-28 09:00", *WORK_RULES)
    assert not Notice.objects.filter(user=owner).exists()
    send_digests(link="https://peelian.force.example/", at=at("2026-03-28 10:00"))
    assert owner.email not in {address for letter in mail.outbox for address in letter.to}


def test_a_duty_that_is_guessed_is_one_that_is_missing(force, case, tables):
    given(force["supervisor"], case, tables)

    for role in ("other-team", "administrator", "people-services", "partner", "inspector"):
        wanted = Exception if role == "inspector" else NoSuchRecord
        for deed in deeds(Duty.objects.get(), force[role]):
            with pytest.raises(wanted):
                deed()
    assert Duty.objects.get().state == "Running"


def test_nobody_gives_tasks_on_rows_that_they_cannot_see(force, tables):
    hidden = investigation("S", unit="S1")

    with pytest.raises(NoSuchRecord):
        given(force["supervisor"], hidden, tables)
    assert not Duty.objects.exists()


def test_a_review_is_not_moved_to_whoever_was_there(force):
    """The rule names them; the supervisor over both cannot hand it to them either."""
    employ("supervisor", "N", name="present")
    tell("2026-03-27 14:00", present_refs="no-other, no-present")
    another = REVIEW.__class__(
        **{**vars(REVIEW), "owner": InUnit("supervisor", never=("officer_ref", "present_refs"))}
    )
    settled("2026-03-27 14:01", another)
    duty = only_duty()
    assert duty.officer_ref == "no-supervisor"

    with pytest.raises(DutyRefused, match="cannot take this duty"):
        move(
            duty.record_id,
            to_post="post-present",
            reason="is away",
            actor=force["supervisor"],
            at=NOW,
            rules=(another,),
        )


def test_without_the_trail_nothing_is_done(force, case, tables, monkeypatch):
    """T32, C-AUD-4: each verb and its entry stand or fall together, and lists are not shown."""
    given(force["supervisor"], case, tables)
    before = (list(Duty.objects.values()), list(DutyNote.objects.values()))

    def broken(**_parts):
        raise OSError("no trail")

    for name in ("writing.append", "due_list.append_look"):
        monkeypatch.setattr(f"peelian.engines.duties.{name}", broken)
    _move, _waive, finish_it = deeds(Duty.objects.get(), force["supervisor"])
    employ("investigator", "N1", name="second")
    tries = (
        lambda: move(
            Duty.objects.get().record_id,
            to_post="post-second",
            reason="is away",
            actor=force["supervisor"],
            at=NOW,
        ),
        finish_it,
        lambda: given(force["supervisor"], case, tables),
        lambda: due_of(force["investigator"], WORK_RULES, tables, at=NOW),
    )
    for deed in tries:
        with pytest.raises(OSError, match="no trail"):
            deed()

    assert (list(Duty.objects.values()), list(DutyNote.objects.values())) == before
