"""Which band of danger a suspect belongs to, with reasons that anyone can read (OFF-02).

A pure function of facts and of the force's own points. It suggests; a person decides.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from peelian.areas.offenders.settings import BAND_HIGH, BAND_MEDIUM
from peelian.engines.duties.settings import Setting

HIGH, MEDIUM, STANDARD = "High", "Medium", "Standard"
LONG_DAYS: Final = 28


@dataclass(frozen=True)
class SuspectFacts:
    """What is known of a suspect; None where it is not known, which is never "no"."""

    domestic_abuse: bool | None = None
    threat: bool | None = None
    weapon: bool | None = None
    child: bool | None = None
    managed: bool | None = None
    recalled: bool | None = None
    failed_bail: bool | None = None
    days_outstanding: int | None = None


@dataclass(frozen=True)
class Factor:
    """One thing that makes a suspect more dangerous, and the points that the force gives it."""

    key: str
    says: str
    holds: Callable[[SuspectFacts], bool | None]
    points: Setting


@dataclass(frozen=True)
class Banded:
    """A band, the points behind it, and a sentence for each factor that counts or is not known."""

    band: str
    points: int
    reasons: tuple[str, ...]


def _factor(
    key: str, says: str, points: int, holds: Callable[[SuspectFacts], bool | None]
) -> Factor:
    setting = Setting(f"offenders.band_{key}", f"Points where {says}", points, "points")
    return Factor(key, says, holds, setting)


def _long(facts: SuspectFacts) -> bool | None:
    days = facts.days_outstanding
    return None if days is None else days >= LONG_DAYS


FACTORS = (
    _factor("threat", "the suspect threatens somebody now", 5, lambda one: one.threat),
    _factor("child", "a child is at risk", 5, lambda one: one.child),
    _factor("abuse", "it is domestic abuse", 3, lambda one: one.domestic_abuse),
    _factor("weapon", "a weapon is thought to be at hand", 3, lambda one: one.weapon),
    _factor("managed", "the suspect is managed as an offender", 3, lambda one: one.managed),
    _factor("recalled", "the suspect is recalled to prison", 3, lambda one: one.recalled),
    _factor("bail", "the suspect failed to answer bail", 2, lambda one: one.failed_bail),
    _factor("long", f"the suspect is outstanding for {LONG_DAYS} days or more", 1, _long),
)
SETTINGS = (BAND_HIGH, BAND_MEDIUM, *(one.points for one in FACTORS))


def band_of(
    facts: SuspectFacts, numbers: Mapping[str, int], factors: tuple[Factor, ...] = FACTORS
) -> Banded:
    """The band of a suspect. `numbers` are the force's settings by key, each of `SETTINGS`.

    What is not known adds no points and is said, so that somebody can find out.
    """
    total, counted, unknown = 0, list[str](), list[str]()
    for factor in factors:
        holds = factor.holds(facts)
        if holds is None:
            unknown.append(f"Not known whether {factor.says}.")
        elif holds:
            points = numbers[factor.points.key]
            total += points
            counted.append(f"{points} {_points(points)}: {factor.says}.")
    band = STANDARD
    if total >= numbers[BAND_HIGH.key]:
        band = HIGH
    elif total >= numbers[BAND_MEDIUM.key]:
        band = MEDIUM
    summed = (
        f"{total} {_points(total)}: high from {numbers[BAND_HIGH.key]}, medium from "
        f"{numbers[BAND_MEDIUM.key]}."
    )
    return Banded(band, total, (summed, *counted, *unknown))


def _points(number: int) -> str:
    return "point" if number == 1 else "points"
