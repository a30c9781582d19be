"""The hours of a month: when things happen, and what the calendar says of it in local time.

A zone that differs from UTC by whole hours keeps every hour of UTC within one hour of local time,
so the local date, weekday and hour of a row are looked up by its hour and never computed for it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa

from peelian.records import months
from peelian.records.derived import ZONE
from peelian.sources.synthetic.columns import moments, numbers
from peelian.sources.synthetic.draws import Draws, Floats, Ints

HOUR = 3600
QUARTER = 900
# How much each day differs from its kind, as the standard deviation of logarithms.
SCATTER_OF_DAYS = 0.08


@dataclass(frozen=True, eq=False)
class Hours:
    """Every hour that begins in one local month, in UTC, with what the local calendar says."""

    starts: Ints
    dates: Ints
    weekdays: Ints
    hours: Ints

    def weights(self, by_hour: Floats, by_weekday: Floats, draws: Draws) -> Floats:
        """How much happens in each hour: by hour, by weekday, and no two days alike."""
        first = int(self.dates[0])
        days = draws.times(SCATTER_OF_DAYS, int(self.dates[-1]) - first + 1)
        return by_hour[self.hours] * by_weekday[self.weekdays - 1] * days[self.dates - first]


@dataclass(frozen=True, eq=False)
class Moments:
    """When rows happened: the place of each row's hour in its month, and the seconds into it."""

    hours: Hours
    places: Ints
    seconds: Ints

    @property
    def in_seconds(self) -> Ints:
        """Seconds since 1970, UTC."""
        return self.hours.starts[self.places] + self.seconds

    def columns(self, moment: str) -> dict[str, pa.Array]:
        """The moment and what is derived from it, as `records.derived` says."""
        hours = self.hours
        return {
            moment: moments(self.in_seconds),
            "local_date": pa.array(hours.dates[self.places].astype(np.int32)).cast(pa.date32()),
            "hour": numbers(hours.hours[self.places]),
        }

    @property
    def weekdays(self) -> pa.Array:
        """1 (Monday) to 7 (Sunday), local time."""
        return numbers(self.hours.weekdays[self.places])

    @property
    def quarters(self) -> pa.Array:
        """The quarter of an hour of the local day, 0 to 95."""
        return numbers(self.hours.hours[self.places] * (HOUR // QUARTER) + self.seconds // QUARTER)


@lru_cache(maxsize=64)
def hours_of(month: str) -> Hours:
    """The hours of a month of the local calendar, the doubled and the missing one rightly."""
    zone = ZoneInfo(ZONE)
    begin = datetime.fromisoformat(f"{month}-01").replace(tzinfo=zone).astimezone(UTC)
    end = (
        datetime.fromisoformat(f"{months.shift(month, 1)}-01").replace(tzinfo=zone).astimezone(UTC)
    )
    starts = [begin + timedelta(hours=n) for n in range(int((end - begin).total_seconds()) // HOUR)]
    local = [start.astimezone(zone) for start in starts]
    epoch = datetime(1970, 1, 1, tzinfo=UTC).date().toordinal()
    return Hours(
        starts=np.array([int(start.timestamp()) for start in starts]),
        dates=np.array([at.date().toordinal() - epoch for at in local]),
        weekdays=np.array([at.isoweekday() for at in local]),
        hours=np.array([at.hour for at in local]),
    )


def happen(draws: Draws, month: str, rows: int, *, by_hour: Floats, by_weekday: Floats) -> Moments:
    """So many moments of a month, in order of time to the hour."""
    hours = hours_of(month)
    places = draws.in_order(hours.weights(by_hour, by_weekday, draws), rows)
    return Moments(hours, places, draws.below(np.full(rows, HOUR)))
