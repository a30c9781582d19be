"""Where Django looks for the spine's models; each stands in a module of its own."""

from peelian.spine.area import AreaDeprivation, DistrictLink, DistrictPopulation, LsoaPopulation
from peelian.spine.complaint import Complaint
from peelian.spine.crime import Crime
from peelian.spine.ethnicity import DistrictEthnicity
from peelian.spine.incident import Incident
from peelian.spine.officer import Officer
from peelian.spine.outcome import Outcome
from peelian.spine.person import Involvement, Person
from peelian.spine.post import Holding, Post
from peelian.spine.shift import Absence, Shift
from peelian.spine.suspect import Suspect
from peelian.spine.unit import Unit
from peelian.spine.victim import Victim

__all__ = [
    "Absence",
    "AreaDeprivation",
    "Complaint",
    "Crime",
    "DistrictEthnicity",
    "DistrictLink",
    "DistrictPopulation",
    "Holding",
    "Incident",
    "Involvement",
    "LsoaPopulation",
    "Officer",
    "Outcome",
    "Person",
    "Post",
    "Shift",
    "Suspect",
    "Unit",
    "Victim",
]
