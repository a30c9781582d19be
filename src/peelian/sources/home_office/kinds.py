"""The yearly returns of stops and searches, one force and year at a time."""

from collections.abc import Mapping

from peelian.areas.stop_and_search.models import SearchReturn
from peelian.records.load.kinds import Column, FileKind
from peelian.records.load.rules import MonthOfFile, Text, Whole
from peelian.records.load.rules_words import Recoded
from peelian.spine.ethnicity import ETHNIC_GROUPS

MOST_SEARCHES = 10_000_000

# The five groups of 2001: Chinese stands under Other. Neither of the last two is a group.
GROUPS: Mapping[str, str | None] = {
    "Asian or Asian British": "Asian",
    "Black or Black British": "Black",
    "Chinese or Other Ethnic Group": "Other",
    "Mixed": "Mixed",
    "White": "White",
    "Not stated": None,
    "Vehicle only": None,
}

RETURNS = FileKind(
    key="home_office.stop_search_returns",
    title="Home Office open data on stops and searches by force, reason and ethnicity",
    model=SearchReturn,
    columns=(
        Column("year_ending", "month", MonthOfFile()),
        Column("legislation", "legislation", Text(160, required=True)),
        Column("reason_for_search_arrest", "reason", Text(160, required=True)),
        Column("ethnic_group_self_defined", "ethnic_group", Recoded(ETHNIC_GROUPS, GROUPS)),
        Column("ethnicity_self_defined", "ethnicity", Text(120, required=True)),
        Column("searches", "searches", Whole(0, MOST_SEARCHES, "searches")),
        Column("resultant_arrests", "arrests", Whole(0, MOST_SEARCHES, "arrests")),
    ),
)
# In the file beside those of the kind: who returned the row, and what is only of section 60.
FORCE_COLUMN = "force_name"
UNUSED = (
    "weapons_arrests_s60_only",
    "other_arrests_s60_only",
    "persons_found_to_be_carrying_a_weapon_s60_only",
)
HEADER = (*RETURNS.header, FORCE_COLUMN, *UNUSED)
