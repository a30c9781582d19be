"""Incidents: what was reported, how urgent it was held to be, and how long people waited."""

import numpy as np
import pyarrow as pa

from peelian.areas.contact.codes import EMERGENCY, NON_EMERGENCY
from peelian.sources.synthetic import rhythms, targets
from peelian.sources.synthetic.character import FLAGS_OFTEN_BLANK
from peelian.sources.synthetic.clock import happen
from peelian.sources.synthetic.columns import emptied, flags, moments, numbers, words
from peelian.sources.synthetic.draws import Draws, Flags, Floats, Ints
from peelian.sources.synthetic.lot import Lot
from peelian.sources.synthetic.order import HOME
from peelian.sources.synthetic.people import addresses, people
from peelian.spine.incident import Incident

GROWTH = 0.01
SEASON = 0.08
# Urgent, within hours, within days, settled by phone.
GRADE_WEIGHTS = (17.0, 33.0, 22.0, 28.0)
FIRST, SECOND, THIRD, BY_PHONE = range(4)
ABUSE_BY_GRADE = np.array([0.16, targets.ABUSE_OF_GRADE_2.value, 0.05, 0.02])
REGRADED = 0.06

ABUSE, WELFARE = "Domestic incident", "Concern for welfare"
CATEGORIES = (
    ABUSE,
    WELFARE,
    "Violence",
    "Anti-social behaviour",
    "Theft",
    "Burglary",
    "Road traffic collision",
    "Suspicious circumstances",
    "Missing person",
    "Other",
)
CATEGORY_WEIGHTS = (0.0, 16.0, 13.0, 16.0, 12.0, 4.0, 9.0, 14.0, 3.0, 13.0)
WELFARE_FROM = "2024-02"
LINES = (EMERGENCY, NON_EMERGENCY, "Online report", "Other", None)
LINE_WEIGHTS = (46.0, 34.0, 9.0, 9.0, 2.0)

# Hours to the arrival at shares of the incidents, joined by straight lines of their logarithms.
HOURS_IN_WEEK = 168.0
ABUSE_SHARES = (
    0.0,
    targets.ABUSE_IN_4_HOURS.value,
    0.5,
    1.0 - targets.ABUSE_OVER_7_DAYS.value,
    0.95,
    1.0,
)
ABUSE_HOURS = (0.1, 4.0, targets.ABUSE_TYPICAL_HOURS.value, HOURS_IN_WEEK, 600.0, 1200.0)
FIRST_SHARES, FIRST_HOURS = (0.0, 0.5, 0.8, 0.97, 1.0), (0.03, 0.16, 0.25, 0.6, 3.0)
THIRD_SHARES, THIRD_HOURS = (0.0, 0.1, 0.5, 0.85, 1.0), (0.5, 6.0, 30.0, 72.0, 500.0)

# What is not recorded.
NO_ARRIVAL = 0.06
NO_PLACE, NO_PERSON = 0.02, 0.12
NO_FLAG, NO_FLAG_OFTEN = 0.01, 0.4
TOLD, TOLD_NOT_RECORDED = 0.6, 0.2


def _share_by(hours: float) -> float:
    """The share of domestic abuse of grade 2 that was attended within so many hours."""
    return float(np.interp(np.log(hours), np.log(ABUSE_HOURS), ABUSE_SHARES))


# Such that the median of every incident of grade 2 is what the report says it is.
_TYPICAL = targets.GRADE_2_TYPICAL_HOURS.value
_ABUSE = targets.ABUSE_OF_GRADE_2.value
SHARE_BY_TYPICAL = (0.5 - _ABUSE * _share_by(_TYPICAL)) / (1.0 - _ABUSE)
SECOND_SHARES = (0.0, 0.3, SHARE_BY_TYPICAL, 0.9, 1.0)
SECOND_HOURS = (0.1, 4.0, _TYPICAL, 72.0, 336.0)


def rows(lot: Lot) -> pa.Table:
    """The incidents of one force and month."""
    draws = lot.draws("incident")
    size = lot.number(draws, lot.character.incidents, season=SEASON, growth=GROWTH)
    when = happen(draws, lot.month, size, by_hour=rhythms.EMERGENCIES, by_weekday=rhythms.BY_DAY)
    listed = [word for word, _limit in lot.character.grades]
    grade = draws.pick(GRADE_WEIGHTS, size)
    first = np.where(draws.chance(REGRADED, size), draws.pick(GRADE_WEIGHTS, size), grade)
    abuse = draws.chance(ABUSE_BY_GRADE[grade], size)
    category = np.where(abuse, 0, draws.pick(CATEGORY_WEIGHTS, size))
    attended = _attended(lot, draws, grade, category)
    minutes = np.floor(_hours(lot, draws, grade, abuse) * 60)
    arrived = when.in_seconds + minutes.astype(np.int64) * 60 + draws.below(np.full(size, 60))
    never = ~attended | draws.chance(NO_ARRIVAL, size)
    places = draws.pick(lot.ground.intensity("incident", lot.seed), size)
    no_flag = NO_FLAG_OFTEN if lot.slug == FLAGS_OFTEN_BLANK else NO_FLAG
    return lot.table(
        Incident,
        size,
        {
            **when.columns("opened_at"),
            "incident_ref": lot.keys("incident_ref", size, digits=16),
            "month": lot.month,
            "weekday": when.weekdays,
            "line": words(draws.pick(LINE_WEIGHTS, size), LINES),
            "category": words(category, CATEGORIES),
            "first_grade": words(first, listed),
            "grade": words(grade, listed),
            "domestic_abuse": flags(abuse, blank=draws.chance(no_flag, size)),
            "needs_attendance": flags(attended),
            "arrived_at": moments(arrived, blank=never),
            "minutes_to_arrival": numbers(minutes, blank=never),
            "told_of_delay": _told(lot, draws, grade, attended, minutes),
            "lsoa_code": emptied(lot.ground.codes(places), draws.chance(NO_PLACE, size)),
            "place_key": emptied(addresses(lot, draws, places), draws.chance(NO_PLACE, size)),
            "person_key": emptied(people(lot, draws, places), draws.chance(NO_PERSON, size)),
        },
    )


def _attended(lot: Lot, draws: Draws, grade: Ints, category: Ints) -> Flags:
    """Whether somebody was to be sent; fewer for welfare once other services took it over."""
    attended: Flags = grade != BY_PHONE
    if lot.slug == HOME and lot.month >= WELFARE_FROM:
        welfare = category == CATEGORIES.index(WELFARE)
        attended &= ~(welfare & draws.chance(targets.WELFARE_FALL.value, len(grade)))
    return attended


def _hours(lot: Lot, draws: Draws, grade: Ints, abuse: Flags) -> Floats:
    """Hours to the arrival, by grade and by whether it is domestic abuse."""
    share = draws.uniform(len(grade))
    hours = _at(share, FIRST_SHARES, FIRST_HOURS)
    second = grade == SECOND
    for which, shares, known in (
        (second & abuse, ABUSE_SHARES, ABUSE_HOURS),
        (second & ~abuse, SECOND_SHARES, SECOND_HOURS),
        (grade == THIRD, THIRD_SHARES, THIRD_HOURS),
    ):
        hours[which] = _at(share[which], shares, known)
    return hours * np.where(grade == FIRST, 1.0, lot.character.waits)


def _at(share: Floats, shares: tuple[float, ...], hours: tuple[float, ...]) -> Floats:
    return np.exp(np.interp(share, shares, np.log(hours)))


def _told(lot: Lot, draws: Draws, grade: Ints, attended: Flags, minutes: Floats) -> pa.Array:
    """Whether the caller was told of the delay, where there was one by the force's own limit."""
    limits = np.array([limit or np.inf for _word, limit in lot.character.grades])
    late = attended & (minutes > limits[grade])
    told = draws.chance(TOLD, len(grade))
    return flags(told, blank=~late | draws.chance(TOLD_NOT_RECORDED, len(grade)))
