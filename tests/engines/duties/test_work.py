"""Work that people give, and a feed that is late: their worked examples, and whose they are."""

import pytest

from engines.duties.kept_samples import only_duty, settled, tell, ticked
from peelian.engines.duties.models import Duty
from peelian.engines.duties.work import WORK_RULES, undeclared
from peelian.engines.duties.worked import worked
from peelian.engines.registers.models import Notice
from peelian.records.happenings import Happening
from peelian.spine.happenings import What
from people import small_force


@pytest.mark.parametrize(
    "example",
    [held for rule in WORK_RULES for held in worked(rule)],
    ids=lambda held: held.says,
)
def test_each_example_holds(example):
    assert (example.found_due, example.found_state) == (example.due, example.state)


def late_feed(when, name=What.FEED_LATE):
    return tell(
        when,
        name,
        ref=("feed", "address-of-the-feed"),
        keys={"feed_ref": "investigation/staffordshire/extracts"},
        unit_ref=None,
        officer_ref=None,
    )


@pytest.mark.django_db
def test_a_late_feed_is_work_of_the_analyst_until_it_comes():
    force = small_force()
    late_feed("2026-03-27 06:00")
    settled("2026-03-27 06:01", *WORK_RULES)

    duty = only_duty()
    assert (duty.officer_ref, duty.rule, duty.of_type) == ("no-analyst", "work.feed", "feed")
    ticked("2026-03-27 10:00", *WORK_RULES)
    assert {(one.user.officer_ref, one.kind) for one in Notice.objects.all()} == {
        ("no-analyst", "late"),
        ("no-chief-officer", "escalated"),
    }
    assert force["analyst"].officer_ref == duty.officer_ref

    late_feed("2026-03-27 11:00", What.FEED_FRESH)
    settled("2026-03-27 11:01", *WORK_RULES)
    assert only_duty().state == "Met late"


@pytest.mark.django_db
def test_each_time_that_it_is_late_is_a_duty_of_its_own():
    small_force()
    late_feed("2026-03-27 06:00")
    late_feed("2026-03-27 08:00", What.FEED_FRESH)
    late_feed("2026-03-28 06:00")
    settled("2026-03-28 06:01", *WORK_RULES)

    states = Duty.objects.order_by("started_at").values_list("state", flat=True)
    assert list(states) == ["Met", "Running"]
    assert Happening.objects.filter(settled_at=None).count() == 0


def test_a_rule_that_is_gone_says_so_and_lets_nobody_act():
    found = undeclared("old.rule", "An old duty")

    assert (found.key, found.title, found.by_hand, found.waived_by) == (
        "old.rule",
        "An old duty",
        False,
        "",
    )
