"""Every measure of this area. Whether duties were met in time is measured with each duty."""

from peelian.areas.offenders import measures_bail, measures_managed, measures_suspects

MEASURES = (*measures_suspects.MEASURES, *measures_bail.MEASURES, *measures_managed.MEASURES)
