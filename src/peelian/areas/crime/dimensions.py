"""The ways in which crime is broken down."""

from peelian.engines.measures.declared import Dimension
from peelian.spine.crime import CRIME_TYPES
from peelian.spine.outcome import OUTCOME_TYPES

FORCE = Dimension("force", "Police force", field="force_id")
TYPE = Dimension("type", "Crime type", field="crime_type", codes=CRIME_TYPES)
OUTCOME_TYPE = Dimension("outcome_type", "Outcome", field="outcome_type", codes=OUTCOME_TYPES)
DISTRICT = Dimension("district", "District", place="district", unknown="place not recorded")
LSOA = Dimension(
    "lsoa",
    "Neighbourhood (LSOA)",
    field="lsoa_code",
    place="lsoa_code",
    unknown="place not recorded",
)
DECILE = Dimension(
    "deprivation_decile",
    "Deprivation tenth (1 is most deprived)",
    place="deprivation_decile",
    unknown="place not recorded, or in Wales",
)

PLACES = (DISTRICT, LSOA, DECILE)
EVERY_WAY = (FORCE, TYPE, *PLACES)
