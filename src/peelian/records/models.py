"""Where Django looks for the models of records; each stands in a module of its own."""

from peelian.records.adoption import Adoption
from peelian.records.happenings import Happening, HappeningKey

__all__ = ["Adoption", "Happening", "HappeningKey"]
