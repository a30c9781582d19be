"""What searches lead to: whether the thing sought was found, and whether anything was done."""

from dataclasses import replace

from ibis import _

from peelian.areas.stop_and_search import find_examples as worked
from peelian.areas.stop_and_search.codes import AUDITED, NO_ACTION, NO_SUSPICION, OF_PERSONS
from peelian.areas.stop_and_search.dimensions import EVERY_WAY, OUTCOME, POWER_KIND
from peelian.areas.stop_and_search.models import StopSearch
from peelian.areas.stop_and_search.words import (
    ALL_POWERS,
    COMPARE_ACTIONS,
    COMPARE_CLOTHING,
    COMPARE_LINKS,
    COMPARE_RECORDING,
    FIRST,
    IDENTICAL_ROWS,
    MOST_UNKNOWN,
    NOT_STRIP_SEARCH,
    OPEN_ROWS,
    OWNER,
    POINTS_OF_CRIMES,
    REVIEW_BY,
)
from peelian.engines.measures.kinds import Share

EVERY_ROW = _.search_type.notnull()
IS_PERSON = _.search_type.isin(OF_PERSONS)
IS_NO_SUSPICION = _.power == NO_SUSPICION
IS_AUDITED = IS_PERSON & _.legislation.isin(AUDITED)
LINK_KNOWN = _.linked_to_object.notnull()

linked_find_rate = Share(
    key="stop_and_search.linked_find_rate",
    title="Searches whose outcome was linked to the object sought",
    short="Linked find rate",
    asks="How often does a search find what was looked for?",
    among_words="searches",
    words="had an outcome linked to the object sought",
    definition=(
        "Of all rows of stop and search files, those that say True to 'Outcome linked to object of "
        "search'. Rows that say neither True nor False are unknown and stay among all."
    ),
    why="A power used on good grounds usually finds its object.",
    of=StopSearch,
    dated_by="month",
    among=EVERY_ROW,
    counting=_.linked_to_object,
    known=LINK_KNOWN,
    by=(*EVERY_WAY, OUTCOME),
    better="higher",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_LINKS,
    most_unknown=MOST_UNKNOWN,
    cautions=(
        ALL_POWERS,
        "Something else can have been found: this is neither the share of searches that found "
        "anything nor the share that led to arrest.",
        IDENTICAL_ROWS,
        POINTS_OF_CRIMES,
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-11",),
    versions=FIRST,
    examples=worked.LINKED_FIND_RATE,
)

linked_find_rate_known = replace(
    linked_find_rate,
    key="stop_and_search.linked_find_rate_known",
    title="Searches whose outcome was linked to the object sought, where that is recorded",
    short="Linked find rate where recorded",
    asks="Where it is recorded, how often does a search find what was looked for?",
    among_words="searches with a recorded link",
    definition=(
        "Of the rows of stop and search files that say True or False to 'Outcome linked to object "
        "of search', those that say True. Rows that say neither are counted as unknown."
    ),
    why="Shows how much the find rate moves when what is left blank is left out.",
    of_known=True,
    cautions=(
        "Blank may mean that nothing was found: then this is far too high. Read it beside the rate "
        "over all searches.",
        *linked_find_rate.cautions,
    ),
    examples=worked.LINKED_FIND_RATE_KNOWN,
)

link_not_recorded = Share(
    key="stop_and_search.link_not_recorded",
    title="Searches of which it is not recorded whether the outcome was linked to the object",
    short="Link not recorded",
    asks="How often is it not recorded whether the object was found?",
    among_words="searches",
    words="do not say whether the outcome was linked to the object sought",
    definition=(
        "Of all rows of stop and search files, those that say neither True nor False to 'Outcome "
        "linked to object of search'."
    ),
    why="A find rate says nothing where this share is large.",
    of=StopSearch,
    dated_by="month",
    among=EVERY_ROW,
    counting=_.linked_to_object.isnull(),
    by=(*EVERY_WAY, OUTCOME),
    better="lower",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_RECORDING,
    cautions=(ALL_POWERS, IDENTICAL_ROWS, POINTS_OF_CRIMES),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-11",),
    versions=FIRST,
    examples=worked.LINK_NOT_RECORDED,
)

no_suspicion_linked_find_rate = replace(
    linked_find_rate,
    key="stop_and_search.no_suspicion_linked_find_rate",
    title="Searches without suspicion whose outcome was linked to the object sought",
    short="Linked find rate without suspicion",
    asks="How often does a search that needs no suspicion find what was looked for?",
    among_words="searches on powers that need no suspicion",
    definition=(
        "As the linked find rate, of rows whose power asks for no suspicion of the person: section "
        "60 of the Criminal Justice and Public Order Act 1994 and the like."
    ),
    why="The law asks for no grounds here, so what is found is the first test of how it is used.",
    among=IS_NO_SUSPICION,
    by=tuple(dimension for dimension in linked_find_rate.by if dimension != POWER_KIND),
    cautions=linked_find_rate.cautions[1:],
    examples=worked.NO_SUSPICION_LINKED_FIND_RATE,
)

audited_linked_find_rate = replace(
    linked_find_rate,
    key="stop_and_search.audited_linked_find_rate",
    title="Audited kinds of search whose outcome was linked to the object sought",
    short="Linked find rate, audited powers",
    asks="How often do searches under the two Acts that inspectors audit find their object?",
    among_words="searches of persons under section 1 of PACE or section 23 of the 1971 Act",
    definition=(
        "As the linked find rate, of searches of persons under section 1 of the Police and "
        "Criminal Evidence Act 1984 and section 23 of the Misuse of Drugs Act 1971."
    ),
    why="The inspectorate's audit reads these searches only, so its figures are not of all.",
    among=IS_AUDITED,
    by=tuple(dimension for dimension in linked_find_rate.by if dimension != POWER_KIND),
    cautions=linked_find_rate.cautions[1:],
    ledger=("INS-08", "POW-11"),
    examples=worked.AUDITED_LINKED_FIND_RATE,
)

action_rate = Share(
    key="stop_and_search.action_rate",
    title="Searches that led to any action",
    short="Searches that led to action",
    asks="How many searches led to an arrest or another action?",
    among_words="searches",
    words="led to an arrest, a warning, a resolution or another action",
    definition=(
        "Of all rows of stop and search files, those with an outcome other than a disposal of no "
        "further action. Rows with a blank outcome are unknown and stay among all."
    ),
    why="A search that ends in nothing has cost someone time, dignity and trust.",
    of=StopSearch,
    dated_by="month",
    among=EVERY_ROW,
    counting=_.outcome.notnull() & ~_.outcome.isin(NO_ACTION),
    known=_.outcome.notnull(),
    by=EVERY_WAY,
    better="neither",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_ACTIONS,
    most_unknown=MOST_UNKNOWN,
    cautions=(
        ALL_POWERS,
        "The action can be for something other than what was sought: see the linked find rate.",
        IDENTICAL_ROWS,
        POINTS_OF_CRIMES,
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-01", "POW-11"),
    versions=FIRST,
    examples=worked.ACTION_RATE,
)

clothing = Share(
    key="stop_and_search.clothing",
    title="Searches in which more than outer clothing was removed",
    short="More than outer clothing",
    asks="In how many searches of people did more than outer clothing come off?",
    among_words="searches of people",
    words="had more than outer clothing removed",
    definition=(
        "Of searches of persons, those that say True to 'Removal of more than just outer "
        "clothing'. Rows that say neither True nor False are unknown and stay among all."
    ),
    why="It intrudes far more than a search in the street, most of all for a child.",
    of=StopSearch,
    dated_by="month",
    among=IS_PERSON,
    counting=_.more_than_outer_clothing,
    known=_.more_than_outer_clothing.notnull(),
    by=EVERY_WAY,
    better="neither",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_CLOTHING,
    most_unknown=MOST_UNKNOWN,
    cautions=(NOT_STRIP_SEARCH, IDENTICAL_ROWS, POINTS_OF_CRIMES),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-10",),
    versions=FIRST,
    examples=worked.CLOTHING,
)

MEASURES = (
    linked_find_rate,
    linked_find_rate_known,
    link_not_recorded,
    no_suspicion_linked_find_rate,
    audited_linked_find_rate,
    action_rate,
    clothing,
)
