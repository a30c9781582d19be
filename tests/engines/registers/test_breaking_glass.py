"""Breaking the glass: opened at once, told to whom it concerns, alike where it stays shut."""

import pytest

from peelian.access.conflict import Conflict
from peelian.access.decide import may
from peelian.access.giving.seals import seal
from peelian.access.glass import BrokenGlass
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.glass import break_glass
from peelian.engines.registers.models import Notice
from peelian.records.store.reader import open_reader
from peelian.trail.models import Entry
from people import FORCE, NOW, investigation, small_force


@pytest.fixture
def force(db):
    return small_force()


@pytest.fixture
def open_it(force, tmp_path):
    def run(role, record_id):
        return break_glass(
            Investigation,
            record_id,
            open_reader(tmp_path / "store"),
            reason="life",
            actor=force[role],
            at=NOW,
        )

    return run


def test_the_record_opens_and_its_owner_is_told(force, open_it):
    record = investigation("A", unit="S1", officer="no-other-team")
    open_it("patrol-officer", record.record_id)

    assert may(force["patrol-officer"], "consult", Investigation, record, "summary", at=NOW)
    notice = Notice.objects.get()
    assert (notice.user, notice.kind) == (force["other-team"], "glass")
    assert "Demo" not in notice.text


def test_an_owner_who_is_not_known_is_told_nothing(force, open_it):
    open_it("patrol-officer", investigation("A", unit="S1").record_id)
    open_it("patrol-officer", investigation("B", unit="S1", officer="no-such").record_id)

    assert BrokenGlass.objects.count() == 2
    assert not Notice.objects.exists()


def test_what_stays_shut_sounds_like_what_is_not_there_and_is_in_the_trail(force, open_it):
    sealed = investigation("A", unit="S1", officer="no-other-team")
    seal(
        record=sealed,
        members=[force["other-team"]],
        reason="x",
        actor=force["chief-officer"],
        at=NOW,
    )
    heard = []
    for record_id in (sealed.record_id, "no-such-record"):
        with pytest.raises(NoSuchRecord) as found:
            open_it("patrol-officer", record_id)
        entry = Entry.objects.order_by("-sequence").first()
        heard.append((str(found.value), entry.verb, entry.detail))
        assert entry.record_ref == record_id
    assert heard[0] == heard[1]
    assert heard[0][1] == "denied"
    assert not Notice.objects.exists()
    assert not BrokenGlass.objects.exists()


def test_an_owner_who_may_not_see_the_record_is_not_told_of_it(force, open_it):
    """They have declared that they know somebody in it."""
    record = investigation("A", unit="S1", officer="no-other-team")
    Conflict.objects.create(
        user=force["other-team"],
        kind="friend",
        force_id=FORCE,
        record_type="investigation",
        record_id=record.record_id,
        starts_at=NOW,
        declared_by="person:x",
    )
    open_it("patrol-officer", record.record_id)

    assert BrokenGlass.objects.count() == 1
    assert not Notice.objects.exists()
