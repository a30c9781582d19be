"""How many searches there are. Volume never stands alone: what was found stands beside it."""

from dataclasses import replace

from ibis import _

from peelian.areas.stop_and_search import volume_examples as worked
from peelian.areas.stop_and_search.codes import POWERS
from peelian.areas.stop_and_search.dimensions import (
    CIRCUMSTANCES,
    EVERY_WAY,
    FORCE,
    OUTCOME,
    PLACES,
    POWER_KIND,
)
from peelian.areas.stop_and_search.finds import (
    EVERY_ROW,
    IS_AUDITED,
    IS_NO_SUSPICION,
    audited_linked_find_rate,
    link_not_recorded,
    linked_find_rate,
    no_suspicion_linked_find_rate,
)
from peelian.areas.stop_and_search.models import StopSearch
from peelian.areas.stop_and_search.words import (
    ALL_POWERS,
    COMPARE_COUNTS,
    COMPARE_RATES,
    FIRST,
    IDENTICAL_ROWS,
    OPEN_ROWS,
    OWNER,
    POINTS_OF_CRIMES,
    RESIDENTS_ONLY,
    REVIEW_BY,
)
from peelian.engines.measures.kinds import Count, Rate
from peelian.engines.measures.populations import RESIDENTS
from peelian.spine.complaint import ABOUT_STOP_SEARCH, Complaint

NO_TARGET = (
    "More searches are not better. A number that is read as a target is met with searches that "
    "find less, so what was found and what people complained of stand beside it."
)

complaints = Count(
    key="stop_and_search.complaints",
    title="Complaints about stop and search",
    short="Complaints about searches",
    asks="How many complaints about stop and search were recorded?",
    words="complaints about stop and search were recorded",
    definition=(
        "Complaints recorded in the period whose subject is stop and search. Without complaints "
        "loaded for a force there is no figure, and never a nought."
    ),
    why="Says how searches were felt by those who were searched and spoke up.",
    of=Complaint,
    dated_by="month",
    counting=_.about == ABOUT_STOP_SEARCH,
    by=(FORCE,),
    better="neither",
    counts="event",
    profile=OPEN_ROWS,
    comparable=replace(
        COMPARE_COUNTS, reason="Forces differ in size and in how easy it is to complain."
    ),
    cautions=("Few who are unhappy with a search complain of it.",),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-12",),
    versions=FIRST,
    examples=worked.COMPLAINTS,
)

searches = Count(
    key="stop_and_search.searches",
    title="Stops and searches",
    short="Searches",
    asks="How many stops and searches were there?",
    words="stops and searches were made",
    definition="Rows of stop and search files: searches of persons, of vehicles, or of both.",
    why="How often a power is used that stops people on their way.",
    of=StopSearch,
    dated_by="month",
    counting=EVERY_ROW,
    by=(*EVERY_WAY, OUTCOME),
    better="neither",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_COUNTS,
    cautions=(NO_TARGET, ALL_POWERS, IDENTICAL_ROWS, POINTS_OF_CRIMES),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-01", "POW-12", "POW-25"),
    versions=FIRST,
    examples=worked.SEARCHES,
    beside=(linked_find_rate, link_not_recorded, complaints),
)

no_suspicion_searches = replace(
    searches,
    key="stop_and_search.no_suspicion_searches",
    title="Searches on powers that need no suspicion",
    short="Searches without suspicion",
    asks="How many searches were made on powers that need no suspicion?",
    words="searches were made on powers that need no suspicion",
    definition=(
        f"Rows of stop and search files whose power is of the kind '{POWERS.codes[1]}': section 60 "
        "of the Criminal Justice and Public Order Act 1994 and the like. Rows that name no power "
        "are not counted."
    ),
    why="The widest power over people against whom there is nothing: it is counted apart.",
    counting=IS_NO_SUSPICION,
    by=tuple(dimension for dimension in searches.by if dimension != POWER_KIND),
    cautions=(NO_TARGET, IDENTICAL_ROWS, POINTS_OF_CRIMES),
    ledger=("POW-12",),
    examples=worked.NO_SUSPICION_SEARCHES,
    beside=(no_suspicion_linked_find_rate, complaints),
)

audited_searches = replace(
    searches,
    key="stop_and_search.audited_searches",
    title="Searches of persons under section 1 of PACE and section 23 of the 1971 Act",
    short="Searches that audits read",
    asks="How many searches are of the two kinds that inspectors audit?",
    words="searches of persons were made under section 1 of PACE or section 23 of the 1971 Act",
    definition=(
        "Searches of persons (alone or with a vehicle) under section 1 of the Police and Criminal "
        "Evidence Act 1984 or section 23 of the Misuse of Drugs Act 1971: the searches from which "
        "the inspectorate draws its audit of reasonable grounds."
    ),
    why="The frame of an audit of grounds: its answers hold for these searches and no others.",
    counting=IS_AUDITED,
    by=tuple(dimension for dimension in searches.by if dimension != POWER_KIND),
    cautions=(
        "Searches under section 60 or the Firearms Act are outside the audit.",
        IDENTICAL_ROWS,
        POINTS_OF_CRIMES,
    ),
    ledger=("INS-08",),
    examples=worked.AUDITED_SEARCHES,
    beside=(audited_linked_find_rate, complaints),
)

searches_rate = Rate(
    key="stop_and_search.searches_rate",
    title="Stops and searches per 1,000 residents",
    short="Search rate",
    asks="How many stops and searches were there for every 1,000 residents?",
    words="stops and searches were made for every 1,000 residents",
    definition=(
        "Rows of stop and search files per 1,000 usual residents at mid-2020, for the whole period "
        "shown and not made annual."
    ),
    why="Lets forces of different size be set side by side.",
    of=StopSearch,
    dated_by="month",
    counting=EVERY_ROW,
    per=RESIDENTS,
    by=(*CIRCUMSTANCES, *PLACES),
    better="neither",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_RATES,
    cautions=(NO_TARGET, ALL_POWERS, RESIDENTS_ONLY, IDENTICAL_ROWS, POINTS_OF_CRIMES),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-12",),
    versions=FIRST,
    examples=worked.SEARCHES_RATE,
    beside=(linked_find_rate, link_not_recorded, complaints),
)

MEASURES = (searches, searches_rate, no_suspicion_searches, audited_searches, complaints)
