"""A draft waits for fourteen days after it was last saved; its writer is told before it goes."""

from datetime import date, timedelta

import pytest

from engines.procedures.sample import RISK
from peelian.access.actors import service_account
from peelian.engines.duties.settings import ForceSetting
from peelian.engines.procedures.drafts import Body, begin, body_of, change, discard, drafts_of
from peelian.engines.procedures.models import Draft
from peelian.engines.procedures.sweeping import sweep_drafts
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.models import Notice
from peelian.trail.models import Entry
from people import NOW

DAY = timedelta(days=1)


@pytest.fixture
def draft(force, case):
    return begin(RISK, Body(), record_id=case.record_id, actor=force["supervisor"], at=NOW)


def test_its_writer_is_told_once_and_then_it_goes(draft):
    for days, waits, notices in ((10, 1, 0), (11, 1, 1), (12, 1, 1), (14, 0, 1)):
        sweep_drafts(by=service_account("drafts"), at=NOW + days * DAY)

        assert (Draft.objects.count(), Notice.objects.count()) == (waits, notices), days


def test_saving_it_begins_the_days_anew(draft):
    sweep_drafts(by=service_account("drafts"), at=NOW + 12 * DAY)
    change(draft, lambda body: body, at=NOW + 13 * DAY)

    assert sweep_drafts(by=service_account("drafts"), at=NOW + 20 * DAY) == 0
    assert sweep_drafts(by=service_account("drafts"), at=NOW + 27 * DAY) == 1


def test_a_force_sets_its_own_days(draft):
    ForceSetting.objects.create(
        force_id="staffordshire",
        key="procedures.draft_days",
        starts_on=date(2026, 1, 1),
        value=5,
        authority="An order",
        set_by="service:command-line",
        set_at=NOW,
    )

    assert sweep_drafts(by=service_account("drafts"), at=NOW + 4 * DAY) == 0
    assert sweep_drafts(by=service_account("drafts"), at=NOW + 5 * DAY) == 1


def test_what_is_thrown_away_is_gone_for_its_writer_alone(draft, force):
    assert drafts_of(force["supervisor"]) == (draft,)
    assert drafts_of(force["investigator"]) == ()
    discard(draft, at=NOW)
    assert drafts_of(force["supervisor"]) == ()
    with pytest.raises(NoSuchRecord):
        change(draft, lambda body: body, at=NOW)


def test_a_draft_under_another_key_of_the_installation_is_empty_and_no_error(draft, settings):
    settings.SECRET_KEY = "another"

    assert body_of(draft) == Body()


def test_each_deed_with_a_draft_is_in_the_trail(force, case):
    """C-AUD-1: begun, saved and thrown away, by its writer; what it says stands nowhere."""
    draft = begin(RISK, Body(), record_id=case.record_id, actor=force["supervisor"], at=NOW)
    change(draft, lambda body: body, at=NOW)
    discard(draft, at=NOW)

    entries = Entry.objects.filter(record_type="draft", record_ref=draft.assessment_id)
    assert list(entries.order_by("sequence").values_list("actor", "verb")) == [
        (force["supervisor"].trail_name, verb) for verb in ("collected", "altered", "erased")
    ]


def test_without_the_trail_no_draft_is_begun_or_saved(force, case, draft, monkeypatch):
    """T32: the deed and its entry stand or fall together."""

    def broken(**_parts):
        raise OSError("no trail")

    monkeypatch.setattr("peelian.engines.procedures.drafts.append", broken)
    for deed in (
        lambda: begin(RISK, Body(), record_id="other", actor=force["supervisor"], at=NOW),
        lambda: change(draft, lambda body: Body(reasons="new"), at=NOW + DAY),
        lambda: discard(draft, at=NOW),
    ):
        with pytest.raises(OSError, match="no trail"):
            deed()

    assert body_of(Draft.objects.get()) == Body()
