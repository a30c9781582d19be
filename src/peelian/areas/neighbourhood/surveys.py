"""The surveys of residents and of people who met the police."""

from typing import Final

from peelian.areas.neighbourhood.survey_perception import PERCEPTION
from peelian.areas.neighbourhood.survey_treatment import TREATMENT
from peelian.engines.surveys.declared import Survey

SURVEYS: Final[tuple[Survey, ...]] = (PERCEPTION, TREATMENT)
