"""Where Django looks for the models of the workforce; each stands in a module of its own."""

from peelian.areas.workforce.assault import StaffAssault

__all__ = ["StaffAssault"]
