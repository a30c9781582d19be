"""Signals from how a record was opened: they speak only where no tie explains the sight.

With a task in hand, a sight after the end of a shift is overtime and a second one is work.
"""

from datetime import date

from peelian.engines.oversight.evidence import Evidence, Signal
from peelian.engines.oversight.history import local_day
from peelian.engines.oversight.pairs import Pair

HOUR = 3600.0  # seconds


def no_tie(pair: Pair) -> Evidence | None:
    """No task, case, unit or area joined the actor to the person, then or by now."""
    if not pair.untied:
        return None
    count = _times(len(pair.untied))
    reasons = sorted({one.reason for one in pair.untied if one.reason})
    if not reasons:
        return Evidence(
            Signal.NO_TIE_NO_REASON,
            f"Opened {count} without any tie to the person, and no reason was chosen.",
        )
    return Evidence(
        Signal.NO_TIE,
        f"Opened {count} without any tie to the person; the reason chosen: {', '.join(reasons)}.",
    )


def repeated(pair: Pair) -> Evidence | None:
    """The same person again and again without a task, by days or within one day."""
    if not pair.untied:
        return None
    days = 1 + len(pair.earlier)
    if days >= 3:
        return Evidence(
            Signal.AGAIN_MANY_DAYS,
            f"Opened without a tie on {days} days since {_date(min(pair.earlier))}.",
        )
    if days == 2:
        return Evidence(
            Signal.AGAIN_ANOTHER_DAY,
            f"Also opened without a tie on {_date(pair.earlier[0])}.",
        )
    if len(pair.untied) >= pair.rules.several_in_a_day:
        return Evidence(
            Signal.AGAIN_SAME_DAY, f"Opened {_times(len(pair.untied))} in one day without a tie."
        )
    return None


def off_shift(pair: Pair) -> Evidence | None:
    """Outside the actor's hours at work; unknown hours are no evidence."""
    gaps = [
        (gap.total_seconds() / HOUR, one)
        for one in pair.untied
        if (gap := pair.staff.away_from_shift(one.at)) is not None
    ]
    if not gaps:
        return None
    hours, furthest = max(gaps, key=lambda gap: (gap[0], -gap[1].sequence))
    if hours <= pair.rules.grace_hours:
        return None
    local = furthest.at.astimezone(pair.rules.zone)
    sentence = f"Opened at {local:%H:%M}, {_hours(hours)} from the nearest shift."
    if hours <= pair.rules.near_hours:
        return Evidence(Signal.NEAR_SHIFT, sentence)
    return Evidence(Signal.OFF_SHIFT, sentence)


def unusual_volume(pair: Pair) -> Evidence | None:
    """On a day on which the actor opened far more records than usual."""
    if not pair.untied or pair.unusual is None:
        return None
    return Evidence(
        Signal.HIGH_VOLUME,
        f"The member of staff opened {pair.unusual.count} records that day; "
        f"their usual is {pair.unusual.usual:g}.",
    )


def quiet_record(pair: Pair) -> Evidence | None:
    """Nobody at all has work about this person, so no colleague can have asked for help with it.

    At work that is what an enquiry at the counter looks like. Off shift it is not.
    """
    if not pair.untied or pair.person.open_work is not False:
        return None
    sentence = "Nobody in the force has open work that concerns the person"
    away = off_shift(pair)
    if away is not None and away.signal is Signal.OFF_SHIFT:
        return Evidence(
            Signal.QUIET_OFF_SHIFT, f"{sentence}, and off shift nobody asks at the counter."
        )
    return Evidence(Signal.QUIET_RECORD, f"{sentence}.")


def broke_glass(pair: Pair) -> Evidence | None:
    """Opened in an emergency of the actor's own declaring."""
    if not any(one.broke_glass for one in pair.untied):
        return None
    return Evidence(Signal.BROKE_GLASS, "Opened by break-glass, and no tie has followed.")


def crowd(pair: Pair) -> Evidence | None:
    """One of several staff without a tie who looked at the same person."""
    if not pair.untied or pair.crowd < pair.rules.crowd:
        return None
    earliest = min((*pair.earlier, local_day(pair.look_ups[0].at, pair.rules.zone)))
    return Evidence(
        Signal.CROWD,
        f"{pair.crowd} members of staff have opened this person without a tie of late; "
        f"this one first on {_date(earliest)}.",
    )


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _hours(hours: float) -> str:
    return f"{hours:.0f} hours" if hours >= 1.5 else f"{60 * hours:.0f} minutes"


def _date(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
