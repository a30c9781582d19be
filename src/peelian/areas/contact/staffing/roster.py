"""How many sit at their desks in each quarter of an hour, as a supervisor writes it."""

import re

from peelian.areas.contact.staffing.erlang import MOST_STAFF
from peelian.areas.contact.staffing.quarters import PER_HOUR, QUARTERS

Roster = tuple[int, ...]

_LINE = re.compile(r"^(\d{1,2}):(\d{2})\s*[,=\s]\s*(\d{1,4})$")
_HEAD = re.compile(r"^\s*from\s*,\s*staff\s*$", re.IGNORECASE)


class BadRoster(ValueError):
    """The staff are written so that they cannot be read; the message says what would be right."""


def roster(text: str) -> Roster:
    """Staff in each of the 96 quarters: one number, or times from which a number holds.

    "12" is twelve all day; "00:00,8" and "07:00,14" on lines of their own (or divided by
    semicolons) are eight at night and fourteen from seven. The last number of the day holds before
    the first time. A head line "from,staff" may stand above. Raises `BadRoster`.
    """
    lines = [line.strip() for line in re.split(r"[\n;]", text) if line.strip()]
    if lines and _HEAD.match(lines[0]):
        lines = lines[1:]
    if not lines:
        raise BadRoster("No staff are given. Write a number, or lines such as 07:00,14.")
    if len(lines) == 1 and lines[0].isdigit():
        return (_number(lines[0], lines[0]),) * QUARTERS
    changes: dict[int, int] = {}
    for line in lines:
        quarter, staff = _change(line)
        if quarter in changes:
            raise BadRoster(f"'{line}' gives a time that was given before; write each time once.")
        changes[quarter] = staff
    held = changes[max(changes)]
    made = []
    for quarter in range(QUARTERS):
        held = changes.get(quarter, held)
        made.append(held)
    return tuple(made)


def _change(line: str) -> tuple[int, int]:
    found = _LINE.match(line)
    if found is None:
        raise BadRoster(
            f"'{line}' is no line of a roster. Write the time from which a number holds and the "
            "number, such as 07:00,14."
        )
    hour, minute = int(found[1]), int(found[2])
    if hour > 23 or minute not in (0, 15, 30, 45):
        raise BadRoster(f"'{line}' begins at no quarter of an hour. Write 07:00, 07:15 and so on.")
    return hour * PER_HOUR + minute // 15, _number(found[3], line)


def _number(text: str, line: str) -> int:
    staff = int(text)
    if staff > MOST_STAFF:
        raise BadRoster(f"'{line}' seats more than {MOST_STAFF}; give the staff of one room.")
    return staff
