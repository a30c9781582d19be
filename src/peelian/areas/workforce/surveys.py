"""The surveys of the workforce."""

from typing import Final

from peelian.areas.workforce.survey_ideas import CONSULTATION
from peelian.areas.workforce.survey_inspectorate import PEEL_SURVEY
from peelian.areas.workforce.survey_leavers import DEPARTMENT, LEAVERS
from peelian.engines.surveys.declared import Survey

SURVEYS: Final[tuple[Survey, ...]] = (PEEL_SURVEY, LEAVERS, DEPARTMENT, CONSULTATION)
