"""A control room in plain Python, and the calls that it leaves behind: nothing of the product's.

One heap of those who talk, one list of those who wait: 999 first, then by time of arrival, each
101 caller with so much patience. What comes out are rows as an extract would hold them.
"""

import heapq
import random
from dataclasses import dataclass
from datetime import date, timedelta

import ibis
import pyarrow as pa

from peelian.areas.contact.models import Call
from peelian.records.schema import schema_of

DAY = 86_400.0
FIRST_MONDAY = date(2026, 1, 5)
COLUMNS = ("local_date", "quarter_hour", "line", "abandoned", "waited", "handling")


@dataclass(frozen=True)
class Caller:
    """One call: when it came, how long it waited, whether it gave up, how long it was handled."""

    came: float
    line: str
    waited: float
    gave_up: bool
    handled: float


def played(rng, per_hour, staff, *, handling, patience=None, end=DAY):
    """The callers of one day. `per_hour` maps a line to calls in each hour of the day."""
    waiting = sorted(
        (came, line) for line, hours in per_hour.items() for came in _arrivals(rng, hours, end)
    )
    free, talking, queue, told = staff, [], [], []
    clock = 0.0
    while waiting or talking:
        comes = waiting[0][0] if waiting else float("inf")
        ends = talking[0] if talking else float("inf")
        clock = min(comes, ends)
        if comes <= ends:
            came, line = waiting.pop(0)
            stays = rng.expovariate(1 / patience[line]) if patience else float("inf")
            heapq.heappush(queue, (line != "999", came, line, came + stays))
        else:
            heapq.heappop(talking)
            free += 1
        while free and queue:
            _second, came, line, leaves = heapq.heappop(queue)
            if leaves < clock:
                told.append(Caller(came, line, leaves - came, True, 0.0))
                continue
            length = rng.expovariate(1 / handling[line])
            heapq.heappush(talking, clock + length)
            free -= 1
            told.append(Caller(came, line, clock - came, False, length))
    told += [Caller(came, line, leaves - came, True, 0.0) for _s, came, line, leaves in queue]
    return told


def _arrivals(rng, hours, end):
    for hour, calls in enumerate(hours):
        at = hour * 3600.0
        while calls:
            at += rng.expovariate(calls / 3600)
            if at >= min((hour + 1) * 3600.0, end):
                break
            yield at


def row(day, caller, *, handover=0):
    """A caller as a row of an extract, in whole seconds."""
    answered = not caller.gave_up
    own = int(caller.waited)
    return {
        "record_id": f"{day}-{caller.line}-{caller.came}",
        "source": "example",
        "force_id": "staffordshire",
        "month": f"{day:%Y-%m}",
        "local_date": day,
        "weekday": day.isoweekday(),
        "hour": int(caller.came // 3600),
        "quarter_hour": int(caller.came // 900),
        "line": caller.line,
        "abandoned": caller.gave_up,
        "force_seconds": own if answered else None,
        "carrier_seconds": own + handover if answered and caller.line == "999" else None,
        "waited_seconds": own,
        "handling_seconds": round(caller.handled) if answered else None,
    }


def mondays(number, per_hour, staff, *, handling, patience=None, handover=0, seed=1):
    """Rows of so many Mondays that were staffed so."""
    rng = random.Random(seed)
    rows = []
    for week in range(number):
        day = FIRST_MONDAY + timedelta(weeks=week)
        callers = played(rng, per_hour, staff, handling=handling, patience=patience)
        rows += [row(day, caller, handover=handover) for caller in callers]
    return rows


class Held:
    """Rows of calls as the measures' engine wants them, on DuckDB."""

    def __init__(self, rows):
        schema = schema_of(Call)
        self.connection = ibis.duckdb.connect()
        whole = [dict.fromkeys(schema.names) | one for one in rows]
        self.calls = ibis.memtable(
            pa.Table.from_pylist(whole, schema=schema.to_pyarrow()), schema=schema
        )
        self.months = frozenset(one["month"] for one in rows)

    @property
    def snapshot(self):
        return self

    id = "example"

    def covered(self, type_key):
        pairs = frozenset(("staffordshire", month) for month in self.months)
        return pairs if type_key == "call" else frozenset()

    def table(self, model, *, forces=None, months=None):
        return self.calls

    def to_arrow(self, expression):
        return self.connection.to_pyarrow(expression)
