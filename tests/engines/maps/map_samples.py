"""Cells and outlines for tests of maps, with nothing in them but what the test is about."""

from dataclasses import dataclass

from peelian.engines.maps.outlines import Outline
from peelian.engines.measures.cells import Cell
from peelian.engines.measures.periods import Period
from peelian.engines.measures.status import Status


@dataclass(frozen=True)
class Figure:
    """A figure as maps meet it: anything that carries a cell."""

    cell: Cell


def cell(value=None, lower=None, upper=None, *, code="E01", numerator=None, status=None):
    """A rate of one area; without a value it is not computable."""
    return Cell(
        measure="a.rate",
        version=1,
        period=Period("2021-03", "2021-12"),
        snapshot="s",
        breakdown=(("lsoa", code),),
        numerator=numerator,
        value=value,
        lower=lower,
        upper=upper,
        method="byar" if lower is not None else "",
        status=status or (Status.OK if value is not None else Status.NOT_COMPUTABLE),
    )


def figure(*args, **kwargs):
    """A figure with such a cell."""
    return Figure(cell(*args, **kwargs))


def square(code, west, south, size=1.0):
    """A square of this size whose lower left corner is given."""
    east, north = west + size, south + size
    ring = ((west, south), (west, north), (east, north), (east, south), (west, south))
    return Outline(code, code, ((ring,),))
