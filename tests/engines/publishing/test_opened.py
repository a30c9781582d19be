"""Any figure that a page shows can be opened again from its address, and is the same figure."""

from dataclasses import replace
from datetime import date

import pytest

from engines.publishing.published import RECORDED
from engines.publishing.small_store import fill, open_at
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.declared import Version
from peelian.engines.measures.periods import GRAINS
from peelian.engines.measures.request import BadRequest, request
from peelian.engines.publishing.address import address, parse
from peelian.engines.publishing.opened import VersionGone, reopen
from peelian.records.store.reader import open_reader

TWICE = replace(
    RECORDED,
    versions=(
        Version(1, date(2026, 1, 2), "First definition."),
        Version(2, date(2026, 3, 1), "Fraud is left out."),
        Version(3, date(2026, 4, 5), "Fraud is back."),
    ),
)


@pytest.mark.parametrize("grain", GRAINS)
def test_a_cell_of_any_period_opens_to_itself(desk, grain):
    fill(desk)
    tables = open_reader(desk.root)
    asked = request(RECORDED, by=("type", grain), where={"force": "staffordshire"}, first="2021-04")
    cells = calculate(asked, tables).cells
    assert cells

    for cell in cells:
        opened = reopen(parse(address(cell)), RECORDED)
        again = calculate(opened.asked, tables).cells[-1]

        assert (again.period.first, again.period.last) == (cell.period.first, cell.period.last)
        assert (again.value, again.status, again.note) == (cell.value, cell.status, cell.note)
        assert address(again) == address(cell)


def test_an_earlier_version_is_gone_and_the_reader_learns_what_changed():
    with pytest.raises(VersionGone) as gone:
        reopen(parse("crime.recorded@1;2021-03"), TWICE)

    assert str(gone.value) == (
        "This address is of version 1 of crime.recorded; the definition in force is version 3. "
        "What changed since: Version 2, from 1 March 2026: Fraud is left out. Version 3, from "
        "5 April 2026: Fraud is back."
    )


def test_a_version_that_never_was_is_gone_too():
    with pytest.raises(VersionGone, match="there has been no later one"):
        reopen(parse("crime.recorded@4;2021-03"), TWICE)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("crime.recorded@1;2021-03;colour=blue", "cannot be filtered by 'colour'"),
        ("crime.recorded@1;2021-03;type=Burglery", "perhaps 'Burglary'"),
        ("crime.recorded@1;2021-03;force=atlantis", "'atlantis' is not a force"),
    ],
)
def test_a_condition_that_the_measure_does_not_know_is_refused(text, sentence):
    with pytest.raises(BadRequest) as refusal:
        open_at(text)

    assert sentence in str(refusal.value)
