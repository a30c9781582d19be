"""Where Django looks for the models of access; each stands in a module of its own."""

from peelian.access.user import User

__all__ = ["User"]
