"""The ways in which searches are broken down."""

from peelian.areas.stop_and_search.codes import (
    AGE_RANGES,
    GENDERS,
    LEGISLATION,
    OBJECTS,
    OFFICER_DEFINED,
    OUTCOMES,
    POWERS,
    SEARCH_TYPES,
)
from peelian.areas.stop_and_search.places import at_points_of_crimes
from peelian.engines.measures.declared import Dimension
from peelian.spine.ethnicity import ETHNIC_GROUPS

UNPLACED = "no map point, or none that a crime loaded shares"

FORCE = Dimension("force", "Police force", field="force_id")
OBJECT = Dimension("object", "Object of search", field="object_of_search", codes=OBJECTS)
POWER = Dimension("power", "Power used", field="legislation", codes=LEGISLATION)
POWER_KIND = Dimension("power_kind", "Kind of power", field="power", codes=POWERS)
SEARCH_TYPE = Dimension("search_type", "Type of search", field="search_type", codes=SEARCH_TYPES)
OUTCOME = Dimension("outcome", "Outcome of the search", field="outcome", codes=OUTCOMES)
AGE = Dimension("age", "Age", field="age_range", codes=AGE_RANGES)
GENDER = Dimension("gender", "Gender", field="gender", codes=GENDERS)
HOUR = Dimension("hour", "Hour of the day", field="hour")
ETHNIC_GROUP = Dimension(
    "ethnic_group",
    "Self-defined ethnic group",
    field="ethnic_group",
    codes=ETHNIC_GROUPS,
    unknown="not stated or not recorded",
)
SEEN_ETHNICITY = Dimension(
    "officer_defined_ethnicity",
    "Ethnicity as the officer saw it",
    field="officer_defined_ethnicity",
    codes=OFFICER_DEFINED,
)
DISTRICT = Dimension(
    "district", "District", place="district", unknown=UNPLACED, locate=at_points_of_crimes
)
LSOA = Dimension(
    "lsoa",
    "Neighbourhood (LSOA)",
    field="lsoa_code",
    place="lsoa_code",
    unknown=UNPLACED,
    locate=at_points_of_crimes,
)

PLACES = (DISTRICT, LSOA)
CIRCUMSTANCES = (FORCE, OBJECT, POWER, POWER_KIND, SEARCH_TYPE, HOUR)
WHOM = (AGE, GENDER, ETHNIC_GROUP, SEEN_ETHNICITY)
EVERY_WAY = (*CIRCUMSTANCES, *WHOM, *PLACES)

# Yearly counts keep the words of the Home Office and the ethnic groups of the Census 2001.
RETURNED_GROUP = Dimension(
    "ethnic_group",
    "Self-defined ethnic group (of 2001, Chinese under Other)",
    field="ethnic_group",
    codes=ETHNIC_GROUPS,
    unknown="not stated, or a vehicle alone",
)
RETURNED_ETHNICITY = Dimension("ethnicity", "Self-defined ethnicity", field="ethnicity")
RETURNED_POWER = Dimension("power", "Power used", field="legislation")
REASON = Dimension("reason", "Reason for the search", field="reason")
