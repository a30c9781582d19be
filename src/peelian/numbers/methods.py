"""How values are set beside each other: what each method takes for granted, and its literature.

These draw no interval round one figure, so they stand apart from ``interval.METHODS``.
"""

from collections.abc import Mapping
from types import MappingProxyType

from peelian.numbers.interval import Method

_ALL = (
    Method(
        key="deviation_lines",
        name="Mean and one standard deviation",
        assumes=(
            "Takes every unit as one value whatever its size, and is a description and no test: a "
            "normal distribution alone puts 32% of its values outside the lines."
        ),
        source=(
            "Bland and Altman 1996, British Medical Journal 312:1654 (standard deviation); the "
            "inspectorate of constabulary's published charts"
        ),
    ),
    Method(
        key="funnel_share",
        name="Funnel for shares with overdispersion (arcsine square root)",
        assumes=(
            "Takes units as differing by chance, the less the more records they have, and by one "
            "further variance that is common to all and estimated from the units with the outer "
            "10% at each end drawn in."
        ),
        source=(
            "Spiegelhalter 2005, Statistics in Medicine 24:1185-1202; Spiegelhalter and others "
            "2012, Journal of the Royal Statistical Society A 175:1-47; DerSimonian and Laird "
            "1986, Controlled Clinical Trials 7:177-188"
        ),
    ),
    Method(
        key="funnel_rate",
        name="Funnel for rates with overdispersion (square root)",
        assumes=(
            "Takes the square root of observed to expected events as differing by chance, the less "
            "the more events are expected, and by one further variance that is common to all units "
            "and estimated from them with the outer 10% at each end drawn in."
        ),
        source=(
            "Spiegelhalter 2005, Statistics in Medicine 24:1185-1202; Spiegelhalter and others "
            "2012, Journal of the Royal Statistical Society A 175:1-47; DerSimonian and Laird "
            "1986, Controlled Clinical Trials 7:177-188"
        ),
    ),
    Method(
        key="xmr",
        name="XmR control chart",
        assumes=(
            "Takes the points as evenly spaced in time and the distance between neighbours as what "
            "the process does by itself, without seasons or a value that rests on the one before."
        ),
        source=(
            "Wheeler 2000, Understanding Variation, 2nd edition; Nelson 1982, Journal of Quality "
            "Technology 14:172-173; NHS England, Making Data Count; NHS-R community, "
            "NHSRplotthedots 0.2.2"
        ),
    ),
    Method(
        key="nearest",
        name="Nearest by standardised variables",
        assumes=(
            "Takes every variable as equally important once it is divided by its standard "
            "deviation over all units, and the straight line between two units as how far apart "
            "they are."
        ),
        source="Everitt and others 2011, Cluster Analysis, 5th edition, section 3.3",
    ),
    Method(
        key="least_mean",
        name="Least mean that a tail allows (Markov)",
        assumes=(
            "Takes the mean and the share beyond a limit as those of the same values, none of them "
            "below 0."
        ),
        source="Feller 1968, An Introduction to Probability Theory I, 3rd edition, section IX.6",
    ),
)

COMPARING: Mapping[str, Method] = MappingProxyType({method.key: method for method in _ALL})
"""Every method of comparison by its key. Keys are stored with figures: never rename one."""
