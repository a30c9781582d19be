"""Units, posts, holders, duties and absences by hand, and what goes when somebody leaves."""

from datetime import UTC, date, datetime, timedelta

import pytest

from peelian.access.actors import service_account
from peelian.access.decide import NotAllowed, may
from peelian.access.giving.attendance import record_absence, record_shift
from peelian.access.giving.posts import end_holding, hold_post, make_post
from peelian.access.giving.refusal import Refused
from peelian.access.giving.units import make_unit, move_unit
from peelian.access.units import units_under
from peelian.areas.investigation.models import Investigation
from peelian.spine.officer import Officer
from peelian.spine.post import Holding
from peelian.spine.unit import Unit
from people import FORCE, NOW, investigation

TODAY = date(2026, 3, 2)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def keeper(force):
    """Keeps units and posts."""
    return force["people-services"]


def new_unit(actor, **changes):
    said = {"unit_ref": "N3", "name": "North team three", "kind": "Team", "parent_ref": "N"}
    return make_unit(force_id=FORCE, on=TODAY, actor=actor, at=NOW, **(said | changes))


def move(actor, unit, parent, on=TODAY):
    return move_unit(force_id=FORCE, unit_ref=unit, parent_ref=parent, on=on, actor=actor, at=NOW)


def hold(actor, officer="no-analyst", post="post-investigator", on=TODAY, **more):
    return hold_post(
        force_id=FORCE, post_ref=post, officer_ref=officer, on=on, actor=actor, at=NOW, **more
    )


def test_a_new_unit_stands_under_its_parent(keeper, last_entry):
    made = new_unit(keeper)

    assert "N3" in units_under(FORCE, "N", on=TODAY)
    assert "N3" not in units_under(FORCE, "N", on=YESTERDAY)
    assert last_entry()[2] == ("unit", made.record_id)


def test_a_unit_moves_on_a_day_and_the_tree_of_before_stays(force, keeper):
    """The supervisor of the north sees the south team's work from the day of the move on."""
    record = investigation("A", unit="S1")
    move(keeper, "S1", "N")

    assert units_under(FORCE, "S", on=YESTERDAY) == {"S", "S1"}
    assert units_under(FORCE, "S", on=TODAY) == {"S"}
    assert may(force["supervisor"], "consult", Investigation, record, at=NOW)
    before = NOW - timedelta(days=1)
    assert not may(force["supervisor"], "consult", Investigation, record, at=before)


@pytest.mark.parametrize(
    ("unit", "parent", "sentence"),
    [
        ("N", "N1", "would stand under"),
        ("N", "N", "would stand under"),
        ("X", "N", "no unit 'X'"),
        ("N1", "X", "no unit 'X'"),
    ],
)
def test_a_unit_never_comes_to_stand_below_itself(keeper, unit, parent, sentence):
    before = Unit.objects.count()
    with pytest.raises(Refused, match=sentence):
        move(keeper, unit, parent)
    assert Unit.objects.count() == before


def test_what_an_extract_brought_is_changed_where_it_comes_from(keeper):
    Unit.objects.filter(unit_ref="N1").update(source="extracts")
    with pytest.raises(Refused, match="comes from an extract"):
        move(keeper, "N1", "S")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"unit_ref": "N1"}, "a unit N1 already"),
        ({"kind": "Gang"}, "no kind of unit"),
        ({"name": ""}, "its name in words"),
        ({"parent_ref": "X"}, "no unit 'X'"),
    ],
)
def test_a_unit_is_refused_in_a_sentence(keeper, changes, sentence):
    with pytest.raises(Refused, match=sentence):
        new_unit(keeper, **changes)


def test_only_the_power_keeps_the_organisation(force):
    for role in ("supervisor", "chief-officer", "records-manager"):
        with pytest.raises(NotAllowed):
            new_unit(force[role])
    with pytest.raises(NotAllowed):
        make_unit(
            force_id="cheshire",
            unit_ref="X",
            name="X",
            kind="Team",
            parent_ref=None,
            on=TODAY,
            actor=force["people-services"],
            at=NOW,
        )


def post(actor, **changes):
    said = {"post_ref": "new", "title": "New post", "unit_ref": "N1"}
    return make_post(force_id=FORCE, on=TODAY, actor=actor, at=NOW, **(said | changes))


def test_a_post_that_brings_roles_takes_the_power_to_give_them(force, keeper):
    assert post(keeper).roles is None
    with pytest.raises(NotAllowed, match="give roles"):
        post(keeper, post_ref="other", roles=["administrator"])
    made = post(force["administrator"], post_ref="other", roles=["supervisor", "investigator"])
    assert made.roles == "investigator,supervisor"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"post_ref": "post-analyst"}, "post-analyst already"),
        ({"unit_ref": "X"}, "no unit 'X'"),
        ({"line_post_ref": "X"}, "no post 'X'"),
        ({"title": " "}, "title in words"),
        ({"roles": ["sheriff"]}, "no role sheriff"),
    ],
)
def test_a_post_is_refused_in_a_sentence(force, changes, sentence):
    with pytest.raises(Refused, match=sentence):
        post(force["administrator"], **changes)


def test_whoever_leaves_a_post_loses_its_records_at_once_and_the_next_holder_has_them(
    force, keeper
):
    record = investigation("A", unit="N1")
    held = Holding.objects.get(post_ref="post-investigator")
    Holding.objects.update(source="typed")
    end_holding(holding=held, last_day=YESTERDAY, actor=keeper, at=NOW)
    assert not may(force["investigator"], "consult", Investigation, record, at=NOW)

    hold(keeper, officer="no-trail-reviewer")
    assert may(force["trail-reviewer"], "consult", Investigation, record, at=NOW)


def test_a_post_taken_away_on_its_first_day_was_never_held(force, keeper):
    post(force["administrator"], roles=["investigator"])
    made = hold(keeper, post="new")
    end_holding(holding=made, last_day=YESTERDAY, actor=keeper, at=NOW)

    assert not Holding.objects.filter(post_ref="new").exists()
    with pytest.raises(Refused, match="any more"):
        end_holding(holding=made, last_day=YESTERDAY, actor=keeper, at=NOW)
    hold(keeper, post="new", officer="no-supervisor")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "is held by no-investigator"),
        ({"post": "nowhere"}, "no post 'nowhere'"),
        ({"officer": "nobody"}, "number 'nobody'"),
        ({"until": YESTERDAY}, "before they come"),
        ({"on": date(2019, 1, 1), "until": date(2019, 2, 1)}, "does not exist on"),
    ],
)
def test_a_holding_is_refused_in_a_sentence(keeper, changes, sentence):
    with pytest.raises(Refused, match=sentence):
        hold(keeper, **changes)


def test_nobody_takes_a_role_by_putting_themselves_into_a_post(force, keeper):
    post(force["administrator"], roles=["records-manager"])
    with pytest.raises(Refused, match="by a post neither"):
        hold(keeper, officer="no-people-services", post="new")


def test_shifts_and_absences_are_written_down_and_the_kind_is_not_told(keeper, last_entry):
    begin = datetime(2026, 3, 2, 6, tzinfo=UTC)
    said = {"force_id": FORCE, "officer_ref": "no-analyst", "actor": keeper, "at": NOW}
    record_shift(starts_at=begin, ends_at=begin + timedelta(hours=9), unit_ref="N1", **said)
    with pytest.raises(Refused, match="a shift then already"):
        record_shift(
            starts_at=begin + timedelta(hours=8), ends_at=begin + timedelta(hours=17), **said
        )
    with pytest.raises(Refused, match="before it begins"):
        record_shift(starts_at=begin, ends_at=begin, **said)
    record_absence(starts_on=TODAY, kind="Sickness", **said)
    assert "Sickness" not in str(last_entry())
    with pytest.raises(Refused, match="away then already"):
        record_absence(starts_on=date(2026, 4, 1), **said)
    with pytest.raises(Refused, match="before it begins"):
        record_absence(starts_on=TODAY, ends_on=YESTERDAY, **said)
    with pytest.raises(Refused, match="number 'nobody'"):
        record_absence(starts_on=TODAY, **(said | {"officer_ref": "nobody"}))


def test_the_command_line_may_do_the_same(force):
    assert new_unit(service_account("command-line")).unit_ref == "N3"
    assert Officer.objects.exists()
