"""Periods for the slow twin: lists of months, found by walking from month to month."""

from engines.measures.plain_world import between, later, written

RUNNING = ("year_to_date", "rolling_twelve", "same_period_last_year")
GRAINS = ("month", "quarter", "financial_year", *RUNNING)


def periods(grain, first, last):
    """Every period of a kind that ends between two months, each a list of months."""
    months = between(first, last)
    match grain:
        case None:
            return [months]
        case "month":
            return [[one] for one in months]
        case "same_period_last_year":
            return [[later(one, -12) for one in months], months]
        case "rolling_twelve":
            return [between(later(one, -11), one) for one in months]
        case "year_to_date":
            return [between(april_before(one), one) for one in months]
        case "financial_year":
            return together(months, april_before)
        case "quarter":
            return together(months, lambda one: (one[0], (one[1] - 1) // 3))


def april_before(one):
    """The April that began the financial year of a month."""
    while one[1] != 4:
        one = later(one, -1)
    return one


def together(months, key):
    found = {}
    for one in months:
        found.setdefault(key(one), []).append(one)
    return list(found.values())


def label(grain, span):
    first, last = written(span[0]), written(span[-1])
    if first == last:
        return first
    if grain == "financial_year" and len(span) == 12:
        return f"{span[0][0]}-{str(span[-1][0])[2:]}"
    return f"{first} to {last}"
