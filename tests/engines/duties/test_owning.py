"""Who answers for a duty: by the record, by the unit, by the line, and when nobody does."""

from datetime import date, timedelta

import pytest

from engines.duties.duty_samples import at
from engines.duties.kept_samples import REVIEW, notes, only_duty, settled, team, tell, worker
from peelian.access.tie import Tie
from peelian.engines.duties.owners import InUnit, LineOf, NamedOfficer, NamedPost
from peelian.engines.duties.owning import Answerable, answers_for
from peelian.engines.duties.passing import follow_posts
from peelian.engines.registers.models import Notice
from peelian.spine.happenings import What
from peelian.spine.officer import Officer
from peelian.spine.post import Holding
from people import FORCE, NOW, employ

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def people():
    return team()


def who(owner, **facts):
    found = answers_for(owner, facts, FORCE, NOW)
    return None if found is None else (found.post_ref, found.officer_ref, found.unit_ref)


def empty(post):
    Holding.objects.filter(post_ref=post).delete()


def come_into(post, officer, day):
    Holding.objects.create(
        record_id=f"h-{officer}-{day}",
        source="typed",
        force_id=FORCE,
        post_ref=post,
        officer_ref=officer,
        starts_on=day,
    )


def test_the_officer_whom_the_record_names():
    assert who(NamedOfficer(), officer_ref="no-patrol-officer") == (
        "post-patrol-officer",
        "no-patrol-officer",
        "N1",
    )


def test_the_post_with_a_role_in_the_unit_or_the_nearest_one_above():
    assert who(InUnit("patrol-officer"), unit_ref="N1") == (
        "post-patrol-officer",
        "no-patrol-officer",
        "N1",
    )
    assert who(InUnit("supervisor"), unit_ref="N1") == ("post-supervisor", "no-supervisor", "N1")


def test_somebody_who_took_part_never_answers_and_the_next_one_does():
    employ("supervisor", "N1", name="sergeant")
    review = InUnit("supervisor", never=("officer_ref", "present_refs"))

    assert who(review, unit_ref="N1", officer_ref="no-patrol-officer")[1] == "no-sergeant"
    assert (
        who(review, unit_ref="N1", officer_ref="x", present_refs="no-other, no-sergeant")[1]
        == "no-supervisor"
    )


def test_a_role_without_a_unit_is_looked_for_in_the_whole_force():
    employ("analyst", "S", name="analyst")

    assert who(InUnit("analyst"), unit_ref=None) == ("post-analyst", "no-analyst", "S")


def test_the_line_of_somebody_and_the_nearest_supervisor_where_none_is_named():
    employ("investigator", "N2", name="detective")

    assert who(LineOf(), officer_ref="no-patrol-officer")[0] == "post-supervisor"
    assert who(LineOf(), officer_ref="no-detective")[0] == "post-supervisor"


def test_nobody_supervises_themselves():
    assert who(LineOf(), officer_ref="no-supervisor") is None


def test_a_named_post():
    assert who(NamedPost(), post_ref="post-supervisor") == ("post-supervisor", "no-supervisor", "N")


def test_whoever_has_left_holds_nothing_and_the_supervisor_stands_in():
    Officer.objects.filter(officer_ref="no-patrol-officer").update(left_on=date(2026, 2, 1))

    found = answers_for(
        NamedOfficer(), {"officer_ref": "no-patrol-officer", "unit_ref": "N1"}, FORCE, NOW
    )

    assert found == Answerable(None, "no-supervisor", "N1", vacant=True)


def test_a_vacant_post_still_answers_and_somebody_stands_in():
    empty("post-patrol-officer")

    found = answers_for(InUnit("patrol-officer"), {"unit_ref": "N1"}, FORCE, NOW)

    assert found == Answerable("post-patrol-officer", "no-supervisor", "N1", vacant=True)


def test_where_nobody_at_all_is_there_nobody_answers():
    empty("post-patrol-officer")
    empty("post-supervisor")

    assert who(NamedOfficer(), officer_ref="no-patrol-officer", unit_ref="N1") is None


def test_an_empty_post_keeps_its_duty_and_whoever_comes_into_it_takes_it_on():
    tell("2026-03-27 14:00")
    settled("2026-03-27 14:01")
    empty("post-patrol-officer")

    assert follow_posts((REVIEW,), by=worker(), at=at("2026-03-27 15:00")) == 1
    duty = only_duty()
    assert (duty.officer_ref, duty.vacant) == ("no-supervisor", True)
    assert duty.post_ref == "post-patrol-officer"

    employ("call-handler", "F", name="successor")
    come_into("post-patrol-officer", "no-successor", date(2026, 3, 27))
    assert follow_posts((REVIEW,), by=worker(), at=at("2026-03-27 16:00")) == 1
    duty = only_duty()
    assert (duty.officer_ref, duty.vacant) == ("no-successor", False)
    # Nothing new is said, so settling again gives it to nobody else.
    tell("2026-03-27 16:30", name=What.SEARCHED, ref=("stopsearch", "other"))
    settled("2026-03-27 16:31")
    assert only_duty(of_id="search-S-1").officer_ref == "no-successor"


def test_what_any_post_with_the_role_may_do_goes_to_the_next_one_in_the_unit():
    ruled = REVIEW.__class__(**{**vars(REVIEW), "owner": InUnit("patrol-officer")})
    tell("2026-03-27 14:00")
    settled("2026-03-27 14:01", ruled)
    employ("patrol-officer", "N1", name="colleague")
    empty("post-patrol-officer")

    assert follow_posts((ruled,), by=worker(), at=at("2026-03-27 15:00")) == 1

    assert (only_duty().post_ref, only_duty().vacant) == ("post-colleague", False)


def test_a_duty_of_a_role_goes_to_whoever_comes_into_the_post(people):
    ruled = REVIEW.__class__(**{**vars(REVIEW), "owner": InUnit("patrol-officer")})
    tell("2026-03-27 14:00")
    settled("2026-03-27 14:01", ruled)
    Holding.objects.filter(post_ref="post-patrol-officer").update(ends_on=date(2026, 3, 27))
    successor = employ("call-handler", "F", name="successor")
    come_into("post-patrol-officer", "no-successor", date(2026, 3, 28))

    def follow(when):
        return follow_posts((ruled,), by=worker(), at=at(when))

    assert follow("2026-03-27 23:59") == 0
    assert follow("2026-03-28 00:01") == 1
    assert follow("2026-03-28 00:02") == 0

    duty = only_duty()
    assert (duty.officer_ref, duty.post_ref) == ("no-successor", "post-patrol-officer")
    assert notes() == ["begun", "passed on"]
    assert Notice.objects.get(kind="moved").user == successor
    assert set(Tie.objects.filter(ends_at=None).values_list("user", flat=True)) == {successor.pk}


def test_closed_duties_follow_nobody():
    tell("2026-03-27 14:00")
    settled("2026-03-27 14:01")
    only_duty().__class__.objects.update(state="Met")
    empty("post-patrol-officer")

    later = at("2026-03-27 14:00") + timedelta(days=1)
    assert follow_posts((REVIEW,), by=worker(), at=later) == 0
