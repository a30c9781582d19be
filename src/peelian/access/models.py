"""Where Django looks for the models of access, and what they listen to."""

from peelian.access.conflict import Conflict
from peelian.access.giving import renewing
from peelian.access.glass import BrokenGlass
from peelian.access.held import RoleHeld
from peelian.access.renewed import RenewedFrom
from peelian.access.seal import MemberAsked, Seal, SealMember
from peelian.access.share import Share
from peelian.access.tie import Tie
from peelian.access.user import User

__all__ = [
    "BrokenGlass",
    "Conflict",
    "MemberAsked",
    "RenewedFrom",
    "RoleHeld",
    "Seal",
    "SealMember",
    "Share",
    "Tie",
    "User",
    "renewing",
]
