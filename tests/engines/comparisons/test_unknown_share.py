"""How much of a figure is not known, by kind of measure."""

import pytest
from ibis import _

from engines.measures.measure_samples import count, ratio, share, typical
from peelian.engines.comparisons.unknown import too_much_unknown, unknown_share
from peelian.engines.measures.cells import Cell
from peelian.engines.measures.declared import UnknownLimit
from peelian.engines.measures.periods import Period

KNOWN = {"known": _.crime_type != ""}


def cell(numerator, denominator, unknown):
    return Cell(
        measure="sample.measure",
        version=1,
        period=Period("2021-03", "2021-03"),
        snapshot="",
        numerator=numerator,
        denominator=denominator,
        unknown=unknown,
    )


@pytest.mark.parametrize(
    ("measure", "counts", "unknown"),
    [
        (share(**KNOWN), (2, 10, 3), 0.3),  # among the ten
        (share(**KNOWN, of_known=True), (2, 7, 3), 0.3),  # beside the seven
        (share(distinct="crime_id"), (2, 7, 3), 0.3),  # rows without an identifier
        (share(), (2, 7, 0), 0.0),
        (typical(), (7, None, 3), 0.3),
        (count(distinct="crime_id"), (7, None, 3), 0.3),
        (ratio(), (2, 7, 3), None),  # refused by the engine of measures, with its own arithmetic
        (share(), (0, 0, 0), None),
        (share(), (None, None, None), None),
    ],
)
def test_the_unknown_are_a_share_of_all_rows_asked_about(measure, counts, unknown):
    assert unknown_share(cell(*counts), measure) == unknown


def test_the_limit_itself_is_not_too_much():
    limit = UnknownLimit(share=0.3, authority="the owner")

    assert too_much_unknown(cell(2, 10, 3), share(**KNOWN, most_unknown=limit)) == ""
    assert too_much_unknown(cell(2, 10, 4), share(**KNOWN, most_unknown=limit)) == (
        "Not known on 40% of rows, above the limit of 30% (the owner)."
    )
    assert too_much_unknown(cell(2, 10, 9), share(**KNOWN)) == ""
