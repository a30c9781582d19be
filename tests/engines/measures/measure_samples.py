"""Small measures and tables for tests, declared on the real crime record."""

from datetime import date

from ibis import _

from peelian.areas.crime.dimensions import DECILE, DISTRICT, FORCE, LSOA, TYPE
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.declared import Comparable, Example, Version
from peelian.engines.measures.examples import ExampleTables
from peelian.engines.measures.kinds import Count, Rate, RateRatio, Share, Typical
from peelian.engines.measures.populations import RESIDENTS
from peelian.engines.measures.request import request
from peelian.spine.crime import Crime

COMMON = {
    "key": "sample.measure",
    "title": "A sample",
    "short": "Sample",
    "asks": "How many?",
    "words": "were counted",
    "why": "To test with.",
    "definition": "Rows that a test counts.",
    "of": Crime,
    "dated_by": "month",
    "by": (FORCE, TYPE, DISTRICT, LSOA, DECILE),
    "better": "neither",
    "counts": "event",
    "profile": "exact",
    "comparable": Comparable(allowed=True, reason="It is the same everywhere."),
    "owner": "Nobody",
    "review_by": date(2027, 1, 1),
    "ledger": (),
    "versions": (Version(1, date(2026, 1, 1), "First definition."),),
    "examples": (Example(says="Nothing is counted.", rows={}, shows=""),),
}
IS_DRUGS = _.crime_type == "Drugs"


def count(**changes):
    return Count(**COMMON | {"counting": IS_DRUGS} | changes)


def share(**changes):
    parts = {"counting": IS_DRUGS, "among": _.crime_type.notnull(), "among_words": "rows"}
    return Share(**COMMON | parts | changes)


def rate(**changes):
    return Rate(**COMMON | {"counting": IS_DRUGS, "per": RESIDENTS} | changes)


def ratio(**changes):
    parts = {
        "counting": IS_DRUGS,
        "per": RESIDENTS,
        "group": DECILE,
        "compared": ("1", "10"),
        "by": (FORCE, TYPE),
    }
    return RateRatio(**COMMON | parts | changes)


def typical(**changes):
    parts = {
        "counting": _.longitude,
        "among": _.crime_type.notnull(),
        "among_words": "rows",
        "unit": "degrees",
    }
    return Typical(**COMMON | parts | changes)


def world(rows, loaded=None):
    """The rows of an example without a question."""
    return Example(says="", rows=rows, shows="", loaded=loaded or {})


def ask(measure, example, engine="duckdb", **asked):
    """The answer of a measure over the rows of an example."""
    return calculate(request(measure, **asked), ExampleTables(example, engine))


def only(measure, example, **asked):
    """The one cell of an answer."""
    (cell,) = ask(measure, example, **asked).cells
    return cell
