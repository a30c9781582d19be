"""Any order, any repetition and any late news of the same events gives the same duties."""

from datetime import timedelta
from itertools import pairwise

from duty_samples import LAW, at, default, duties, event, rule
from hypothesis import given
from hypothesis import strategies as st

from peelian.engines.duties.calendars import Calendar
from peelian.engines.duties.clocks import Days, DependsOn, Earliest, Hours, OnDay, WorkingDays
from peelian.engines.duties.rule import Each, Pause, Retime
from peelian.engines.duties.unfold import Event, state_at, unfold
from peelian.engines.duties.words import State
from peelian.spine.happenings import What

NAMES = (
    What.SUSPECT_ARRESTED,
    What.VICTIM_RECORDED,
    What.VICTIM_UPDATED,
    What.ENHANCED_RIGHTS,
    What.REFERRED,
    What.REFERRAL_DECLINED,
    What.SUSPECT_SETTLED,
    What.CONTRACT_AGREED,
)
CLOCKS = (
    Hours(30),
    Days(2),
    WorkingDays(2),
    DependsOn("enhanced", (True,), WorkingDays(1), WorkingDays(5)),
    Earliest((OnDay("ends_on"), Days(4))),
    OnDay("ends_on"),
)
START = at("2026-03-26")

rules = st.builds(
    lambda clock, alone, each: rule(
        clock,
        about="investigation_ref",
        starts=(What.SUSPECT_ARRESTED, What.VICTIM_UPDATED),
        done_when=(What.VICTIM_UPDATED,),
        ends_when=(What.SUSPECT_SETTLED,),
        each=Each("victim_ref", (What.VICTIM_RECORDED,)) if each else None,
        retimed_by=(Retime(What.ENHANCED_RIGHTS, from_then=True), Retime(What.CONTRACT_AGREED)),
        pauses=(Pause(What.REFERRED, What.REFERRAL_DECLINED, "Waiting", LAW),),
        one_at_a_time=alone,
    ),
    st.sampled_from(CLOCKS),
    st.booleans(),
    st.booleans(),
)
events = st.builds(
    lambda name, hours, ref, sequence, facts: Event(
        str(name), START + timedelta(hours=hours), ("x", ref), facts, sequence
    ),
    st.sampled_from(NAMES),
    st.integers(0, 200),
    st.sampled_from("ABC"),
    st.integers(0, 3),
    st.fixed_dictionaries(
        {},
        optional={
            "victim_ref": st.sampled_from([None, "V-1", "V-2"]),
            "enhanced": st.booleans(),
            "ends_on": st.sampled_from([None, "2026-03-28", "2026-04-03", "tomorrow"]),
        },
    ),
)
histories = st.lists(events, max_size=14)


@given(rules, histories, st.data())
def test_order_and_repetition_change_nothing(ruled, history, data):
    """T51, T52: a feed that comes late, twice or out of order."""
    shuffled = data.draw(st.permutations(history))
    repeated = (
        [*shuffled, *data.draw(st.lists(st.sampled_from(history), max_size=6))] if history else []
    )

    assert duties(ruled, *repeated) == duties(ruled, *history)


@given(rules, histories, st.integers(0, 14))
def test_unfolding_what_was_known_first_leaves_no_trace(ruled, history, known):
    duties(ruled, *history[:known])

    assert duties(ruled, *history) == unfold(
        ruled, tuple(history), calendar=Calendar(), number=default
    )


@given(rules, histories, st.integers(0, 400))
def test_every_duty_makes_sense(ruled, history, hours):
    for one in duties(ruled, *history):
        assert one.done is None or one.ended is None
        closed = one.done or one.ended
        assert closed is None or closed.at >= one.started.at
        assert one.due_at is None or one.due_without <= one.due_at
        assert one.paused_minutes >= 0
        if one.cannot:
            assert one.due_at is None
        seen = state_at(one, START + timedelta(hours=hours))
        if closed is not None and closed.at <= START + timedelta(hours=hours):
            assert seen in (State.MET, State.MET_LATE, State.ENDED)
        else:
            assert seen in (State.RUNNING, State.PAUSED, State.LATE)


@given(rules.filter(lambda one: one.one_at_a_time), histories)
def test_one_at_a_time_never_runs_two_clocks(ruled, history):
    found = duties(ruled, *history)

    for former, latter in pairwise(found):
        if former.each == latter.each:
            closed = former.done or former.ended
            assert closed is not None
            assert closed.at <= latter.started.at


HOURS = 7
WORDS = {
    "start": What.BAILED,
    "done": What.BAIL_ENDED,
    "stop": What.REFERRED,
    "go": What.REFERRAL_DECLINED,
}


def walked(told):
    """The same by walking hour by hour with a stopwatch, as (start, state)."""
    found, running, still = [], None, False
    for hour in range(200):
        now = {word for word, when in told if when == hour}
        if ("stop" in now) != ("go" in now):
            still = "stop" in now
        closed = "done" in now and running is not None
        if closed:
            found.append((running[0], "Met" if running[1] else "Met late"))
            running = None
        if "start" in now and running is None:
            running = (hour, HOURS)
            if "done" in now and not closed:
                found.append((hour, "Met"))
                running = None
        if running and not still:
            running = (running[0], max(running[1] - 1, 0))
    if running:
        found.append((running[0], "Paused" if running[1] else "Late"))
    return found


@given(st.sets(st.tuples(st.sampled_from(sorted(WORDS)), st.integers(0, 40)), max_size=16))
def test_a_stopwatch_read_hour_by_hour_agrees(told):
    ruled = rule(
        Hours(HOURS),
        starts=(What.BAILED,),
        done_when=(What.BAIL_ENDED,),
        pauses=(Pause(What.REFERRED, What.REFERRAL_DECLINED, "Waiting", LAW),),
        one_at_a_time=True,
    )
    begun = at("2026-03-01")
    history = [
        event(f"{begun + timedelta(hours=hour):%Y-%m-%d %H:%M}", WORDS[word]) for word, hour in told
    ]
    found = [
        ((one.started.at - begun) // timedelta(hours=1), str(state_at(one, at("2026-03-20"))))
        for one in duties(ruled, *history)
    ]

    assert found == walked(told)
