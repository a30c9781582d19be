"""The list: highest score first, no longer than its cap, and the same every time."""

from dataclasses import replace

import pytest

from engines.oversight.look_up_samples import OFFICER, PLAIN, reviewed, sight, with_a_task
from peelian.engines.oversight.evidence import Signal
from peelian.engines.oversight.looked_up import PersonFacts
from peelian.engines.oversight.rules import Rules
from peelian.engines.oversight.weights import BadWeights, Weights, read_weights

STAFF = [replace(OFFICER, actor=f"person:{n:04}", shifts=None) for n in range(40)]


def one_sight_each(count):
    return [
        sight(sequence=n, actor=f"person:{n:04}", person=f"p-{n}", reason="enquiry")
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("staff", "cap"), [(4000, 10), (8000, 20), (3999, 9), (400, 1), (12, 1), (0, 1)]
)
def test_ten_alerts_a_day_for_four_thousand_staff(staff, cap):
    """A small force still gets one; a part of an alert is left out, never rounded up."""
    assert Rules().cap(staff) == cap


def test_the_list_stops_at_its_cap_and_counts_what_it_left_out():
    result = reviewed(*one_sight_each(30), staff=STAFF, rules=Rules(alerts_per_day=200))

    assert (len(result.listed), result.over) == (2, 28)  # 200 for 4,000 staff is 2 for 40
    assert (result.look_ups, result.pairs) == (30, 30)


def test_equal_scores_stand_in_the_order_of_actor_and_person_whatever_came_first():
    sights = one_sight_each(5)
    rules = Rules(alerts_per_day=300)
    forwards = reviewed(*sights, staff=STAFF, rules=rules)
    backwards = reviewed(*reversed(sights), staff=STAFF, rules=rules)

    assert [one.actor for one in forwards.listed] == ["person:0000", "person:0001", "person:0002"]
    assert forwards.listed == backwards.listed


def test_more_evidence_comes_first():
    result = reviewed(
        sight(sequence=1, actor="person:0001", person="p-1", reason="enquiry"),
        sight(sequence=2, actor="person:0002", person="p-2", reason="enquiry", broke_glass=True),
        staff=STAFF,
        rules=Rules(alerts_per_day=200),
    )

    assert [(one.actor, one.score) for one in result.listed] == [
        ("person:0002", 2.0),
        ("person:0001", 1.0),
    ]


def test_one_actor_does_not_fill_the_list():
    trawl = [sight(sequence=n, actor="person:0001", person=f"p-{n}") for n in range(9)]
    other = sight(sequence=99, actor="person:0002", person="p-99")
    result = reviewed(*trawl, other, staff=STAFF, rules=Rules(alerts_per_day=1000))

    assert [one.who for one in result.listed] == [
        ("person:0001", "p-0"),
        ("person:0001", "p-1"),
        ("person:0002", "p-99"),
    ]


def test_one_alert_for_a_pair_holds_all_evidence_and_all_sights():
    result = reviewed(
        sight(sequence=1, hour=22),
        sight(sequence=2, hour=23, broke_glass=True),
        people=[PersonFacts("p-1", address="a-1")],
    )

    (alert,) = result.listed
    assert alert.look_ups == (1, 2)
    assert alert.signals == {
        Signal.SAME_ADDRESS,
        Signal.NO_TIE_NO_REASON,
        Signal.OFF_SHIFT,
        Signal.BROKE_GLASS,
    }


def test_below_the_floor_nobody_is_listed():
    high = Weights(of=PLAIN.of, floor=2.0, origin="every signal weighs 1")

    assert reviewed(sight(), weights=high).listed == ()
    assert len(reviewed(sight(hour=23), weights=high).listed) == 1


def test_an_actor_on_no_staff_list_is_counted_and_judged_by_the_look_up_alone():
    result = reviewed(sight(actor="person:stranger", hour=3))

    assert result.unknown_staff == 1
    assert result.listed[0].signals == {Signal.NO_TIE_NO_REASON}


def test_a_quiet_night():
    result = reviewed(with_a_task())

    assert (result.listed, result.over, result.pairs) == ((), 0, 1)


def test_no_look_ups_at_all():
    assert reviewed().listed == ()


def test_the_frozen_weights_weigh_every_signal_and_say_whose_they_are():
    frozen = read_weights()

    assert set(frozen.of) == set(Signal)
    assert frozen.floor > frozen.of[Signal.NO_TIE], "no tie alone is no reason to list anybody"
    assert "no force's" in frozen.origin


def test_a_stronger_signal_never_weighs_less():
    of = read_weights().of

    assert of[Signal.NO_TIE] <= of[Signal.NO_TIE_NO_REASON]
    assert of[Signal.AGAIN_ANOTHER_DAY] <= of[Signal.AGAIN_MANY_DAYS]
    assert of[Signal.NEAR_SHIFT] <= of[Signal.OFF_SHIFT]
    assert of[Signal.UNCOMMON_SURNAME] <= of[Signal.RARE_SURNAME]
    assert of[Signal.QUIET_RECORD] <= of[Signal.QUIET_OFF_SHIFT]


def test_weights_must_be_whole():
    with pytest.raises(BadWeights, match="have no weight: crowd"):
        Weights({s: 1.0 for s in Signal if s is not Signal.CROWD}, floor=1.0, origin="")


def test_no_weight_speaks_for_anybody():
    with pytest.raises(BadWeights, match=r"crowd weighs -1\.0"):
        Weights(PLAIN.of | {Signal.CROWD: -1.0}, floor=1.0, origin="")


def test_a_file_of_weights_with_an_unknown_signal(tmp_path):
    path = tmp_path / "weights.json"
    path.write_text('{"weights": {"face": 1}, "floor": 1, "origin": "x"}')

    with pytest.raises(BadWeights, match="face"):
        read_weights(path)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"alerts_per_day": 0}, "1 or more"),
        ({"rare_surname": 0.5}, "no commoner"),
        ({"grace_hours": 4.0}, "no longer than near_hours"),
    ],
)
def test_settings_that_cannot_be(changes, words):
    with pytest.raises(ValueError, match=words):
        Rules(**changes)
