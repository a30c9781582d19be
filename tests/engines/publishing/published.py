"""Cells and measures for the tests of this room, each as plain as the kind allows."""

from dataclasses import fields

from ibis import _

from peelian import catalogue
from peelian.engines.measures.cells import Answer, Cell
from peelian.engines.measures.kinds import Measure, Typical
from peelian.engines.measures.periods import Period

RECORDED = catalogue.measure("crime.recorded")
RATE = catalogue.measure("crime.rate")
RATIO = catalogue.measure("crime.deprivation_ratio")
CHARGED = catalogue.measure("crime.charged_within_2_months")
OUTCOMES = catalogue.measure("crime.outcomes")
MARCH = Period("2021-03", "2021-03")
STAFFORDSHIRE = (("force", ("staffordshire",)),)

# Nobody waits here; any number will do as a quantity.
NORTHING = Typical(
    **{field.name: getattr(RECORDED, field.name) for field in fields(Measure)}
    | {
        "key": "crime.northing",
        "title": "How far north crimes happen",
        "words": "",
        "among": _.latitude.notnull(),
        "counting": _.latitude,
        "among_words": "journeys",
        "unit": "degrees",
        "over": _.latitude > 53.0,
        "over_words": "led beyond 53 degrees",
    }
)


def cell(measure: Measure, **given: object) -> Cell:
    """A cell of the measure for Staffordshire in March 2021, unless something else is given."""
    plain = {
        "measure": measure.key,
        "version": measure.version,
        "period": MARCH,
        "snapshot": "c0ffee",
        "unit": "staffordshire",
        "where": STAFFORDSHIRE,
    }
    return Cell(**plain | given)


def answer(measure: Measure, *cells: Cell, by: tuple[str, ...] = (), grain: str = "span") -> Answer:
    """An answer that holds these cells."""
    return Answer(measure=measure.key, by=by, grain=grain, cells=cells, snapshot="c0ffee")
