"""Real forces: the comparison against a calculation that shares no code with it.

Numbers of crimes were counted apart from the product; residents come from the table of forces,
which was summed from districts, where the product sums neighbourhoods.
"""

import csv
import math
import statistics
from pathlib import Path

import numpy as np
import pytest

from engines.comparisons.comparison_samples import CountedTables, real_counts
from peelian.areas.crime.measures import rate
from peelian.engines.comparisons.compare import compare
from peelian.records.store.reader import open_reader

MONTHS = ("2021-11", "2021-12")
FORCES = Path(__file__).resolve().parents[4] / "shared/data/forces.csv"
NOT_THE_43 = {"btp", "northern-ireland"}


@pytest.fixture(scope="module")
def counted():
    return real_counts(MONTHS)


@pytest.fixture(scope="module")
def found(counted, sample_store):
    return compare(rate, CountedTables(counted, open_reader(sample_store)), own="staffordshire")


@pytest.fixture(scope="module")
def by_hand(counted):
    """Crimes and residents of each force with both months, without the City of London."""
    with FORCES.open(encoding="utf-8-sig") as lines:
        residents = {
            row["data_police_uk_slug"]: int(row["population_mid_2020"])
            for row in csv.DictReader(lines)
        }
    whole = {
        slug
        for slug, _month, _kind in counted
        if all(any(key[:2] == (slug, month) for key in counted) for month in MONTHS)
    }
    crimes = dict.fromkeys(whole - NOT_THE_43, 0)
    for (slug, _month, kind), number in counted.items():
        if kind != "Anti-social behaviour" and slug in crimes:
            crimes[slug] += number
    return {
        slug: (number, residents[slug])
        for slug, number in crimes.items()
        if slug != "city-of-london"
    }


def test_each_force_has_its_own_rate(found, by_hand):
    assert {one.force for one in found.forces} == by_hand.keys()
    for one in found.forces:
        crimes, residents = by_hand[one.force]
        assert (one.cell.numerator, one.cell.denominator) == (crimes, residents)
        assert one.cell.value == pytest.approx(crimes / residents * 1000)


def test_lines_and_bands_are_those_of_the_standard_library(found, by_hand):
    values = [crimes / people * 1000 for crimes, people in by_hand.values()]
    middle, deviation = statistics.fmean(values), statistics.stdev(values)

    assert found.lines.mean == pytest.approx(middle)
    assert (found.lines.lower, found.lines.upper) == pytest.approx(
        (middle - deviation, middle + deviation)
    )
    above = {one.force for one in found.forces if one.band == "above"}
    assert above == {
        slug for slug, (n, size) in by_hand.items() if n / size * 1000 > middle + deviation
    }


def test_the_city_of_london_is_set_aside_and_would_have_moved_every_line(found, by_hand, counted):
    (city,) = (left for left in found.set_aside if left.force == "city-of-london")
    values = [crimes / people * 1000 for crimes, people in by_hand.values()]

    assert city.cell.value > 5 * found.lines.mean
    assert "many times as many come there by day" in city.reason
    assert statistics.stdev([*values, city.cell.value]) > 3 * found.lines.deviation


def test_everyone_of_the_43_is_named_once(found):
    compared = {one.force for one in found.forces}
    aside = {left.force for left in found.set_aside} - NOT_THE_43
    missing = {left.force for left in found.missing}

    assert len(compared) + len(aside) + len(missing) == 43
    assert len(compared | aside | missing) == 43
    assert {"metropolitan", "greater-manchester"} <= missing
    assert {left.force for left in found.set_aside} >= NOT_THE_43


def test_the_funnel_is_that_of_a_calculation_by_columns(found, by_hand):
    """Square root of observed over expected; winsorised overdispersion; additive variance."""
    names = sorted(by_hand)
    crimes = np.array([by_hand[name][0] for name in names], dtype=float)
    people = np.array([by_hand[name][1] for name in names], dtype=float)
    centre = crimes.sum() / people.sum()
    expected = people * centre
    y, own = np.sqrt(crimes / expected), 1 / (2 * np.sqrt(expected))
    z = (y - 1) / own
    phi = (np.clip(z, *np.quantile(z, [0.1, 0.9])) ** 2).mean()
    w, k = 1 / own**2, len(names)
    between = math.sqrt((k * phi - (k - 1)) / (w.sum() - (w**2).sum() / w.sum()))

    assert found.funnel.centre == pytest.approx(centre * 1000)
    assert found.funnel.overdispersion == pytest.approx(phi)
    assert found.funnel.between == pytest.approx(between)
    assert found.funnel.adjusted
    for name, y_here, own_here in zip(names, y, own, strict=True):
        one = found.force(name)
        wide = math.hypot(own_here, between)
        assert one.z == pytest.approx((y_here - 1) / wide)
        assert one.limits.upper95 == pytest.approx(centre * 1000 * (1 + 1.959964 * wide) ** 2)
        assert one.limits.lower998 == pytest.approx(
            centre * 1000 * max(0, 1 - 3.090232 * wide) ** 2
        )


def test_zones_follow_the_limits_of_each_force(found):
    for one in found.forces:
        value, limits = one.cell.value, one.limits
        zone = "within"
        if not limits.lower95 <= value <= limits.upper95:
            far = not limits.lower998 <= value <= limits.upper998
            zone = ("far " if far else "") + ("above" if value > limits.upper95 else "below")
        assert one.zone == zone


def test_flags_are_counted_beside_what_chance_would_flag(found):
    lines, wide, far = found.chance
    number = len(found.forces)

    assert lines.flagged == sum(one.band != "within" for one in found.forces)
    assert lines.expected == pytest.approx(0.31731 * number, rel=1e-4)
    assert wide.flagged == sum(one.zone != "within" for one in found.forces)
    assert (wide.expected, far.expected) == pytest.approx((0.05 * number, 0.002 * number))


def test_the_curve_reaches_over_all_sizes(found):
    sizes = [one.size for one in found.funnel.curve]
    held = [one.cell.denominator for one in found.forces]

    assert sizes == sorted(sizes)
    assert (sizes[0] < min(held), sizes[-1] > max(held)) == (True, True)
    widths = [one.upper95 - one.lower95 for one in found.funnel.curve]
    assert widths == sorted(widths, reverse=True)
