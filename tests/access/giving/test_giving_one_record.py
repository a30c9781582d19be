"""Ties, conflicts, seals, broken glass and shares: what opens or shuts single records."""

from datetime import timedelta

import pytest

from peelian.access.decide import NotAllowed, may
from peelian.access.giving.conflicts import About, declare_conflict, end_conflict
from peelian.access.giving.glass import break_glass
from peelian.access.giving.refusal import NothingThere, Refused
from peelian.access.giving.seals import seal, seals_kept
from peelian.access.giving.shares import PersonalFields, Terms, end_share, share
from peelian.access.giving.ties import tie, untie
from peelian.access.giving.unsealing import (
    add_member,
    ask_member,
    ask_to_lift,
    end_membership,
    lift_seal,
)
from peelian.access.visible import visible
from peelian.areas.investigation.models import Investigation
from peelian.areas.standards.models import ConductMatter
from peelian.spine.person import Involvement
from people import FORCE, NOW, investigation, matter

SOON = NOW + timedelta(seconds=1)
TERMS = Terms("safe housing", "Crime and Disorder Act 1998, section 115", NOW + timedelta(days=30))


def sees(user, record, field=None, at=NOW):
    return may(user, "consult", type(record), record, field, at=at)


# Ties


def test_a_supervisor_ties_somebody_and_unties_them(force, last_entry):
    record = investigation("A", unit="N2")
    assert not sees(force["patrol-officer"], record)

    tied = tie(
        user=force["patrol-officer"], record=record, kind="task", actor=force["supervisor"], at=NOW
    )
    assert sees(force["patrol-officer"], record)
    assert last_entry()[3] == {
        "what": "tied",
        "who": force["patrol-officer"].key,
        "kind": "task",
        "result": "done",
    }

    untie(tied=tied, record=record, actor=force["supervisor"], at=SOON)
    assert not sees(force["patrol-officer"], record, at=SOON)


def test_whoever_may_not_change_a_record_ties_nobody_to_it(force):
    record = investigation("A", unit="S1")
    for actor in ("supervisor", "chief-officer", "administrator"):
        with pytest.raises(NotAllowed):
            tie(
                user=force["patrol-officer"],
                record=record,
                kind="task",
                actor=force[actor],
                at=NOW,
            )


def test_nobody_ties_themselves_but_anybody_may_leave(force):
    record = investigation("A", unit="N1")
    with pytest.raises(Refused, match="ties themselves"):
        tie(user=force["supervisor"], record=record, kind="owns", actor=force["supervisor"], at=NOW)
    tied = tie(
        user=force["patrol-officer"], record=record, kind="task", actor=force["supervisor"], at=NOW
    )
    untie(tied=tied, actor=force["patrol-officer"], at=SOON)
    with pytest.raises(Refused, match="name the record"):
        untie(tied=tied, actor=force["supervisor"], at=SOON)


# Conflicts


def test_a_declared_conflict_beats_the_tie_and_only_another_ends_it(force):
    record = investigation("A", unit="N1", officer="no-investigator")
    user = force["investigator"]
    made = declare_conflict(
        user=user,
        kind="friend",
        force_id=FORCE,
        of=About(record_type="investigation", record_id=record.record_id),
        actor=user,
        at=NOW,
    )
    assert not sees(user, record)
    with pytest.raises(Refused, match="their own conflict"):
        end_conflict(conflict=made, reason="all well", actor=user, at=SOON)

    end_conflict(conflict=made, reason="named in error", actor=force["supervisor"], at=SOON)
    assert sees(user, record, at=SOON)


def test_a_conflict_with_a_person_closes_every_record_in_which_they_have_a_part(force):
    record = investigation("A", unit="N1")
    Involvement.objects.create(
        record_id="i1",
        source="extracts",
        force_id=FORCE,
        person_key="P7",
        record_type="investigation",
        reference="A",
        part="Witness",
        basis="Fact",
    )
    declare_conflict(
        user=force["patrol-officer"],
        kind="family",
        force_id=FORCE,
        of=About(person_key="P7"),
        actor=force["patrol-officer"],
        at=NOW,
    )
    assert not sees(force["patrol-officer"], record)
    assert sees(force["investigator"], record)


def test_declaring_for_others_takes_the_power(force):
    said = {"kind": "friend", "force_id": FORCE, "of": About(person_key="P7"), "at": NOW}
    declare_conflict(user=force["investigator"], actor=force["supervisor"], **said)
    with pytest.raises(NotAllowed):
        declare_conflict(user=force["supervisor"], actor=force["investigator"], **said)


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"person_key": "P", "record_type": "investigation", "record_id": "r"},
        {"record_id": "r"},
        {"person_key": "P", "record_type": "investigation"},
    ],
)
def test_a_conflict_is_about_one_thing(parts):
    with pytest.raises(Refused, match="either the key of a person, or a record"):
        About(**parts)


# Seals


def sealed_by_standards(force, record):
    return seal(
        record=record,
        members=[force["standards-investigator"], force["investigator"]],
        reason="an officer's family",
        actor=force["standards-investigator"],
        at=NOW,
    )


def test_a_sealed_record_exists_for_its_members_only(force):
    record = investigation("A", unit="N1")
    kept = sealed_by_standards(force, record)

    assert sees(force["investigator"], record)
    assert not sees(force["supervisor"], record)
    assert not sees(force["records-manager"], record)
    assert seals_kept(force["investigator"], at=NOW) == [kept]
    assert seals_kept(force["records-manager"], at=NOW) == []


def test_sealing_a_hidden_or_sealed_record_answers_as_if_there_were_none(force):
    record, about_me = investigation("A"), matter("B", about="no-standards-investigator")
    sealed_by_standards(force, record)
    for one, actor in ((record, "records-manager"), (about_me, "standards-investigator")):
        with pytest.raises(NothingThere, match="no such record"):
            seal(
                record=one,
                members=[force["investigator"]],
                reason="x",
                actor=force[actor],
                at=NOW,
            )


def test_a_seal_names_somebody_else_and_takes_the_power(force):
    record = investigation("A")
    actor = force["standards-investigator"]
    with pytest.raises(Refused, match="one other person"):
        seal(record=record, members=[actor], reason="x", actor=actor, at=NOW)
    with pytest.raises(NotAllowed):
        seal(
            record=record,
            members=[force["investigator"]],
            reason="x",
            actor=force["supervisor"],
            at=NOW,
        )


def test_two_people_add_a_member(force):
    record = investigation("A")
    kept = sealed_by_standards(force, record)
    maker, other = force["standards-investigator"], force["investigator"]
    asked = ask_member(kept=kept, user=force["patrol-officer"], reason="helps", actor=maker, at=NOW)

    assert not sees(force["patrol-officer"], record)
    with pytest.raises(Refused, match="never one person alone"):
        add_member(asked=asked, actor=maker, at=NOW)
    with pytest.raises(NothingThere):
        add_member(asked=asked, actor=force["records-manager"], at=NOW)
    member = add_member(asked=asked, actor=other, at=NOW)
    assert sees(force["patrol-officer"], record)
    with pytest.raises(Refused, match="answered already"):
        add_member(asked=asked, actor=other, at=NOW)

    end_membership(member=member, actor=maker, at=SOON)
    assert not sees(force["patrol-officer"], record, at=SOON)


def test_two_people_lift_a_seal(force, last_entry):
    record = investigation("A")
    kept = sealed_by_standards(force, record)
    maker, other = force["standards-investigator"], force["investigator"]
    with pytest.raises(Refused, match="Nobody has asked"):
        lift_seal(kept=kept, actor=other, at=NOW)
    with pytest.raises(NotAllowed):
        ask_to_lift(kept=kept, reason="over", actor=other, at=NOW)

    ask_to_lift(kept=kept, reason="over", actor=maker, at=NOW)
    with pytest.raises(Refused, match="never one person alone"):
        lift_seal(kept=kept, actor=maker, at=NOW)
    assert not sees(force["supervisor"], record)
    lift_seal(kept=kept, actor=other, at=SOON)
    assert sees(force["supervisor"], record, at=SOON)
    assert last_entry()[3]["asked_by"] == maker.trail_name


def test_the_last_member_stays(force):
    kept = sealed_by_standards(force, investigation("A"))
    first, last = kept.members.order_by("pk")
    end_membership(member=first, actor=force["standards-investigator"], at=SOON)
    with pytest.raises(Refused, match="Somebody must be able"):
        end_membership(member=last, actor=force["standards-investigator"], at=SOON)


# Broken glass


def break_it(force, record, actor="patrol-officer", model=Investigation, record_id=None):
    return break_glass(
        model=model,
        record_id=record_id or record.record_id,
        record=record,
        reason="life",
        actor=force[actor],
        at=NOW,
    )


def test_broken_glass_opens_at_once_for_four_hours(force, last_entry):
    record = investigation("A", unit="S1")
    break_it(force, record)

    assert sees(force["patrol-officer"], record, "summary")
    assert last_entry()[1:] == (
        "consulted",
        ("investigation", record.record_id),
        {"what": "glass broken", "reason": "Somebody may be in danger", "result": "done"},
    )
    assert sees(force["patrol-officer"], record, at=NOW + timedelta(hours=3, minutes=59))
    assert not sees(force["patrol-officer"], record, at=NOW + timedelta(hours=4))


def test_a_force_sets_its_own_hours(force, settings):
    settings.GLASS_HOURS = 1
    broken = break_it(force, investigation("A", unit="S1"))

    assert broken.ends_at == NOW + timedelta(hours=1)


def test_conflict_seal_and_nothing_answer_alike_and_each_is_in_the_trail(force, last_entry):
    sealed_record, mine = investigation("A", unit="S1"), investigation("B", unit="S1")
    seal(
        record=sealed_record,
        members=[force["investigator"]],
        reason="x",
        actor=force["standards-investigator"],
        at=NOW,
    )
    declare_conflict(
        user=force["patrol-officer"],
        kind="family",
        force_id=FORCE,
        of=About(record_type="investigation", record_id=mine.record_id),
        actor=force["patrol-officer"],
        at=NOW,
    )
    heard = []
    for record, record_id in ((sealed_record, None), (mine, None), (None, "no-such-record")):
        with pytest.raises(NothingThere) as found:
            break_it(force, record, record_id=record_id)
        _, verb, _, detail = last_entry()
        heard.append((str(found.value), verb, detail))
    assert heard[0] == heard[1] == heard[2]
    assert heard[0][1] == "denied"


def test_glass_opens_records_of_policing_only_and_takes_the_power(force):
    with pytest.raises(NothingThere):
        break_it(force, matter("A", about="no-supervisor"), model=ConductMatter)
    with pytest.raises(NothingThere):
        break_it(force, investigation("A"), actor="administrator")
    with pytest.raises(Refused, match="at most 300"):
        break_glass(
            model=Investigation,
            record_id="x",
            record=None,
            reason="life",
            words="x" * 301,
            actor=force["patrol-officer"],
            at=NOW,
        )


# Shares


def shared(force, **changes):
    said = {
        "force_id": FORCE,
        "partner_ref": "P",
        "model": Investigation,
        "fields": ["offence", "state"],
        "unit_ref": "N",
        "terms": TERMS,
        "actor": force["chief-officer"],
        "at": NOW,
    }
    return share(**(said | changes))


def test_a_share_shows_the_named_fields_until_it_ends(force, last_entry):
    record, other = investigation("A", unit="N1"), investigation("B", unit="S1")
    made = shared(force)

    seen = visible(force["partner"], Investigation, at=NOW)
    assert seen.open_fields(record) == {"offence", "state"}
    assert sees(force["partner"], record, "offence")
    assert not sees(force["partner"], record, "summary")
    assert not sees(force["partner"], other)
    assert last_entry()[1] == "disclosed"
    assert last_entry()[3]["fields"] == ["offence", "state"]

    end_share(shared=made, reason="not needed", actor=force["chief-officer"], at=SOON)
    assert not sees(force["partner"], record, "offence", at=SOON)


def test_personal_fields_have_to_be_agreed_to(force):
    with pytest.raises(PersonalFields, match="summary may say who somebody is"):
        shared(force, fields=["summary"])
    made = shared(force, fields=["summary", "offence"], personal_agreed=True)

    assert made.fields == "offence,summary"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"fields": []}, "Name the fields"),
        ({"fields": ["colour"]}, "no field colour: choose from"),
        ({"partner_ref": "N1"}, "no partner agency"),
        ({"unit_ref": "X"}, "no unit 'X'"),
        ({"unit_ref": ""}, "name one of the two"),
        ({"model": Involvement, "unit_ref": "N"}, "share the record"),
        ({"model": ConductMatter}, "belong to no unit"),
        ({"terms": Terms("x", "y", NOW)}, "end before it begins"),
        ({"terms": Terms("", "y", SOON)}, "Say what for"),
        ({"terms": Terms("x", "", SOON)}, "Say by which law"),
    ],
)
def test_a_share_is_refused_in_a_sentence(force, changes, sentence):
    with pytest.raises(Refused, match=sentence):
        shared(force, **changes)


def test_a_sealed_record_is_not_shared_and_only_the_power_shares(force):
    record = investigation("A")
    made = shared(force, unit_ref="", record=record)
    assert made.record_id == record.record_id
    sealed_by_standards(force, record)
    with pytest.raises(NothingThere):
        shared(force, unit_ref="", record=record)
    with pytest.raises(NotAllowed):
        shared(force, actor=force["supervisor"])
