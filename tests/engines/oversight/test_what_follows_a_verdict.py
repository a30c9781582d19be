"""After a verdict: who is told, how long it is kept, and whom the list falls on."""

from datetime import date, timedelta

import pytest

import people
from engines.oversight.look_up_samples import AT, DAY, NAMES, OFFICER, PLAIN, sight
from peelian.access.actors import service_account
from peelian.access.decide import NotAllowed
from peelian.access.held import RoleHeld
from peelian.engines.oversight.fairness import (
    Counting,
    count_groups,
    group_in,
    groups_of_people,
    read_fairness,
)
from peelian.engines.oversight.feedback import Finding
from peelian.engines.oversight.give_verdict import CannotJudge
from peelian.engines.oversight.judging import NoSuchAlert, judge_alert, open_alert
from peelian.engines.oversight.keeping_alerts import kept_long_enough
from peelian.engines.oversight.looked_up import PersonFacts, Staff
from peelian.engines.oversight.models import Alert, GroupCount, NightReview, Verdict
from peelian.engines.oversight.precision import read_precision
from peelian.engines.oversight.review_night import review_night
from peelian.engines.oversight.standards import holders_of
from peelian.engines.registers.models import Notice
from peelian.spine.person import Person
from peelian.spine.post import Holding, Post
from peelian.trail.models import Entry

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=5)
STANDARDS = "standards-investigator"


class Told:
    """A source that knows only what a test tells it."""

    def __init__(self, look_ups, staff=(OFFICER,)):
        self.sights, self.listed = look_ups, staff

    def look_ups(self, since, until):
        return [one for one in self.sights if since <= one.at < until]

    def staff(self, since, until):
        return {one.actor: one for one in self.listed}

    def people(self, keys, at):
        return {key: PersonFacts(key) for key in keys}

    def surnames(self):
        return NAMES


def reviewed(*look_ups, staff=(OFFICER,)):
    counting = Counting(Told(look_ups, staff))
    kept = review_night(
        force_id=people.FORCE,
        night=DAY.date(),
        by=service_account("nightly-review"),
        at=AT,
        sources=counting,
        weights=PLAIN,
    )
    return kept, counting


@pytest.fixture
def force():
    return people.small_force()


@pytest.fixture
def alert(force):
    reviewed(sight(sequence=4000))
    return Alert.objects.get()


def judge(force, alert, finding=Finding.MISUSE_SUSPECTED, by="trail-reviewer", words="No call."):
    return judge_alert(alert=alert, finding=finding, words=words, by=force[by], at=LATER)


def test_standards_are_told_with_the_verdict(force, alert):
    done = judge(force, alert)

    assert done.told.people == 1
    (notice,) = Notice.objects.all()
    assert (notice.user, notice.record_type) == (force[STANDARDS], "oversight.alert")
    assert notice.record_id == str(alert.pk)
    assert notice.text == "A reviewer of look-ups suspects misuse: read the alert and decide."


@pytest.mark.parametrize("finding", [Finding.EXPLAINED, Finding.CANNOT_TELL])
def test_no_other_finding_tells_anybody(force, alert, finding):
    assert judge(force, alert, finding).told is None
    assert not Notice.objects.exists()


def test_a_verdict_that_cannot_stand_tells_nobody(force, alert):
    with pytest.raises(CannotJudge, match="in a few words"):
        judge(force, alert, words="no")

    assert not Notice.objects.exists()
    assert not Verdict.objects.exists()


def test_who_holds_a_role_by_post_and_by_name(force):
    RoleHeld.objects.create(
        user=force["supervisor"],
        role=STANDARDS,
        force_id=people.FORCE,
        starts_at=LATER - timedelta(days=2),
        ends_at=LATER + timedelta(days=2),
        given_by="service:tests",
        reason="stands in",
    )
    found = holders_of(STANDARDS, force_id=people.FORCE, at=LATER)
    assert set(found) == {force["supervisor"], force[STANDARDS]}

    Holding.objects.filter(officer_ref=f"no-{STANDARDS}").update(ends_on=date(2026, 1, 1))
    assert holders_of(STANDARDS, force_id=people.FORCE, at=LATER) == (force["supervisor"],)
    assert holders_of(STANDARDS, force_id=people.FORCE, at=LATER + timedelta(days=3)) == ()
    assert holders_of(STANDARDS, force_id="cheshire", at=LATER) == ()


def test_a_role_whose_key_is_part_of_another_is_another(force):
    Post.objects.filter(post_ref="post-analyst").update(roles=f"not-{STANDARDS}")

    assert holders_of(STANDARDS, force_id=people.FORCE, at=LATER) == (force[STANDARDS],)


def test_an_alert_of_another_force_is_none(force, alert):
    asked = {"by": force["trail-reviewer"], "at": LATER}
    assert open_alert(number=alert.pk, force_id=people.FORCE, **asked).lost == 1  # no such entry
    with pytest.raises(NoSuchAlert):
        open_alert(number=alert.pk + 1, force_id=people.FORCE, **asked)
    with pytest.raises(NotAllowed):
        open_alert(number=alert.pk, force_id="cheshire", **asked)

    denied = Entry.objects.latest("sequence")
    assert (denied.verb, denied.record_ref) == ("denied", str(alert.pk + 1))


def said(alert, days_ago, finding):
    Verdict(
        alert=alert,
        finding=finding.value,
        wrong=[],
        words="Said so.",
        by="person:x",
        at=LATER - timedelta(days=days_ago),
    ).save()


@pytest.mark.parametrize(
    ("verdicts", "past"),
    [
        ([], False),
        ([(364, Finding.EXPLAINED)], False),
        ([(366, Finding.EXPLAINED)], True),
        ([(366, Finding.EXPLAINED), (10, Finding.CANNOT_TELL)], False),
        ([(366, Finding.MISUSE_SUSPECTED)], False),
        ([(2191, Finding.MISUSE_SUSPECTED)], True),
        ([(3000, Finding.MISUSE_SUSPECTED), (400, Finding.EXPLAINED)], False),
    ],
)
def test_when_an_alert_has_been_kept_as_long_as_declared(force, alert, verdicts, past):
    for days_ago, finding in verdicts:
        said(alert, days_ago, finding)

    assert list(kept_long_enough(people.FORCE, at=LATER)) == ([alert] if past else [])
    assert not kept_long_enough("cheshire", at=LATER)


def test_precision_is_for_those_who_judge_and_is_written(force, alert):
    judge(force, alert)
    rows = read_precision(force_id=people.FORCE, by=force["trail-reviewer"], at=LATER)

    assert [(row.listed, row.suspected) for row in rows] == [(1, 1)] * len(rows)
    assert Entry.objects.latest("sequence").record_ref == "precision"
    with pytest.raises(NotAllowed):
        read_precision(force_id=people.FORCE, by=force["analyst"], at=LATER)


@pytest.mark.parametrize(
    ("described", "group"),
    [
        ("White - English, Welsh, Scottish or Northern Irish", "White"),
        ("Asian or Asian British - Indian", "Asian"),
        ("black or black british", "Black"),
        ("Mixed or multiple", "Mixed"),
        ("Any other ethnic group", "Other"),
        ("Other", "Other"),
        ("Not stated", None),
        ("", None),
    ],
)
def test_which_group_a_description_names(described, group):
    assert group_in(described) == group


def test_of_one_person_in_two_rows_the_first_that_says_a_group_counts():
    for record_id, described in (("a", "Not stated"), ("b", "Black British"), ("c", "White")):
        Person.objects.create(
            record_id=record_id,
            source="extracts",
            force_id=people.FORCE,
            person_key="p-1",
            ethnicity=described,
        )

    assert groups_of_people(people.FORCE, {"p-1", "p-2"}) == {"p-1": "Black"}


def test_rates_by_group_with_the_unknown_and_small_groups_hidden(force):
    """40 people looked at: 20 White of whom one is listed, 12 Asian, 3 Black, 5 not recorded."""
    groups = ["White"] * 20 + ["Asian"] * 12 + ["Black"] * 3 + [""] * 5
    for number, group in enumerate(groups):
        Person.objects.create(
            record_id=f"r-{number}",
            source="extracts",
            force_id=people.FORCE,
            person_key=f"p-{number}",
            ethnicity=group,
        )
    looks = [
        sight(person=f"p-{number}", sequence=number + 1, relationship="tied" if number else None)
        for number in range(40)
    ]
    kept, counting = reviewed(*looks, staff=[OFFICER, *(Staff(f"a-{n}") for n in range(9))])
    staff_groups = {"person:officer": "White"} | {f"a-{n}": "White" for n in range(7)}
    count_groups(
        kept, counting, staff_groups=staff_groups, by=service_account("nightly-review"), at=AT
    )
    found = read_fairness(force_id=people.FORCE, by=force["trail-reviewer"], at=LATER)

    by_group = {row.group: (row.listed, row.size, row.hidden) for row in found.people.groups}
    # The one small group cannot be taken off the total, so the next smallest is hidden with it.
    assert by_group == {
        "Asian": (None, None, True),
        "Black": (None, None, True),
        "White": (1, 20, False),
    }
    assert (found.people.unknown.listed, found.people.unknown.size) == (0, 5)
    assert (found.staff.unknown.listed, found.staff.unknown.size) == (0, 2)
    assert (found.since, found.until) == (date(2026, 2, 3), DAY.date())
    assert Entry.objects.latest("sequence").record_type == "oversight.groups"


def test_before_the_first_night_there_are_no_rates(force):
    asked = {"force_id": people.FORCE, "at": LATER}

    assert read_fairness(**asked, by=force["trail-reviewer"]) is None
    with pytest.raises(NotAllowed):
        read_fairness(**asked, by=force["chief-officer"])


def test_only_the_nightly_job_and_those_who_judge_count(force):
    kept, counting = reviewed(sight())
    with pytest.raises(NotAllowed):
        count_groups(kept, counting, staff_groups={}, by=force["analyst"], at=AT)

    assert not GroupCount.objects.exists()
    assert NightReview.objects.count() == 1
