"""Measures of the workforce: each duty of the assault plan is measured without more declaration."""

from peelian.engines.measures.kinds import Measure

MEASURES: tuple[Measure, ...] = ()
