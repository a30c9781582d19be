"""Where Django looks for the models of records; each stands in a module of its own."""

from peelian.records.adoption import Adoption
from peelian.records.deliveries import Delivery
from peelian.records.happenings import Happening, HappeningKey
from peelian.records.noted import Noted

__all__ = ["Adoption", "Delivery", "Happening", "HappeningKey", "Noted"]
