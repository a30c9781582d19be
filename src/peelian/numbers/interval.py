"""An interval round a figure, and what each method of making one takes for granted."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from peelian.numbers.confidence import percentage


@dataclass(frozen=True)
class Interval:
    """Two limits, in the unit of the figure they belong to, and the method that drew them.

    ``method`` is for readers, for example ``Wilson score, 95%``.
    """

    lower: float
    upper: float
    method: str

    def __post_init__(self) -> None:
        # Written so that a limit that is not a number fails as well.
        if not self.lower <= self.upper:
            raise ValueError(
                f"the limits are {self.lower} and {self.upper}: "
                "both must be numbers, the lower one first."
            )

    def covers(self, value: float) -> bool:
        """Say whether ``value`` lies inside the limits or on one of them."""
        return self.lower <= value <= self.upper


@dataclass(frozen=True)
class Method:
    """A way to draw an interval: its stable key, its name, its assumption and its literature."""

    key: str
    name: str
    assumes: str
    source: str

    def interval(self, lower: float, upper: float, confidence: float) -> Interval:
        """Return the interval, labelled with this method and the confidence."""
        return Interval(lower, upper, f"{self.name}, {percentage(confidence)}")


_ALL = (
    Method(
        key="wilson",
        name="Wilson score",
        assumes=(
            "Takes each record as a separate yes or no with the same chance of a yes, and holds "
            "for small numbers and for shares near 0% or 100%."
        ),
        source=(
            "Wilson 1927, Journal of the American Statistical Association 22:209-212; "
            "Newcombe 1998, Statistics in Medicine 17:857-872, method 3"
        ),
    ),
    Method(
        key="exact",
        name="Clopper-Pearson exact",
        assumes=(
            "Takes each record as a separate yes or no with the same chance of a yes, and never "
            "covers less often than it claims, so it is wider than most."
        ),
        source="Clopper and Pearson 1934, Biometrika 26:404-413",
    ),
    Method(
        key="wald",
        name="Normal approximation (Wald)",
        assumes=(
            "Takes the share as normally distributed round the truth, which fails for small "
            "samples and for shares near 0% or 100%, where it comes out too narrow."
        ),
        source="Cochran 1977, Sampling Techniques, 3rd edition, section 3.6",
    ),
    Method(
        key="wald_finite",
        name="Normal approximation (Wald) with finite population correction",
        assumes=(
            "Takes the records as a simple random sample drawn without replacement from a list of "
            "known length, and the share as normally distributed round the truth."
        ),
        source="Cochran 1977, Sampling Techniques, 3rd edition, sections 3.2 and 3.6",
    ),
    Method(
        key="wilson_finite",
        name="Wilson score with finite population correction",
        assumes=(
            "Takes the records as a simple random sample drawn without replacement from a list of "
            "known length, and holds for small numbers and for shares near 0% or 100%."
        ),
        source=(
            "Wilson 1927, Journal of the American Statistical Association 22:209-212, with the "
            "variance of Cochran 1977, Sampling Techniques, 3rd edition, section 3.2"
        ),
    ),
    Method(
        key="stratified",
        name="Stratified estimate, Wilson score on the effective sample size",
        assumes=(
            "Takes the records as drawn by lot without replacement within each stratum, and the "
            "strata as of known size; each record stands for as many as its stratum has for each "
            "one drawn."
        ),
        source=(
            "Cochran 1977, Sampling Techniques, 3rd edition, sections 5A.14 and 6.11 (estimate "
            "and variance); Korn and Graubard 1998, Survey Methodology 24:193-201 (effective size)"
        ),
    ),
    Method(
        key="stratified_exact",
        name="Stratified estimate, Clopper-Pearson on the effective sample size",
        assumes=(
            "Takes the records as drawn by lot without replacement within each stratum of known "
            "size, and is made for few records: wider than most."
        ),
        source="Korn and Graubard 1998, Survey Methodology 24:193-201",
    ),
    Method(
        key="stratified_wald",
        name="Stratified estimate, normal approximation",
        assumes=(
            "Takes the records as drawn by lot without replacement within each stratum of known "
            "size, and the estimate as normally distributed round the truth, which fails for few "
            "records and for shares near 0% or 100%."
        ),
        source="Cochran 1977, Sampling Techniques, 3rd edition, sections 5A.14 and 6.11",
    ),
    Method(
        key="kappa",
        name="Kappa, large samples",
        assumes=(
            "Takes the files as marked independently by the same two reviewers, or by pairs drawn "
            "alike, and kappa as normally distributed round the truth, which needs some dozens of "
            "files and answers that are not all alike."
        ),
        source="Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72:323-327",
    ),
    Method(
        key="byar",
        name="Byar's approximation",
        assumes=(
            "Takes events as happening one by one and independently (a Poisson count) in a "
            "population known without error, and at 95% is within 0.2% of the exact "
            "limits from 10 events upwards."
        ),
        source=(
            "Breslow and Day 1987, Statistical Methods in Cancer Research II, page 69; "
            "Office for Health Improvement and Disparities, technical guidance on rates"
        ),
    ),
    Method(
        key="exact_poisson",
        name="Exact Poisson",
        assumes=(
            "Takes events as happening one by one and independently (a Poisson count) in a "
            "population known without error, whatever the number of events."
        ),
        source="Garwood 1936, Biometrika 28:437-442",
    ),
    Method(
        key="log_rate_ratio",
        name="Log rate ratio",
        assumes=(
            "Takes the two counts as independent Poisson counts of at least one event each, in "
            "populations known without error."
        ),
        source="Rothman, Greenland and Lash 2008, Modern Epidemiology, 3rd edition, chapter 14",
    ),
    Method(
        key="order_statistics",
        name="Order statistics (binomial)",
        assumes=(
            "Takes the values as independent draws from one distribution of any shape, and covers "
            "at least as often as it claims."
        ),
        source="Conover 1999, Practical Nonparametric Statistics, 3rd edition, section 3.2",
    ),
    Method(
        key="newcombe",
        name="Newcombe hybrid score",
        assumes=(
            "Takes the two groups as separate, with no record in both, and each record as a "
            "separate yes or no with its group's chance of a yes."
        ),
        source="Newcombe 1998, Statistics in Medicine 17:873-890, method 10",
    ),
    Method(
        key="mover",
        name="Square and add",
        assumes=(
            "Takes the two figures as estimated from separate samples, and is as good as the "
            "intervals of both, from which it is made."
        ),
        source="Zou and Donner 2008, Statistics in Medicine 27:1693-1702",
    ),
    Method(
        key="pooled",
        name="Inverse-variance mean",
        assumes=(
            "Takes several changes as estimates of one and the same effect, made independently, "
            "and each as normally distributed round it."
        ),
        source="Cochran 1954, Biometrics 10:101-129",
    ),
)

METHODS: Mapping[str, Method] = MappingProxyType({method.key: method for method in _ALL})
"""Every method by its key. Keys are stored with figures: never rename or reuse one."""
