"""Which rows of street files are crimes, and which anti-social behaviour."""

from ibis import _

from peelian.spine.crime import ANTI_SOCIAL_BEHAVIOUR

IS_CRIME = _.crime_type != ANTI_SOCIAL_BEHAVIOUR
IS_ASB = _.crime_type == ANTI_SOCIAL_BEHAVIOUR
