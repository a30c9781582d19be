"""One look: what access reads for a page is read once, and nothing of it outlives the page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from peelian.access.look import one_look, read_once
from peelian.access.seal import Seal
from peelian.access.standing import standing_of
from peelian.access.visible import visible
from peelian.areas.investigation.models import Investigation
from peelian.records.schema import type_key
from peelian.spine.models import Crime, Incident, Victim
from peelian.spine.post import Holding
from people import NOW, investigation, small_force

pytestmark = pytest.mark.django_db


def asked(*models, actor):
    with CaptureQueriesContext(connection) as questions:
        for model in models:
            visible(actor, model, at=NOW)
    return len(questions)


def test_four_types_ask_as_much_as_one():
    actor = small_force()["investigator"]
    with one_look():
        one = asked(Incident, actor=actor)
    with one_look():
        four = asked(Incident, Victim, Crime, Investigation, actor=actor)

    assert four == one


@pytest.mark.parametrize("role", ["investigator", "supervisor", "patrol-officer", "chief-officer"])
def test_within_a_look_the_answer_is_the_same_as_without(role):
    actor = small_force()[role]
    sealed = investigation("A", officer=f"no-{role}")
    Seal.objects.create(
        record_type=type_key(Investigation),
        record_id=sealed.record_id,
        force_id=sealed.force_id,
        starts_at=NOW,
        reason="a reason",
        sealed_by="person:x",
    )
    alone = [visible(actor, model, at=NOW) for model in (Investigation, Incident, Victim)]
    with one_look():
        visible(actor, Crime, at=NOW)
        together = [visible(actor, model, at=NOW) for model in (Investigation, Incident, Victim)]

    assert together == alone


def test_the_next_look_sees_what_was_taken_meanwhile():
    actor = small_force()["investigator"]
    with one_look():
        assert standing_of(actor, NOW).posts
    Holding.objects.filter(officer_ref=actor.officer_ref).delete()

    with one_look():
        assert standing_of(actor, NOW).posts == ()


def test_outside_a_look_everything_is_read_anew():
    actor = small_force()["investigator"]
    assert standing_of(actor, NOW).posts
    Holding.objects.filter(officer_ref=actor.officer_ref).delete()

    assert standing_of(actor, NOW).posts == ()


def test_two_people_in_one_look_are_told_apart():
    force = small_force()
    with one_look():
        one, other = (standing_of(force[who], NOW) for who in ("investigator", "supervisor"))

    assert (one.posts[0].post_ref, other.posts[0].post_ref) == (
        "post-investigator",
        "post-supervisor",
    )


def test_a_look_that_fails_leaves_nothing_behind():
    def broken():
        raise ValueError

    with pytest.raises(ValueError), one_look():  # noqa: PT011  # it has no message
        read_once("a", read=broken)
    assert [read_once("a", read=lambda: 1), read_once("a", read=lambda: 2)] == [1, 2]
