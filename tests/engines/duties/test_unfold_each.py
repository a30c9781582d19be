"""A duty towards each of several, and rights that are recognised late."""

import pytest
from duty_samples import duties, event, local, rule, said

from peelian.engines.duties.clocks import (
    DependsOn,
    WorkingDays,
)
from peelian.engines.duties.rule import Each, Retime
from peelian.spine.happenings import What

SEARCHED, REVIEWED = What.SEARCHED, What.SEARCH_REVIEWED


UPDATES = rule(
    DependsOn("enhanced", (True,), WorkingDays(1), WorkingDays(5)),
    about="investigation_ref",
    starts=(What.SUSPECT_ARRESTED,),
    done_when=(What.VICTIM_UPDATED,),
    ends_when=(What.CONTRACT_AGREED,),
    each=Each("victim_ref", (What.VICTIM_RECORDED,)),
    retimed_by=(Retime(What.ENHANCED_RIGHTS, from_then=True),),
)


@pytest.mark.ledger("INV-25")
def test_there_is_a_duty_towards_each_whenever_they_were_noted():
    found = duties(
        UPDATES,
        event("2026-03-20", What.VICTIM_RECORDED, victim_ref="V-2"),
        event("2026-03-23 10:00", What.SUSPECT_ARRESTED),
        event("2026-03-24 10:00", What.VICTIM_UPDATED, victim_ref="V-1"),
        event("2026-03-25 10:00", What.VICTIM_RECORDED, victim_ref="V-1"),
        event("2026-03-26 10:00", What.CONTRACT_AGREED, victim_ref="V-2"),
    )

    assert said(found) == [
        ("V-1", "2026-03-23 10:00", "2026-03-31 00:00", "Met"),
        ("V-2", "2026-03-23 10:00", "2026-03-31 00:00", "Ended"),
    ]


def test_what_names_nobody_is_about_all_and_a_start_that_names_one_is_about_that_one():
    found = duties(
        UPDATES,
        event("2026-03-20", What.VICTIM_RECORDED, "A", victim_ref="V-1"),
        event("2026-03-20", What.VICTIM_RECORDED, "B", victim_ref="V-2"),
        event("2026-03-23 10:00", What.SUSPECT_ARRESTED, victim_ref="V-2"),
        event("2026-03-24 10:00", What.VICTIM_UPDATED),
    )

    assert said(found) == [("V-2", "2026-03-23 10:00", "2026-03-31 00:00", "Met")]


@pytest.mark.parametrize(
    ("recognised", "due"),
    [
        # Known before the arrest on Monday the 23rd: one working day.
        ("2026-03-20 09:00", "2026-03-25 00:00"),
        # Recognised on Wednesday: one working day from then, and never more than the five.
        ("2026-03-25 09:00", "2026-03-27 00:00"),
        ("2026-03-30 09:00", "2026-03-31 00:00"),
        # The five days are over: it stays late.
        ("2026-04-02 09:00", "2026-03-31 00:00"),
    ],
)
@pytest.mark.ledger("INV-21")
def test_rights_that_are_recognised_late_shorten_what_is_open_and_lengthen_nothing(recognised, due):
    (one,) = duties(
        UPDATES,
        event("2026-03-20", What.VICTIM_RECORDED, victim_ref="V-1", enhanced=False),
        event("2026-03-23 10:00", What.SUSPECT_ARRESTED),
        event(recognised, What.ENHANCED_RIGHTS, victim_ref="V-1", enhanced=True),
    )

    assert local(one.due_at) == due
    assert one.facts["enhanced"] is True


def test_rights_of_one_victim_shorten_no_other_s():
    found = duties(
        UPDATES,
        event("2026-03-20", What.VICTIM_RECORDED, "A", victim_ref="V-1"),
        event("2026-03-20", What.VICTIM_RECORDED, "B", victim_ref="V-2"),
        event("2026-03-20", What.ENHANCED_RIGHTS, "B", victim_ref="V-2", enhanced=True),
        event("2026-03-23 10:00", What.SUSPECT_ARRESTED),
    )

    assert [one[2] for one in said(found)] == ["2026-03-31 00:00", "2026-03-25 00:00"]
