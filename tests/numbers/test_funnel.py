"""The overdispersed funnel against the published formulae, step by step, and against chance."""

import math
import random

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import binom, poisson
from statsmodels.stats.meta_analysis import combine_effects

from peelian.numbers.funnel import Observed, funnel, limits, z_score
from peelian.numbers.ratios import NotComputable

quick = settings(deadline=None, database=None, max_examples=80)
Z95, Z998 = 1.959963984540054, 3.090232306167813

# Arrests after searches under section 1 of PACE and associated powers, by force, year ending March
# 2019: Home Office, police powers and procedures. Open Government Licence v3.0.
ARRESTS_OF_SEARCHES = [
    *[(942, 6203), (286, 2274), (744, 5496), (291, 1757), (398, 2261), (220, 888), (325, 1733)],
    *[(288, 1726), (533, 4568), (291, 2368), (417, 1778), (398, 2911), (1104, 8445), (109, 573)],
    *[(711, 4827), (204, 2539), (1340, 8121), (1513, 7098), (197, 1584), (1285, 6251)],
    *[(630, 4344), (812, 3237), (465, 2786), (489, 1523), (1789, 20679), (16371, 172237)],
    *[(367, 3049), (218, 1843), (241, 2023), (439, 2305), (517, 2890), (468, 3013)],
    *[(1638, 10555), (877, 6166), (646, 4343), (337, 1891), (703, 6017), (902, 6222)],
    *[(1319, 8422), (304, 1844), (666, 4099), (3014, 16379), (1736, 9943), (130, 1243)],
]
# The units on which the NHS-R community tests its package FunnelPlotR: observed and expected.
FUNNELPLOTR_UNITS = [(100, 108), (150, 112), (180, 165), (80, 95), (120, 100), (225, 220)]


def observed(pairs):
    return [Observed(count, size) for count, size in pairs]


def quantile_by_hand(values, level):
    """R's default quantile (type 7): straight lines between the sorted values."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * level
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


class Published:
    """FunnelPlotR's steps for proportions and for ratios (its method "CQC"), in plain Python."""

    def __init__(self, pairs, scale, winsorise=0.1):
        self.scale = scale
        self.pooled = sum(count for count, _ in pairs) / sum(size for _, size in pairs)
        z = [self.unadjusted(count, size) for count, size in pairs]
        low, high = quantile_by_hand(z, winsorise), quantile_by_hand(z, 1 - winsorise)
        drawn_in = [low if score < low else high if score > high else score for score in z]
        units = len(pairs)
        self.phi = sum(score**2 for score in drawn_in) / units
        weights = [1 / self.error(size) ** 2 for _, size in pairs]
        spare = sum(weights) - sum(weight**2 for weight in weights) / sum(weights)
        enough = units * self.phi >= units - 1
        self.tau2 = (units * self.phi - (units - 1)) / spare if enough else 0.0

    def target(self):
        return math.asin(math.sqrt(self.pooled)) if self.scale == "share" else 1.0

    def transformed(self, count, size):
        if self.scale == "share":
            return math.asin(math.sqrt(count / size))
        return math.sqrt(count / (self.pooled * size))

    def error(self, size):
        return 1 / (2 * math.sqrt(size if self.scale == "share" else self.pooled * size))

    def unadjusted(self, count, size):
        return (self.transformed(count, size) - self.target()) / self.error(size)

    def adjusted(self, count, size):
        spread = math.sqrt(self.error(size) ** 2 + self.tau2)
        return (self.transformed(count, size) - self.target()) / spread

    def limit(self, size, z):
        at = max(0.0, self.target() + z * math.sqrt(self.error(size) ** 2 + self.tau2))
        if self.scale == "share":
            return math.sin(min(at, math.pi / 2)) ** 2
        return self.pooled * at**2


def agrees(pairs, scale, base, winsorise=0.1):
    found = funnel(observed(pairs), scale=scale, base=base, winsorise=winsorise)
    expected = Published(pairs, scale, winsorise)
    assert found.centre == pytest.approx(expected.pooled * base, rel=1e-12)
    assert found.overdispersion == pytest.approx(expected.phi, rel=1e-9, abs=1e-12)
    assert found.tau**2 == pytest.approx(expected.tau2, rel=1e-7, abs=1e-12)
    assert found.adjusted == (found.tau > 0)
    for count, size in pairs:
        score = z_score(found, Observed(count, size))
        assert score == pytest.approx(expected.adjusted(count, size), rel=1e-7, abs=1e-7)
        for z in (Z95, Z998):
            ends = [base * expected.limit(size, -z), base * expected.limit(size, z)]
            assert list(limits(found, size, z)) == pytest.approx(ends, rel=1e-7, abs=1e-9)


@st.composite
def units(draw, scale):
    size = st.integers(1, 1_000_000)
    pairs = draw(st.lists(size.flatmap(lambda n: count_of(scale, n)), min_size=3, max_size=45))
    events = sum(count for count, _ in pairs)
    assume(events > 0 and (scale == "rate" or events < sum(size for _, size in pairs)))
    return pairs


def count_of(scale, size):
    most = size if scale == "share" else 2 * size
    return st.tuples(st.integers(0, most), st.just(size))


@pytest.mark.parametrize("scale", ["share", "rate"])
@pytest.mark.parametrize("pairs", [ARRESTS_OF_SEARCHES])
def test_published_searches_agree_with_an_independent_implementation(pairs, scale):
    agrees(pairs, scale, base=1)


def test_the_units_of_the_nhs_package_agree_with_an_independent_implementation():
    agrees(FUNNELPLOTR_UNITS, "rate", base=1)
    agrees(FUNNELPLOTR_UNITS, "rate", base=100, winsorise=0.05)


@quick
@given(data=st.data(), scale=st.sampled_from(["share", "rate"]), winsorise=st.floats(0, 0.49))
def test_any_units_agree_with_an_independent_implementation(data, scale, winsorise):
    agrees(data.draw(units(scale)), scale, data.draw(st.sampled_from([1, 1_000])), winsorise)


@pytest.mark.parametrize("scale", ["share", "rate"])
@pytest.mark.parametrize("seed", range(20))
def test_overdispersed_draws_agree_with_an_independent_implementation(scale, seed):
    rng = np.random.default_rng(seed)
    sizes = rng.integers(200, 200_000, 43)
    truth = rng.beta(8, 40, 43)
    counts = rng.binomial(sizes, truth) if scale == "share" else rng.poisson(sizes * truth)
    pairs = [(int(count), int(size)) for count, size in zip(counts, sizes, strict=True)]
    agrees(pairs, scale, base=1_000 if scale == "rate" else 1)


@quick
@given(data=st.data(), scale=st.sampled_from(["share", "rate"]))
def test_the_between_variance_is_dersimonian_and_lairds_round_the_pooled_centre(data, scale):
    pairs = data.draw(units(scale))
    known = Published(pairs, scale, winsorise=0)
    effects = np.array([known.transformed(*pair) for pair in pairs])
    variances = np.array([known.error(size) ** 2 for _, size in pairs])
    # The library leaves a variance below nought as it is, and then divides by it.
    with np.errstate(all="ignore"):
        library = combine_effects(effects, variances, method_re="dl")
    weights = 1 / variances
    spare = weights.sum() - (weights**2).sum() / weights.sum()
    # The library's centre is the weighted mean; this funnel's is the ratio of the sums.
    shifted = weights.sum() * (np.average(effects, weights=weights) - known.target()) ** 2 / spare
    found = funnel(observed(pairs), scale=scale, winsorise=0)
    assert found.tau**2 == pytest.approx(max(0.0, library.tau2 + shifted), rel=1e-6, abs=1e-9)


def test_shares_of_a_quarter_a_half_and_three_quarters_worked_by_hand():
    # The arcsines of their roots are 30, 45 and 60 degrees: 15 degrees are 20 * pi / 12 errors.
    pairs = [(25, 100), (50, 100), (75, 100)]
    z = 20 * math.pi / 12
    found = funnel(observed(pairs), scale="share", winsorise=0)
    assert found.centre == 0.5
    assert found.overdispersion == pytest.approx(2 * z**2 / 3, rel=1e-12)
    # Weights of 400 each: 1200 - 3 * 400^2 / 1200 = 800.
    assert found.tau**2 == pytest.approx((2 * z**2 - 2) / 800, rel=1e-12)
    # At a great size only the variance between units is left: 45 degrees and 1.96 times tau.
    at = math.pi / 4 + Z95 * found.tau
    assert limits(found, 1e15, Z95)[1] == pytest.approx(math.sin(at) ** 2, rel=1e-6)


def test_drawing_in_a_tenth_at_each_end_worked_by_hand():
    # Of three scores -z, 0, z the 10% quantile lies a fifth of the way from -z to 0.
    pairs = [(25, 100), (50, 100), (75, 100)]
    z = 0.8 * 20 * math.pi / 12
    found = funnel(observed(pairs), scale="share")
    assert found.overdispersion == pytest.approx(2 * z**2 / 3, rel=1e-12)
    assert found.winsorised == 0.1


def test_rates_of_four_forces_worked_by_hand():
    # 400 events in 4,000 people: 100 expected in each. Roots of the ratios: 0.9, 1.1, 1, 1 less.
    pairs = [(81, 1_000), (121, 1_000), (99, 1_000), (99, 1_000)]
    found = funnel(observed(pairs), scale="rate", base=1_000, winsorise=0)
    small = 20 * (math.sqrt(0.99) - 1)
    assert found.centre == 100
    assert found.overdispersion == pytest.approx((4 + 4 + 2 * small**2) / 4, rel=1e-12)
    tau2 = (8 + 2 * small**2 - 3) / (1_600 - 400)
    assert found.tau == pytest.approx(math.sqrt(tau2), rel=1e-12)
    assert z_score(found, Observed(121, 1_000)) == pytest.approx(
        0.1 / math.sqrt(1 / 400 + tau2), rel=1e-12
    )
    low, high = limits(found, 1_000, 2)
    half = 2 * math.sqrt(1 / 400 + tau2)
    assert (low, high) == pytest.approx((100 * (1 - half) ** 2, 100 * (1 + half) ** 2), rel=1e-12)


@pytest.mark.parametrize("scale", ["share", "rate"])
def test_units_that_differ_by_chance_alone_keep_the_limits_of_chance(scale):
    rng = np.random.default_rng(1829)
    sizes = rng.integers(2_000, 80_000, 4_000)
    counts = rng.binomial(sizes, 0.2) if scale == "share" else rng.poisson(sizes * 0.2)
    found = funnel(
        [Observed(int(k), int(n)) for k, n in zip(counts, sizes, strict=True)], scale=scale
    )
    # The mean of min(z, 1.2816)^2 for normal scores: 0.679; four standard errors.
    assert found.overdispersion == pytest.approx(0.679, abs=0.05)
    assert (found.tau, found.adjusted) == (0.0, False)


def test_a_known_difference_between_units_is_found_again():
    rng = np.random.default_rng(1829)
    sizes = rng.integers(20_000, 800_000, 4_000)
    # On the square-root scale units differ by 0.1, so the rates by about a fifth.
    truth = 0.05 * (1 + 0.1 * rng.standard_normal(4_000)) ** 2
    pairs = zip(rng.poisson(sizes * truth), sizes, strict=True)
    found = funnel([Observed(int(k), int(n)) for k, n in pairs], scale="rate", winsorise=0)
    assert found.tau == pytest.approx(0.1, abs=0.005)


@pytest.mark.parametrize(("size", "share"), [(300, 0.5), (2_000, 0.1), (50_000, 0.02)])
def test_without_overdispersion_the_limits_hold_what_they_claim_of_a_share(size, share):
    found = funnel(observed([(int(size * share), size)] * 3), scale="share")
    low, high = limits(found, size, Z95)
    inside = binom.cdf(math.floor(high * size), size, share) - binom.cdf(
        math.ceil(low * size) - 1, size, share
    )
    assert inside == pytest.approx(0.95, abs=0.02)


@pytest.mark.parametrize("expected", [20, 100, 4_000])
def test_without_overdispersion_the_limits_hold_what_they_claim_of_a_rate(expected):
    found = funnel(observed([(expected, 1_000)] * 3), scale="rate", base=1_000)
    low, high = limits(found, 1_000, Z95)
    inside = poisson.cdf(math.floor(high), expected) - poisson.cdf(math.ceil(low) - 1, expected)
    assert inside == pytest.approx(0.95, abs=0.02)


@quick
@given(data=st.data(), scale=st.sampled_from(["share", "rate"]), size=st.floats(0.1, 1e9))
def test_limits_lie_round_the_centre_in_order_and_close_in_with_size(data, scale, size):
    found = funnel(observed(data.draw(units(scale))), scale=scale)
    inner, outer = limits(found, size, Z95), limits(found, size, Z998)
    larger = limits(found, 2 * size, Z95)
    hair = 1e-9 * (1 + found.centre)
    assert 0 <= outer[0] <= inner[0] <= found.centre + hair
    assert found.centre - hair <= inner[1] <= outer[1]
    assert inner[0] <= larger[0] + hair
    assert larger[1] <= inner[1] + hair
    if scale == "share":
        assert outer[1] <= 1


@quick
@given(pairs=units("share"))
def test_counting_the_noes_instead_of_the_yeses_mirrors_the_funnel(pairs):
    mirrored = [(size - count, size) for count, size in pairs]
    yes, no = (funnel(observed(side), scale="share") for side in (pairs, mirrored))
    assert yes.tau == pytest.approx(no.tau, rel=1e-6, abs=1e-9)
    low, high = limits(yes, 500, Z95)
    assert limits(no, 500, Z95) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@quick
@given(pairs=units("rate"), base=st.integers(1, 100_000), seed=st.integers(0, 99))
def test_neither_the_base_nor_the_order_of_units_changes_where_a_unit_stands(pairs, base, seed):
    shuffled = random.Random(seed).sample(pairs, len(pairs))
    plain = funnel(observed(pairs), scale="rate")
    other = funnel(observed(shuffled), scale="rate", base=base)
    assert other.centre == pytest.approx(base * plain.centre, rel=1e-12)
    for pair in pairs:
        unit = Observed(*pair)
        assert z_score(other, unit) == pytest.approx(z_score(plain, unit), rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("scale", ["share", "rate"])
@pytest.mark.parametrize("z", [Z95, Z998])
def test_a_unit_on_a_limit_has_the_z_score_of_that_limit(scale, z):
    found = funnel(observed(ARRESTS_OF_SEARCHES), scale=scale)
    size = 10**10
    low, high = (round(limit * size) for limit in limits(found, size, z))
    assert z_score(found, Observed(low, size)) == pytest.approx(-z, abs=1e-6)
    assert z_score(found, Observed(high, size)) == pytest.approx(z, abs=1e-6)


def test_forces_all_alike_are_all_on_the_centre_with_the_limits_of_chance():
    found = funnel(observed([(10, 100), (20, 200), (400, 4_000)]), scale="rate", base=100)
    assert (found.centre, found.overdispersion, found.adjusted) == (10, pytest.approx(0), False)
    assert z_score(found, Observed(40, 400)) == pytest.approx(0, abs=1e-9)


def test_a_force_without_an_event_has_a_place_in_the_funnel():
    found = funnel(observed([(0, 50), (10, 100), (12, 90)]), scale="share")
    assert z_score(found, Observed(0, 50)) < 0
    assert limits(found, 2, Z998)[0] == 0
    assert limits(found, 2, Z998)[1] <= 1


def test_a_tiny_population_has_a_lower_limit_of_nought_and_not_one_that_turns_back_up():
    found = funnel(observed([(10, 1_000), (12, 1_000), (8, 1_000)]), scale="rate", base=1_000)
    lows = [limits(found, size, Z998)[0] for size in (10, 50, 100, 200)]
    assert lows == [0, 0, 0, 0]


def test_sizes_in_the_thousand_millions_lose_no_precision():
    huge = 10**12
    found = funnel(
        observed([(huge, 3 * huge), (huge + 7, 3 * huge), (huge, 3 * huge)]), scale="share"
    )
    assert found.centre == pytest.approx(1 / 3, rel=1e-9)
    assert math.isfinite(found.tau)


@pytest.mark.parametrize("pairs", [[], [(5, 10)], [(5, 10), (6, 10)]])
def test_fewer_than_three_units_have_no_funnel(pairs):
    with pytest.raises(NotComputable, match=f"There are {len(pairs)} units, and a funnel needs 3"):
        funnel(observed(pairs), scale="share")


@pytest.mark.parametrize("scale", ["share", "rate"])
def test_where_nothing_happened_nothing_is_compared(scale):
    with pytest.raises(NotComputable, match="No unit has an event"):
        funnel(observed([(0, 10), (0, 20), (0, 30)]), scale=scale)


def test_where_everything_counts_nothing_is_compared_but_a_rate_of_one_each_is():
    full = observed([(10, 10), (20, 20), (30, 30)])
    with pytest.raises(NotComputable, match="Every record of every unit counts"):
        funnel(full, scale="share")
    assert funnel(full, scale="rate").centre == 1


@pytest.mark.parametrize(
    ("pair", "scale", "sentence"),
    [
        ((11, 10), "share", "k is 11 but n is 10"),
        ((0, 0), "share", "n is 0: .* report the figure as not computable"),
        ((1, 0), "rate", "size is 0: give a finite number above 0"),
        ((-1, 10), "rate", "count is -1: a count cannot be below 0"),
        ((1.5, 10), "rate", r"count is 1\.5: it counts things"),
        ((1, 10.5), "rate", r"size is 10\.5: it counts things"),
    ],
)
def test_a_unit_whose_counts_make_no_figure_is_refused(pair, scale, sentence):
    with pytest.raises(ValueError, match=sentence):
        funnel(observed([(5, 10), (6, 10), pair]), scale=scale)
    with pytest.raises(ValueError, match=sentence):
        z_score(funnel(observed([(5, 10), (6, 10), (4, 9)]), scale=scale), Observed(*pair))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"scale": "ratio"}, "scale is 'ratio': give 'share' or 'rate'"),
        ({"scale": "rate", "base": 0}, "base is 0: give a finite number above 0"),
        ({"scale": "rate", "winsorise": 0.5}, r"winsorise is 0\.5: .* from 0 to below 0\.5"),
        ({"scale": "rate", "winsorise": -0.1}, "winsorise is -0.1"),
        ({"scale": "rate", "winsorise": math.nan}, "winsorise is nan"),
    ],
)
def test_a_setting_that_makes_no_funnel_is_answered_with_one_that_does(wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        funnel(observed([(5, 10), (6, 10), (4, 9)]), **wrong)


@pytest.mark.parametrize(("size", "z"), [(0, Z95), (-5, Z95), (math.nan, Z95), (10, 0), (10, -2)])
def test_limits_need_a_size_and_a_width_above_nought(size, z):
    with pytest.raises(ValueError, match="give a finite number above 0"):
        limits(funnel(observed([(5, 10), (6, 10), (4, 9)]), scale="share"), size, z)
