"""The settings of the review, each with who says so. A force changes them in its own settings."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Rules:
    """What the review goes by. Every figure is Peelian's default and nobody's policy.

    `alerts_per_day` for `per_staff` staff is the most that is listed in one night, with one at
    least; `most_of_one_actor` keeps one actor from filling the list. `days_remembered` bounds how
    far back repeats and usual volumes are counted. Surname shares are parts of the people in the
    force's own persons table. Hours are distances from the nearest shift. `kept_days` after its
    newest verdict an alert is listed for somebody to decide whether it is kept on, and
    `kept_suspected_days` (six years) after it where misuse was ever suspected.
    """

    alerts_per_day: int = 10
    per_staff: int = 4000
    most_of_one_actor: int = 2
    days_remembered: int = 28
    several_in_a_day: int = 3
    rare_surname: float = 1 / 20_000
    uncommon_surname: float = 1 / 4_000
    grace_hours: float = 0.5
    near_hours: float = 3.0
    volume_distance: float = 5.0
    crowd: int = 3
    explained_days: int = 28
    undecided_days: int = 7
    wrong_signal_days: int = 365
    smallest_group: int = 10
    kept_days: int = 365
    kept_suspected_days: int = 2190
    zone: ZoneInfo = LONDON
    authority: str = "Peelian's default"

    def __post_init__(self) -> None:
        if self.alerts_per_day < 1 or self.per_staff < 1 or self.most_of_one_actor < 1:
            raise ValueError("alerts_per_day, per_staff and most_of_one_actor must be 1 or more.")
        if not 0 < self.rare_surname <= self.uncommon_surname < 1:
            raise ValueError(
                f"A rare surname ({self.rare_surname:g}) must be no commoner than an uncommon one "
                f"({self.uncommon_surname:g}), both as shares between 0 and 1."
            )
        if not 0 <= self.grace_hours <= self.near_hours:
            raise ValueError("grace_hours must be 0 or more and no longer than near_hours.")

    def cap(self, staff: int) -> int:
        """The most alerts of one night in a force with so many staff."""
        return max(1, self.alerts_per_day * staff // self.per_staff)


DEFAULTS = Rules()
