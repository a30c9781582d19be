"""Where Django looks for the spine's models; each stands in a module of its own."""

from peelian.spine.area import AreaDeprivation, DistrictLink, DistrictPopulation, LsoaPopulation
from peelian.spine.complaint import Complaint
from peelian.spine.crime import Crime
from peelian.spine.ethnicity import DistrictEthnicity
from peelian.spine.incident import Incident
from peelian.spine.outcome import Outcome

__all__ = [
    "AreaDeprivation",
    "Complaint",
    "Crime",
    "DistrictEthnicity",
    "DistrictLink",
    "DistrictPopulation",
    "Incident",
    "LsoaPopulation",
    "Outcome",
]
