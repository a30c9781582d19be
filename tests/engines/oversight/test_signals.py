"""Each signal as a worked example: what was looked at, by whom and when, and what is said of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from engines.oversight.look_up_samples import DAY, OFFICER, earlier, said_of, sight, with_a_task
from peelian.engines.oversight.evidence import TITLES, Signal
from peelian.engines.oversight.history import History, Night
from peelian.engines.oversight.looked_up import PersonFacts


def test_a_sight_with_a_task_at_work_says_nothing():
    assert said_of(with_a_task()) == {}


def test_no_tie_and_a_reason_chosen():
    assert said_of(sight(reason="enquiry")) == {
        Signal.NO_TIE: "Opened once without any tie to the person; the reason chosen: enquiry."
    }


def test_no_tie_and_no_reason():
    assert said_of(sight(), sight(sequence=2)) == {
        Signal.NO_TIE_NO_REASON: (
            "Opened twice without any tie to the person, and no reason was chosen."
        )
    }


def test_a_tie_that_came_later_explains_the_sight():
    """The task was written down after the work had begun."""
    person = PersonFacts("p-1", involved=frozenset({"person:officer"}))

    assert said_of(sight(reason="enquiry"), person=person) == {}


def test_a_colleague_of_the_actor_being_involved_explains_nothing():
    person = PersonFacts("p-1", involved=frozenset({"person:other"}))

    assert Signal.NO_TIE in said_of(sight(reason="enquiry"), person=person)


def test_the_same_person_three_times_in_one_day():
    said = said_of(sight(), sight(sequence=2), sight(sequence=3))

    assert said[Signal.AGAIN_SAME_DAY] == "Opened 3 times in one day without a tie."


def test_the_same_person_on_another_day():
    said = said_of(sight(), history=earlier(3))

    assert said[Signal.AGAIN_ANOTHER_DAY] == "Also opened without a tie on 27 February 2026."


def test_the_same_person_on_many_days():
    said = said_of(sight(), history=earlier(3, 9))

    assert said[Signal.AGAIN_MANY_DAYS] == "Opened without a tie on 3 days since 21 February 2026."
    assert Signal.AGAIN_ANOTHER_DAY not in said


def test_seeing_the_same_person_again_with_a_task_is_work():
    assert said_of(with_a_task(), history=earlier(3, 9)) == {}


def test_the_same_home_address_speaks_even_with_a_task():
    assert said_of(with_a_task(), person=PersonFacts("p-1", address="a-1")) == {
        Signal.SAME_ADDRESS: "The staff list and the person's record give the same home address."
    }


@pytest.mark.parametrize(
    "person",
    [
        PersonFacts("p-1", address="a-9"),  # where the officer once lived
        PersonFacts("p-1", address="a-2", former_addresses=frozenset({"a-1"})),
        PersonFacts("p-1", former_addresses=frozenset({"a-9"})),
    ],
)
def test_a_former_shared_address(person):
    assert list(said_of(with_a_task(), person=person)) == [Signal.FORMER_ADDRESS]


def test_a_neighbour():
    person = PersonFacts("p-1", address="a-2", street="s-1")

    assert list(said_of(with_a_task(), person=person)) == [Signal.SAME_STREET]


def test_addresses_that_nobody_knows_are_not_the_same_address():
    unknown = replace(OFFICER, address=None, street=None, former_addresses=frozenset())

    assert said_of(with_a_task(), staff=[unknown]) == {}


def test_a_rare_surname_in_the_forces_own_table():
    person = PersonFacts("p-1", surname="FEATHERSTONEHAUGH ")

    assert said_of(with_a_task(), person=person) == {
        Signal.RARE_SURNAME: (
            "Both are called Featherstonehaugh, as is about 1 in 60,000 of the people whom the "
            "force knows."
        )
    }


@pytest.mark.parametrize(
    ("surname", "signals"),
    [
        ("Ackroyd", [Signal.UNCOMMON_SURNAME]),  # 12 of 60,000, 1 in 5,000
        ("Smith", []),  # 1 in 30: no evidence of anything
        ("Nobody-has-it", []),  # a gap in the table is not the rarest name of all
    ],
)
def test_a_common_surname_is_no_evidence(surname, signals):
    staff = replace(OFFICER, surname=surname)

    assert (
        list(said_of(with_a_task(), staff=[staff], person=PersonFacts("p-1", surname=surname)))
        == signals
    )


@pytest.mark.parametrize(
    ("hour", "minute", "signals"),
    [
        (6, 40, []),  # twenty minutes early is being early
        (16, 59, []),
        (18, 0, [Signal.NEAR_SHIFT]),
        (20, 1, [Signal.OFF_SHIFT]),
        (2, 0, [Signal.OFF_SHIFT]),
    ],
)
def test_hours_away_from_the_shift(hour, minute, signals):
    said = said_of(sight(hour=hour, minute=minute))

    assert [one for one in said if one in (Signal.NEAR_SHIFT, Signal.OFF_SHIFT)] == signals


def test_off_shift_says_how_far_in_local_time():
    summer = timedelta(days=120)
    staff = replace(
        OFFICER, shifts=((DAY.replace(hour=6) + summer, DAY.replace(hour=16) + summer),)
    )
    said = said_of(replace(sight(hour=21), at=DAY + summer + timedelta(hours=21)), staff=[staff])

    assert said[Signal.OFF_SHIFT] == "Opened at 22:00, 5 hours from the nearest shift."


def test_overtime_with_a_task_is_overtime():
    assert said_of(with_a_task(hour=22)) == {}


def test_hours_that_nobody_knows_are_no_evidence():
    assert list(said_of(sight(hour=3), staff=[replace(OFFICER, shifts=None)])) == [
        Signal.NO_TIE_NO_REASON
    ]


def test_ones_own_record_is_said_once_and_not_again_by_address_and_name():
    own = PersonFacts("p-own", address="a-1", street="s-1", surname="Featherstonehaugh")

    assert said_of(with_a_task(person="p-own"), person=own) == {
        Signal.OWN_RECORD: "The record is about the member of staff who opened it."
    }


def test_declared_family():
    brother = PersonFacts("p-brother")

    assert list(said_of(with_a_task(person="p-brother"), person=brother)) == [
        Signal.DECLARED_FAMILY
    ]


def days_of(volume, count=10, actor="person:officer"):
    return tuple(
        Night((DAY - timedelta(days=days)).date(), {actor: volume}, {})
        for days in range(count, 0, -1)
    )


def test_unusual_volume_beside_ones_own_days():
    """Usually 10 a day, 40 today: (40 - 10) / sqrt(10) = 9.5 deviations."""
    work = [with_a_task(person=f"p-{n}", sequence=n) for n in range(2, 41)]
    said = said_of(sight(reason="enquiry"), *work, history=History(days_of(10)))

    assert said[Signal.HIGH_VOLUME] == (
        "The member of staff opened 40 records that day; their usual is 10."
    )


def test_a_volume_that_is_usual_in_the_unit_is_not_unusual():
    mate = replace(OFFICER, actor="person:mate")
    nights = tuple(
        replace(night, volumes={"person:officer": 10, "person:mate": 60, "person:third": 60})
        for night in days_of(10)
    )
    third = replace(OFFICER, actor="person:third")
    work = [with_a_task(person=f"p-{n}", sequence=n) for n in range(2, 41)]
    said = said_of(sight(), *work, staff=[OFFICER, mate, third], history=History(nights))

    assert Signal.HIGH_VOLUME not in said


def test_too_few_days_tell_nothing_of_the_usual():
    work = [with_a_task(person=f"p-{n}", sequence=n) for n in range(2, 41)]

    assert Signal.HIGH_VOLUME not in said_of(sight(), *work, history=History(days_of(10, count=4)))


def test_break_glass_without_a_tie_that_followed():
    assert Signal.BROKE_GLASS in said_of(sight(broke_glass=True))
    involved = PersonFacts("p-1", involved=frozenset({"person:officer"}))
    assert said_of(sight(broke_glass=True), person=involved) == {}


def test_a_record_that_the_force_watches_over():
    star = PersonFacts("p-1", marked=True)

    assert Signal.MARKED_RECORD in said_of(sight(), person=star)
    assert said_of(with_a_task(), person=star) == {}


def test_nobody_has_open_work_about_the_person():
    assert Signal.QUIET_RECORD in said_of(sight(), person=PersonFacts("p-1", open_work=False))
    assert Signal.QUIET_RECORD not in said_of(sight(), person=PersonFacts("p-1", open_work=True))
    assert Signal.QUIET_RECORD not in said_of(sight(), person=PersonFacts("p-1", open_work=None))


def test_a_quiet_record_off_shift_is_no_enquiry():
    said = said_of(sight(hour=23), person=PersonFacts("p-1", open_work=False))

    assert said[Signal.QUIET_OFF_SHIFT] == (
        "Nobody in the force has open work that concerns the person, and off shift nobody asks at "
        "the counter."
    )
    assert Signal.QUIET_RECORD not in said


def test_a_crowd_of_staff_without_a_tie():
    others = [
        Night(
            (DAY - timedelta(days=2)).date(), {}, {("person:a", "p-1"): 1, ("person:b", "p-1"): 2}
        )
    ]
    said = said_of(sight(), history=History(tuple(others)))

    assert said[Signal.CROWD] == (
        "3 members of staff have opened this person without a tie of late; this one first on "
        "2 March 2026."
    )


def test_every_signal_has_a_title():
    assert set(TITLES) == set(Signal)
