"""The duties of the Victims' Code, in the order of its rights."""

from peelian.frameworks.victims_code.offered import OFFERED
from peelian.frameworks.victims_code.told import TOLD
from peelian.frameworks.victims_code.updates import UPDATED

RULES = (*OFFERED, *TOLD, UPDATED)
