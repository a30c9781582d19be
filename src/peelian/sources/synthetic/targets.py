"""What invented forces are made to look like: a named constant for each statement that was read.

A statement with an identifier (FIG, REL) stands in the ledger of figures and is of Staffordshire
Police: what is generated for Staffordshire lies within sampling error of it, and a test says so.
A statement without one is only plausible: no published figure stands behind it, and none should
be quoted from it. Shares are plain fractions, rates are per 1,000 residents and year.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """A value that the rows are calibrated to; `figure` is empty where nobody published one."""

    value: float
    figure: str
    says: str


# Answering the public, year to March 2024.
CALLS_999 = Target(200.0, "FIG-005", "emergency calls per 1,000 residents and year")
ANSWERED_999 = Target(
    0.849, "FIG-008", "emergency calls presented that were answered in ten seconds, carrier's clock"
)
CALLS_101 = Target(330.0, "", "calls to 101 per 1,000 residents and year")
ABANDONED_101 = Target(0.08, "", "calls to 101 given up before an answer")
ABANDONED_999 = Target(0.009, "", "emergency calls given up before an answer")
ONLINE = Target(70.0, "", "contacts online or at a desk per 1,000 residents and year")

# Coming to an incident. Three statements about grade 2 and domestic abuse hold together only if
# "on average" means the median: 41% over seven days put the mean at 68.9 hours or more (REL-20),
# so 22 and 11 hours cannot be means of these incidents. They are taken as medians.
INCIDENTS = Target(260.0, "", "incidents per 1,000 residents and year")
ABUSE_IN_4_HOURS = Target(0.08, "FIG-068", "domestic abuse of grade 2 attended within 4 hours")
ABUSE_OVER_7_DAYS = Target(0.41, "FIG-067", "domestic abuse of grade 2 that waited over 7 days")
ABUSE_TYPICAL_HOURS = Target(22.0, "FIG-066", "median hours, domestic abuse of grade 2")
GRADE_2_TYPICAL_HOURS = Target(11.0, "FIG-065", "median hours, every incident of grade 2")
ABUSE_OF_GRADE_2 = Target(0.18, "", "incidents of grade 2 that are domestic abuse")
WELFARE_FALL = Target(
    0.55, "FIG-015", "fall in attended concerns for welfare from February 2024 on"
)

# Crime and what became of it: data.police.uk files of Staffordshire, March to December 2021, over
# mid-2020 residents. Shares by type are in reference/crime-types.csv, outcomes by type in
# reference/outcomes-by-crime-type.csv (crimes of March to June 2021, followed to December).
CRIMES = Target(63.3, "", "crimes in the street files per 1,000 residents and year")
ANTI_SOCIAL = Target(22.7, "", "anti-social behaviour in the street files, per 1,000 and year")
# Spread between forces in the same files, as the standard deviation of logarithms.
CRIME_SPREAD, ANTI_SOCIAL_SPREAD = 0.23, 0.37
# Few live in the City of London and many come: its rate there is 8.8 times Staffordshire's.
CITY_OF_LONDON_TIMES = 8.8
NO_POSITION = Target(0.0097, "", "rows of street files without a position")
ELSEWHERE = Target(0.0055, "", "rows whose place lies in another force's area")
TWICE = Target(0.0027, "", "rows of street files that carry the identifier of another row")
COPIES = Target(0.02, "", "outcomes that stand twice in their file, in an ordinary month")
COPIES_IN_MARCH = Target(0.39, "", "the same in a month whose file was joined up twice")

# Stop and search, year to March 2023.
SEARCHES = Target(5.66, "REL-14", "searches per 1,000 residents in the year to January 2023")
SEARCH_GROWTH = Target(1.24, "FIG-030", "searches, year to January 2024 over the year before")
LINKED_FINDS = Target(0.246, "FIG-032", "searches that found what was sought, year to March 2023")
LINKED_FINDS_LATER = Target(0.258, "FIG-033", "the same at the inspection, from April 2023 on")
BLACK_WHITE = Target(2.5, "FIG-039", "Black people searched for each White one, by residents")
# Plausible only: the other groups' rates over that of White residents.
OTHER_RATIOS = {"Asian": 1.0, "Mixed": 1.6, "Other": 0.8, "White": 1.0}

COMPLAINTS = Target(0.9, "", "complaints per 1,000 residents and year")
ABOUT_SEARCHES = Target(0.015, "", "complaints that are about stop and search")
