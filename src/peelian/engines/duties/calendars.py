"""Local days and working days: midnight in London, weekends and the bank holidays of each part."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Final, Literal

import holidays

from peelian.records.derive import CALENDAR_ZONE
from peelian.spine.force import UnknownForce, force

Part = Literal["ENG", "SCT", "NIR"]
# England and Wales keep the same bank holidays; a force without a country of its own keeps them.
PARTS: Final[dict[str, Part]] = {"Scotland": "SCT", "Northern Ireland": "NIR"}
SATURDAY: Final = 5
A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """Working days in one part of the United Kingdom.

    Bank holidays with their substitute days are those of the `holidays` library. One that is
    proclaimed later (a funeral, a jubilee) is known from the release of the library that names it.
    """

    part: Part = "ENG"

    def holiday(self, day: date) -> str:
        """What the bank holiday of this day is called; empty where there is none."""
        return _bank_holidays(self.part, day.year).get(day, "")

    def is_working(self, day: date) -> bool:
        """Whether this is a day from Monday to Friday that is no bank holiday."""
        return day.weekday() < SATURDAY and not self.holiday(day)

    def working_day_from(self, day: date) -> date:
        """This day if it is a working day, else the first one after it."""
        while not self.is_working(day):
            day += A_DAY
        return day

    def working_days_after(self, day: date, number: int) -> date:
        """The working day that is the `number`-th after this day; 0 is `working_day_from`."""
        if not number:
            return self.working_day_from(day)
        for _ in range(number):
            day = self.working_day_from(day + A_DAY)
        return day


@cache
def _bank_holidays(part: Part, year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("GB", subdiv=part, years=year))


def calendar_of(force_id: str) -> Calendar:
    """The calendar by which a force counts working days; England and Wales where none is known."""
    try:
        country = force(force_id).country
    except UnknownForce:
        country = ""
    return Calendar(PARTS.get(country, "ENG"))


def wall(moment: datetime) -> datetime:
    """What clocks on the wall show at a moment: local time without a zone."""
    return moment.astimezone(CALENDAR_ZONE).replace(tzinfo=None)


def local_day(moment: datetime) -> date:
    """The local day in which a moment lies."""
    return wall(moment).date()


def midnight(day: date) -> datetime:
    """The first moment of a local day, in UTC."""
    return datetime.combine(day, time(), CALENDAR_ZONE).astimezone(UTC)


def after_day(day: date) -> datetime:
    """The first moment after a local day, in UTC."""
    return midnight(day + A_DAY)
