"""What each invented force is like: how busy, how prompt, and what it gets wrong when it records.

Staffordshire is the one that the calibration is of and has no bad habit. The habits of the others
are those seen in real files, one force for each, so that a reader of the pages meets every trap.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from peelian.sources.synthetic import targets
from peelian.sources.synthetic.draws import Draws
from peelian.sources.synthetic.order import HOME
from peelian.spine.force import force

GROUPS = ("Asian", "Black", "Mixed", "Other", "White")

# How much forces differ, as the standard deviation of logarithms; plausible only, unless measured.
CALLS_SPREAD, MISSES_SPREAD, WAITS_SPREAD, SEARCHES_SPREAD, FINDS_SPREAD = 0.12, 0.4, 0.5, 0.45, 0.2
# Staffordshire's waits were criticised: the others are, in the middle, half as long.
WAITS_ELSEWHERE = 0.5
RATIO_SPREAD = 0.35
NOT_STATED_SHARE = 0.12
MISSES_AT_MOST = 0.5

CITY_OF_LONDON = "city-of-london"
# Forces with a habit, by what is wrong with what they record.
LINKS_LEFT_BLANK = "cheshire"
LINKS_NEARLY_ALL = "derbyshire"
LINKS_NEVER = "leicestershire"
MONTHS_MISSING = "north-wales"
ETHNICITY_BLANK = "warwickshire"
NO_SEARCH_POSITIONS = "west-mercia"
FLAGS_OFTEN_BLANK = "kent"
SWITCHBOARDS = ("north-wales", "kent", "lancashire", "west-yorkshire", "metropolitan")
OWN_GRADES = ("derbyshire", "west-mercia", "metropolitan", "essex", "gwent")
# Of every year, the months of which such a force hands nothing in.
MISSING = ("06", "07")

# Grades in the force's own words with limits in minutes, None where nobody is to be sent.
USUAL_GRADES: tuple[tuple[str, int | None], ...] = (
    ("Grade 1", 15),
    ("Grade 2", 240),
    ("Grade 3", 2880),
    ("Grade 4", None),
)
OTHER_GRADES: tuple[tuple[str, int | None], ...] = (
    ("Immediate", 15),
    ("Priority", 60),
    ("Appointment", 4320),
    ("Resolved by phone", None),
)


@dataclass(frozen=True, eq=False)
class Character:
    """One invented force. Rates are per 1,000 residents and year, shares plain fractions."""

    slug: str
    name: str
    calls_999: float
    calls_101: float
    online: float
    missed_999: float
    incidents: float
    waits: float
    crimes: float
    anti_social: float
    searches: float
    finds: float
    black_white: float
    complaints: float
    group_shares: Mapping[str, float]

    @property
    def grades(self) -> tuple[tuple[str, int | None], ...]:
        """The words of this force for its grades, the most urgent first."""
        return OTHER_GRADES if self.slug in OWN_GRADES else USUAL_GRADES

    def hands_in(self, month: str) -> bool:
        """Whether the force hands anything in for this month: what is missing is not nought."""
        return self.slug != MONTHS_MISSING or month[5:7] not in MISSING


def character(slug: str, seed: int) -> Character:
    """A force as this seed makes it."""
    draws = Draws(seed, "character", slug)

    def times(spread: float) -> float:
        # Drawn for every force, so that none depends on which one is at home.
        factor = exp(spread * draws.one_normal())
        return 1.0 if slug == HOME else factor

    def odds(share: float, factor: float) -> float:
        return factor * share / (1.0 - share + factor * share)

    crimes = targets.CRIMES.value * times(targets.CRIME_SPREAD)
    if slug == CITY_OF_LONDON:
        crimes *= targets.CITY_OF_LONDON_TIMES
    return Character(
        slug=slug,
        name=f"{force(slug).name} (synthetic)",
        calls_999=targets.CALLS_999.value * times(CALLS_SPREAD),
        calls_101=targets.CALLS_101.value * times(CALLS_SPREAD),
        online=targets.ONLINE.value * times(CALLS_SPREAD),
        missed_999=min(
            MISSES_AT_MOST, odds(1.0 - targets.ANSWERED_999.value, times(MISSES_SPREAD))
        ),
        incidents=targets.INCIDENTS.value * times(CALLS_SPREAD),
        waits=times(WAITS_SPREAD) * (1.0 if slug == HOME else WAITS_ELSEWHERE),
        crimes=crimes,
        anti_social=targets.ANTI_SOCIAL.value * times(targets.ANTI_SOCIAL_SPREAD),
        searches=targets.SEARCHES.value * times(SEARCHES_SPREAD),
        finds=odds(targets.LINKED_FINDS.value, times(FINDS_SPREAD)),
        black_white=targets.BLACK_WHITE.value * times(RATIO_SPREAD),
        complaints=targets.COMPLAINTS.value * times(CALLS_SPREAD),
        group_shares=_residents_by_group()[slug],
    )


@cache
def _residents_by_group() -> Mapping[str, Mapping[str, float]]:
    """The share of residents in each ethnic group. Source: ONS, Census 2021, by district."""
    text = (
        files("peelian.sources.synthetic")
        .joinpath("reference/residents-by-ethnic-group.csv")
        .read_text(encoding="utf-8")
    )
    found: dict[str, Mapping[str, float]] = {}
    for row in csv.DictReader(text.splitlines()):
        counts = {group: int(row[group.lower()]) for group in GROUPS}
        whole = sum(counts.values())
        found[row["force"]] = {group: count / whole for group, count in counts.items()}
    return found
