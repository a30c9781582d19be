"""Worked examples of the measures that every duty has: rows in, answer out, worked by hand.

What a row does not say is filled with an unremarkable value (Staffordshire, March 2021).
"""

from peelian.engines.duties.models import Duty
from peelian.engines.measures.declared import Example


def in_time(key: str) -> tuple[Example, ...]:
    """Only what fell due is judged."""
    return (
        Example(
            says=(
                "In N1 two of three that fell due were met in time; in N2 the one that fell due "
                "was met late. What was waived, became void, runs or stands still is not judged, "
                "nor is another duty."
            ),
            rows={
                Duty: f"""
                    rule    | unit_ref | state    | due_at
                    {key}   | N1       | Met      | 2021-03-10T00:00:00+00:00
                    {key}   | N1       | Met      | 2021-03-11T00:00:00+00:00
                    {key}   | N1       | Late     | 2021-03-12T00:00:00+00:00
                    {key}   | N1       | Waived   | 2021-03-12T00:00:00+00:00
                    {key}   | N1       | Running  | 2021-03-31T00:00:00+00:00
                    {key}   | N1       | Paused   |
                    {key}   | N2       | Met late | 2021-03-10T00:00:00+00:00
                    {key}   | N2       | Ended    | 2021-03-10T00:00:00+00:00
                    another | N2       | Met      | 2021-03-10T00:00:00+00:00
                    """
            },
            by=("unit",),
            shows="N1: 2 of 3, 67%\nN2: 0 of 1, 0%",
        ),
        Example(
            says="A record that states no end is unknown, and stays in the whole.",
            rows={
                Duty: f"""
                    rule  | state | due_at
                    {key} | Met   | 2021-03-10T00:00:00+00:00
                    {key} | Late  |
                    """
            },
            shows="1 of 2, 50%, 1 unknown",
        ),
    )


def lateness(key: str) -> tuple[Example, ...]:
    """Only what was met, and late."""
    return (
        Example(
            says=(
                "The middle of 10, 60 and 2,000 minutes is 60. What was met in time and what is "
                "late and still open has no such minutes."
            ),
            rows={
                Duty: f"""
                    rule  | state    | late_minutes
                    {key} | Met late | 10
                    {key} | Met late | 60
                    {key} | Met late | 2000
                    {key} | Met      |
                    {key} | Late     |
                    """
            },
            shows="3, 60.0; Nine in ten: 1,612.0 minutes (26.9 hours) or less",
        ),
    )


def paused(key: str) -> tuple[Example, ...]:
    """Only clocks that stood still and have run out."""
    return (
        Example(
            says=(
                "The middle of 120 and 240 minutes is 180. A clock that never stood still is not "
                "asked about, nor is one that stands still now."
            ),
            rows={
                Duty: f"""
                    rule  | state    | paused_minutes
                    {key} | Met      | 120
                    {key} | Met late | 240
                    {key} | Met      | 0
                    {key} | Paused   | 900
                    """
            },
            shows="2, 180.0; Nine in ten: 228.0 minutes (3.8 hours) or less",
        ),
    )
