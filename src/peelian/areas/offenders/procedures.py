"""What offender managers and investigators are asked step by step in this area."""

from peelian.areas.offenders.procedure_band import band
from peelian.areas.offenders.procedure_breach import breach
from peelian.areas.offenders.procedure_visit import visit

PROCEDURES = (visit, breach, band)
