"""Measures of neighbourhoods: each result of a survey is one without more declaration."""

from peelian.engines.measures.kinds import Measure

MEASURES: tuple[Measure, ...] = ()
