"""The crime measures on real files, against pandas on the same files, cell by cell.

Everything between a published file and a cell is on trial here: reading, storing, joining,
counting and drawing intervals. pandas reads the files by itself, and intervals come from
statsmodels or from the formula as it is printed.
"""

import math
from functools import cache
from itertools import pairwise

import open_data
import pandas as pd
import pytest
from statsmodels.stats.proportion import proportion_confint

from peelian.areas.crime.measures import MEASURES
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import request
from peelian.records.store.reader import open_reader

BY_KEY = {measure.key: measure for measure in MEASURES}
STAFFORDSHIRE = {"force": "staffordshire"}
Z = 1.959963984540054
PLACES = ("district", "lsoa", "deprivation_decile")


@pytest.fixture(scope="module")
def cells_of(sample_store):
    """Asks the real store; gives cells by their groups, in the order of the breakdown."""

    def ask(key, by, *, where=None, first=None, last=None):
        asked = request(BY_KEY[key], by=by, where=where, first=first, last=last)
        answer = calculate(asked, open_reader(sample_store))
        found = {}
        for cell in answer.cells:
            named = dict(cell.breakdown) | {"month": cell.period.label}
            found[tuple(named[name] for name in by)] = cell
        assert len(found) == len(answer.cells)
        return found

    return ask


def grouped(rows, by):
    """The rows of each group; a value that is missing is the group None."""
    if not by:
        return {(): rows}
    filled = rows.assign(**{name: rows[name].fillna("") for name in by})
    return {
        tuple(value or None for value in key): found
        for key, found in filled.groupby(list(by), dropna=False)
    }


def crimes(where=None, first="2021-03", last="2021-12", asb=False):
    rows = followed()
    rows = rows[rows.month.between(first, last) & ((rows.type == open_data.ASB) == asb)]
    return rows[rows.force == where["force"]] if where else rows


@cache
def followed():
    """Every row with whether the crime has a charge, one in its window, and any outcome at all."""
    rows, given = open_data.street(), open_data.outcomes()
    charges = given[given.outcome_type == "Suspect charged"]
    pairs = set(zip(charges.id, charges.month, strict=True))
    window = {
        month: [str(pd.Period(month, "M") + delay) for delay in range(3)]
        for month in rows.month.unique()
    }
    soon = [
        any((one, later) in pairs for later in window[month])
        for one, month in zip(rows.id, rows.month, strict=True)
    ]
    return rows.assign(
        **{
            "crime.charged_share": rows.id.isin(charges.id),
            "crime.charged_within_2_months": soon,
            "crime.any_outcome_share": rows.id.isin(given.id),
        }
    )


def living(forces, by=(), key=()):
    """Residents of the places of these forces, in the places that a group names."""
    places = open_data.places()
    places = places[places.area_force.isin(forces)]
    for name, value in zip(by, key, strict=True):
        if name in PLACES:
            places = places[places[name] == value]
    return int(places.residents.sum())


COUNTS = [
    ("crime.recorded", ("force", "month"), None),
    ("crime.recorded", ("type",), STAFFORDSHIRE),
    ("crime.recorded", ("month", "type"), STAFFORDSHIRE),
    ("crime.recorded", ("district",), STAFFORDSHIRE),
    ("crime.recorded", ("lsoa",), STAFFORDSHIRE),
    ("crime.recorded", ("deprivation_decile",), None),
    ("crime.asb", ("force", "month"), None),
    ("crime.asb", ("lsoa",), STAFFORDSHIRE),
]


@pytest.mark.parametrize(("key", "by", "where"), COUNTS)
def test_counts(cells_of, key, by, where):
    expected = grouped(crimes(where, asb=key == "crime.asb"), by)

    found = cells_of(key, by, where=where)

    ok = {group: cell for group, cell in found.items() if cell.status == "ok"}
    assert {group: cell.value for group, cell in ok.items() if cell.value} == {
        group: len(rows) for group, rows in expected.items()
    }
    assert all(cell.status == "no_data" for group, cell in found.items() if group not in ok)


def test_every_neighbourhood_of_the_force_has_a_cell(cells_of):
    places = open_data.places()
    own = set(places.lsoa[places.area_force == "staffordshire"])
    visited = set(crimes(STAFFORDSHIRE).lsoa.dropna())

    found = cells_of("crime.recorded", ("lsoa",), where=STAFFORDSHIRE)

    assert {lsoa for (lsoa,) in found} == own | visited | {None}


RATES = [
    ("crime.rate", ("force", "month"), None),
    ("crime.rate", ("type",), STAFFORDSHIRE),
    ("crime.rate", ("lsoa",), STAFFORDSHIRE),
    ("crime.rate", ("district",), None),
    ("crime.rate", ("force", "deprivation_decile"), None),
    ("crime.asb_rate", ("force", "month"), None),
    ("crime.asb_rate", ("deprivation_decile",), STAFFORDSHIRE),
]


@pytest.mark.parametrize(("key", "by", "where"), RATES)
def test_rates(cells_of, key, by, where):
    """In these two months all forces of the sample have files."""
    span = {"first": "2021-11", "last": "2021-12"}
    rows = crimes(where, asb=key == "crime.asb_rate", **span)
    expected, loaded = grouped(rows, by), set(rows.force)

    found = cells_of(key, by, where=where, **span)

    assert set(expected) <= set(found)
    for group, cell in found.items():
        forces = {group[by.index("force")]} if "force" in by else loaded
        people = living(forces, by, group)
        if not people:
            assert cell.status == "not_computable"
            continue
        events = len(expected.get(group, ()))
        lower, upper = byar(events, people)
        assert (cell.numerator, cell.denominator, cell.unknown) == (events, people, 0)
        assert (cell.value, cell.lower, cell.upper) == pytest.approx(
            (1000 * events / people, lower, upper), abs=1e-9
        )


def test_the_ratio_of_the_most_to_the_least_deprived(cells_of):
    span = {"first": "2021-11", "last": "2021-12"}

    found = cells_of("crime.deprivation_ratio", ("force",), **span)

    assert found["north-wales",].status == "not_computable"
    for (force,), rows in grouped(crimes(**span), ("force",)).items():
        cell = found[force,]
        if force == "north-wales":
            continue
        counts, people = zip(
            *(
                ((rows.deprivation_decile == tenth).sum(), living([force], PLACES[2:], [tenth]))
                for tenth in ("1", "10")
            ),
            strict=True,
        )
        value = (counts[0] / people[0]) / (counts[1] / people[1])
        spread = math.exp(Z * math.sqrt(1 / counts[0] + 1 / counts[1]))
        assert (cell.numerator, cell.denominator) == counts
        assert cell.unknown == rows.deprivation_decile.isna().sum()
        assert (cell.value, cell.lower, cell.upper) == pytest.approx(
            (value, value / spread, value * spread), rel=1e-6
        )


SHARES = [
    pytest.param(key, by, where, id=f"{key}: {','.join(by)}")
    for key in ("crime.charged_within_2_months", "crime.charged_share", "crime.any_outcome_share")
    for by, where in [
        (("force", "month"), None),
        (("type",), STAFFORDSHIRE),
        (("district",), STAFFORDSHIRE),
        (("lsoa",), STAFFORDSHIRE),
        (("deprivation_decile",), STAFFORDSHIRE),
        ((), STAFFORDSHIRE),
    ]
]


@pytest.mark.parametrize(("key", "by", "where"), SHARES)
def test_shares(cells_of, key, by, where):
    """Up to October, charges within two months are known for Staffordshire."""
    last = "2021-10" if where else "2021-12"
    expected = grouped(crimes(where, last=last), by)

    found = cells_of(key, by, where=where, first="2021-03", last=last)

    assert set(expected) <= set(found)
    for group, cell in found.items():
        rows = expected.get(group)
        if by == ("force", "month") and not answerable(key, *group):
            assert cell.status == ("not_computable" if rows is not None else "no_data")
            assert cell.value is None
        elif rows is None:
            assert cell.status == "not_computable"
        else:
            yes, all_of_them = rows[rows[key]].id.nunique(), rows.id.nunique()
            limits = proportion_confint(yes, all_of_them, method="wilson")
            assert (cell.numerator, cell.denominator) == (yes, all_of_them)
            assert cell.unknown == rows.id.isna().sum()
            assert (cell.value, cell.lower, cell.upper) == pytest.approx(
                (yes / all_of_them, *limits), abs=1e-9
            )


def answerable(key, force, month):
    """Whether the sample holds the files of a force and all that follow-up needs."""
    loaded = force == "staffordshire" or month >= "2021-11"
    return loaded and (key != "crime.charged_within_2_months" or month <= "2021-10")


@pytest.mark.parametrize(
    ("by", "where"),
    [
        (("force", "month"), None),
        (("outcome_type",), STAFFORDSHIRE),
        (("force", "outcome_type"), None),
        (("district",), STAFFORDSHIRE),
        (("lsoa",), STAFFORDSHIRE),
        (("deprivation_decile",), None),
        ((), None),
    ],
)
def test_outcomes(cells_of, by, where):
    rows = open_data.outcomes()
    rows = rows[rows.force == where["force"]] if where else rows

    found = cells_of("crime.outcomes", by, where=where)

    assert {group: cell.value for group, cell in found.items() if cell.value} == {
        group: one.id.nunique() for group, one in grouped(rows, by).items()
    }


def test_months_of_distinct_crimes_add_up_to_more_than_their_total(cells_of):
    """Which is why the answer says so."""
    of_months = cells_of("crime.charged_share", ("month",), where=STAFFORDSHIRE)
    (whole,) = cells_of("crime.charged_share", (), where=STAFFORDSHIRE).values()

    assert sum(cell.denominator for cell in of_months.values()) > whole.denominator


def test_a_later_file_can_only_raise_the_share_charged_so_far(cells_of):
    """Not so for the share within two months, which is why that one may be drawn as a trend."""
    so_far = cells_of("crime.charged_share", ("month",), where=STAFFORDSHIRE).values()
    within = cells_of("crime.charged_within_2_months", ("month",), where=STAFFORDSHIRE).values()

    known = [pair for pair in zip(so_far, within, strict=True) if pair[1].value is not None]
    assert len(known) == 8
    assert all(far.numerator >= soon.numerator for far, soon in known)
    assert any(later.value < earlier.value for (earlier, _), (later, _) in pairwise(known))


def byar(events, people):
    """The formula as Breslow and Day print it, per 1,000."""
    up = events + 1
    upper = up * (1 - 1 / (9 * up) + Z / (3 * math.sqrt(up))) ** 3
    lower = 0.0
    if events:
        lower = events * (1 - 1 / (9 * events) - Z / (3 * math.sqrt(events))) ** 3
    return 1000 * lower / people, 1000 * upper / people
