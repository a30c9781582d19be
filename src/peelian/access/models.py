"""Where Django looks for the models of access; each stands in a module of its own."""

from peelian.access.conflict import Conflict
from peelian.access.glass import BrokenGlass
from peelian.access.held import RoleHeld
from peelian.access.seal import Seal, SealMember
from peelian.access.share import Share
from peelian.access.tie import Tie
from peelian.access.user import User

__all__ = ["BrokenGlass", "Conflict", "RoleHeld", "Seal", "SealMember", "Share", "Tie", "User"]
