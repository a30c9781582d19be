"""Where Django looks for the spine's models; each stands in a module of its own."""

from peelian.spine.area import AreaDeprivation, DistrictLink, DistrictPopulation, LsoaPopulation
from peelian.spine.crime import Crime
from peelian.spine.outcome import Outcome

__all__ = [
    "AreaDeprivation",
    "Crime",
    "DistrictLink",
    "DistrictPopulation",
    "LsoaPopulation",
    "Outcome",
]
