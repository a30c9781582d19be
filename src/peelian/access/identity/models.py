"""Where Django looks for the models of identity, and what they listen to."""

from peelian.access.identity import receivers
from peelian.access.identity.kept import KeptForm
from peelian.access.identity.standing import Standing
from peelian.access.identity.visit import Visit

__all__ = ["KeptForm", "Standing", "Visit", "receivers"]
