"""Stops and searches: who was searched, under which power, for what, and what was found."""

import numpy as np
import pyarrow as pa

from peelian.areas.stop_and_search.codes import (
    AGE_RANGES,
    ETHNIC_GROUP_OF,
    GENDERS,
    OBJECTS,
    OFFICER_DEFINED,
    OUTCOMES,
    POWER_OF,
    SEARCH_TYPES,
    SELF_DEFINED,
)
from peelian.areas.stop_and_search.models import StopSearch
from peelian.sources.synthetic import rhythms, targets
from peelian.sources.synthetic.character import (
    ETHNICITY_BLANK,
    GROUPS,
    LINKS_LEFT_BLANK,
    LINKS_NEARLY_ALL,
    LINKS_NEVER,
    NO_SEARCH_POSITIONS,
    NOT_STATED_SHARE,
)
from peelian.sources.synthetic.clock import Moments, happen
from peelian.sources.synthetic.columns import degrees, flags, words
from peelian.sources.synthetic.draws import Draws, Flags, Ints
from peelian.sources.synthetic.lot import Lot

# Searches grew in one step, so that one year is so much above the year before it.
GREW_FROM, FOUND_MORE_FROM = "2023-02", "2023-04"

TYPE_WEIGHTS = (73.0, 4.0, 23.0)
VEHICLE = 1
GENDER_WEIGHTS = (11.0, 88.5, 0.5)
AGE_WEIGHTS = (0.05, 22.0, 39.0, 21.0, 18.0)
POWERS = (
    ("Misuse of Drugs Act 1971 (section 23)", 68.0),
    ("Police and Criminal Evidence Act 1984 (section 1)", 30.0),
    ("Criminal Justice and Public Order Act 1994 (section 60)", 1.6),
    ("Firearms Act 1968 (section 47)", 0.4),
)
DRUGS = 0
# What was sought under each of the powers above.
SOUGHT = (
    (("Controlled drugs", 1.0),),
    (
        ("Offensive weapons", 30.0),
        ("Article for use in theft", 29.0),
        ("Stolen goods", 27.0),
        ("Articles for use in criminal damage", 5.0),
    ),
    (("Anything to threaten or harm anyone", 70.0), ("Offensive weapons", 30.0)),
    (("Firearms", 1.0),),
)
NO_ACTION = "A no further action disposal"
ACTIONS = (
    ("Arrest", 45.0),
    ("Khat or Cannabis warning", 24.0),
    ("Community resolution", 23.0),
    ("Caution (simple or conditional)", 5.0),
    ("Summons / charged by post", 2.0),
    ("Penalty Notice for Disorder", 1.0),
)
# How often something follows, by whether what was sought was found.
ACTION_WHEN_FOUND, ACTION_OTHERWISE = 0.92, 0.07
NEARLY_ALL, LEFT_BLANK = 0.94, 0.9
OFFICER_AGREES = 0.95
IDENTICAL = 0.08
PART_OF_OPERATION, MORE_THAN_OUTER = 0.02, 0.06
NO_PLACE, NO_GENDER, NO_AGE, NO_ETHNICITY = 0.07, 0.01, 0.04, 0.04
NO_OPERATION_FLAG, NO_OUTER_FLAG = 0.08, 0.05


def rows(lot: Lot) -> pa.Table:
    """The searches of one force and month; some stand in several rows that are all alike."""
    draws = lot.draws("stopsearch")
    growth = targets.SEARCH_GROWTH.value if lot.month >= GREW_FROM else 1.0
    size = lot.number(draws, lot.character.searches * growth, season=0.05, peak=5)
    when = happen(draws, lot.month, size, by_hour=rhythms.SEARCHES, by_weekday=rhythms.BY_DAY)
    # A row that repeats the one before it: a group searched at one place in one minute.
    same = np.arange(size) - (draws.chance(IDENTICAL, size) & (np.arange(size) > 0))
    when = Moments(when.hours, when.places, when.seconds // 60 * 60)
    columns = {
        **when.columns("searched_at"),
        **_what(lot, draws, size),
        **_whom(lot, draws, size),
        **_where(lot, draws, size),
    }
    repeated = {name: column.take(pa.array(same)) for name, column in columns.items()}
    return lot.table(StopSearch, size, {**repeated, "month": lot.month})


def _what(lot: Lot, draws: Draws, size: int) -> dict[str, pa.Array]:
    """Power, object, outcome and whether the two are linked, as this force records it."""
    power = draws.pick([weight for _power, weight in POWERS], size)
    sought = np.zeros(size, dtype=np.int64)
    for n, weights in enumerate(SOUGHT):
        mine = np.flatnonzero(power == n)
        codes = np.array([OBJECTS.codes.index(word) for word, _weight in weights])
        sought[mine] = codes[draws.pick([weight for _word, weight in weights], len(mine))]
    later = lot.month >= FOUND_MORE_FROM
    finds = lot.character.finds
    if later:
        finds *= targets.LINKED_FINDS_LATER.value / targets.LINKED_FINDS.value
    found = draws.chance(finds, size)
    acted = draws.chance(np.where(found, ACTION_WHEN_FOUND, ACTION_OTHERWISE), size)
    actions = np.array([OUTCOMES.codes.index(word) for word, _weight in ACTIONS])
    taken = actions[draws.pick([weight for _word, weight in ACTIONS], size)]
    listed = [word for word, _weight in POWERS]
    return {
        "legislation": words(power, listed),
        "power": words(power, [POWER_OF[word] for word in listed]),
        "object_of_search": words(sought, OBJECTS.codes),
        "outcome": words(np.where(acted, taken, OUTCOMES.codes.index(NO_ACTION)), OUTCOMES.codes),
        "linked_to_object": _linked(lot, draws, found),
        "more_than_outer_clothing": flags(
            draws.chance(MORE_THAN_OUTER, size), blank=draws.chance(NO_OUTER_FLAG, size)
        ),
        "part_of_operation": flags(
            draws.chance(PART_OF_OPERATION, size), blank=draws.chance(NO_OPERATION_FLAG, size)
        ),
    }


def _linked(lot: Lot, draws: Draws, found: Flags) -> pa.Array:
    size = len(found)
    if lot.slug == LINKS_LEFT_BLANK:
        return flags(found, blank=draws.chance(LEFT_BLANK, size))
    if lot.slug == LINKS_NEARLY_ALL:
        return flags(draws.chance(NEARLY_ALL, size))
    if lot.slug == LINKS_NEVER:
        return flags(np.zeros(size, dtype=bool))
    return flags(found)


def _whom(lot: Lot, draws: Draws, size: int) -> dict[str, pa.Array]:
    """Who was searched. A search of a vehicle alone has no person."""
    kinds = draws.pick(TYPE_WEIGHTS, size)
    nobody = kinds == VEHICLE
    own = _self_defined(lot, draws, size)
    codes = SELF_DEFINED.codes
    group = [ETHNIC_GROUP_OF[code] for code in codes]
    all_blank = lot.slug == ETHNICITY_BLANK
    silent = nobody | (True if all_blank else draws.chance(NO_ETHNICITY, size))
    # The officer's view, which is not asked for where the person's own is not known to us either.
    places = np.array([OFFICER_DEFINED.codes.index(name or "White") for name in group])
    seen = np.where(
        draws.chance(OFFICER_AGREES, size),
        places[own],
        draws.below(np.full(size, len(OFFICER_DEFINED.codes))),
    )
    return {
        "search_type": words(kinds, SEARCH_TYPES.codes),
        "gender": words(
            draws.pick(GENDER_WEIGHTS, size),
            GENDERS.codes,
            blank=nobody | draws.chance(NO_GENDER, size),
        ),
        "age_range": words(
            draws.pick(AGE_WEIGHTS, size),
            AGE_RANGES.codes,
            blank=nobody | (True if all_blank else draws.chance(NO_AGE, size)),
        ),
        "self_defined_ethnicity": words(own, codes, blank=silent),
        "ethnic_group": words(own, group, blank=silent),
        "officer_defined_ethnicity": words(seen, OFFICER_DEFINED.codes, blank=silent),
    }


def _self_defined(lot: Lot, draws: Draws, size: int) -> Ints:
    """Ethnicity in the person's own words: residents times how often their group is searched."""
    times = targets.OTHER_RATIOS | {"Black": lot.character.black_white}
    weights = np.zeros(len(SELF_DEFINED.codes))
    for group in GROUPS:
        codes = [n for n, code in enumerate(SELF_DEFINED.codes) if ETHNIC_GROUP_OF[code] == group]
        # The first word of a group is its commonest.
        shares = 1.0 / np.arange(1, len(codes) + 1) ** 2
        weights[codes] = lot.character.group_shares[group] * times[group] * shares / shares.sum()
    unstated = [n for n, code in enumerate(SELF_DEFINED.codes) if ETHNIC_GROUP_OF[code] is None]
    weights[unstated] = weights.sum() * NOT_STATED_SHARE / (1 - NOT_STATED_SHARE) / len(unstated)
    return draws.pick(weights, size)


def _where(lot: Lot, draws: Draws, size: int) -> dict[str, pa.Array]:
    places = draws.pick(lot.ground.intensity("search", lot.seed), size)
    points = lot.ground.points(draws, places)
    nowhere = draws.chance(1.0 if lot.slug == NO_SEARCH_POSITIONS else NO_PLACE, size)
    return {
        "longitude": degrees(lot.ground.longitudes[points], blank=nowhere),
        "latitude": degrees(lot.ground.latitudes[points], blank=nowhere),
    }
