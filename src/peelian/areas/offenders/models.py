"""Where Django looks for the models of offenders; each stands in a module of its own."""

from peelian.areas.offenders.bail import Bail
from peelian.areas.offenders.breach import NotificationBreach
from peelian.areas.offenders.managed import ManagedPerson
from peelian.areas.offenders.visit import HomeVisit

__all__ = ["Bail", "HomeVisit", "ManagedPerson", "NotificationBreach"]
