"""One sentence that agrees and one that does not, for every kind of claim: the manual shows both.

All are invented. The page of the manual is made by checking them, so it cannot promise more than
the checker does.
"""

from collections.abc import Mapping
from typing import Final

from peelian.engines.publishing.checker.findings import About

EXAMPLES: Final[Mapping[About, tuple[str, ...]]] = {
    About.SHARE: (
        "Only 57 percent of officers agreed (167 of 294 respondents).",
        "Of the 748 people who replied, 587 (78.4 percent) had been trained.",
        "The course was attended by 94 sergeants (29 percent of all sergeants), and the programme "
        "by 41 sergeants (20 percent of all sergeants).",
        "We asked 16 recruits, and 45 percent of them had not met their tutor.",
        "The precept raised £89 million, 36.1 percent of a total funding of £247 million.",
    ),
    About.SUM: (
        "There are 307 posts: 127 filled, 115 filled for the time being and 65 vacant.",
        "Some 61 percent were satisfied, 24 percent were not, and the remaining 18 percent had no "
        "view.",
    ),
    About.RATE: (
        "The force recorded 86,400 crimes, or 75.3 per 1,000 of its population of 1,147,000.",
        "Funding was £247 million, equivalent to £215,342 per 1,000 population.",
        "The force recorded 86,400 crimes, or 57.3 per 1,000 of its population of 1,147,000.",
    ),
    About.MARGIN: (
        "We reviewed a sample of 235 records. We estimate that 80 percent (with a confidence "
        "interval of +/- 5.0 percentage points) had reasonable grounds.",
        "We surveyed 1,004 adults; the margin of error is plus or minus 1.3 percentage points.",
    ),
    About.CHANGE: (
        "Recorded crime rose from 10,200 to 11,424, an increase of 12 percent.",
        "Searches rose by 24 percent, around 1,500 to 1,600 more than in the previous year.",
        "Satisfaction fell from 76 percent to 71 percent, a drop of 7 percentage points.",
    ),
    About.REPEAT: (
        "For this review we examined 120 case files. Of the 210 case files examined, most had a "
        "plan.",
    ),
    About.AVERAGE: (
        "The average wait was 22 hours. In 41 percent of cases it took more than seven days.",
        "The average wait was 90 hours. In 41 percent of cases it took more than seven days.",
    ),
    About.WORDS: (
        "The service doubled the number of people helped, from 23,000 to about 50,000.",
        "Most callers (47 percent) were satisfied.",
    ),
}
"""By kind of claim; lists and tables are told in words, since a sentence cannot show them."""
