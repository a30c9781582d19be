"""The quarters of an hour of a local day, 0 (midnight) to 95."""

QUARTERS = 96
QUARTER_SECONDS = 900.0
PER_HOUR = 4
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def clock(quarter: int) -> str:
    """When a quarter begins: 69 is 17:15."""
    return f"{quarter // PER_HOUR:02d}:{quarter % PER_HOUR * 15:02d}"


def weekday_number(name: str) -> int:
    """1 (Monday) to 7 (Sunday), by name or number. Raises `ValueError` with what would be right."""
    wanted = name.strip().lower()
    for number, day in enumerate(WEEKDAYS, start=1):
        if wanted == str(number) or (len(wanted) >= 3 and day.lower().startswith(wanted)):
            return number
    raise ValueError(f"'{name}' is no day of the week. Write one of {', '.join(WEEKDAYS)}.")
