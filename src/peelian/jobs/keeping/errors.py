"""What can go wrong with keeping copies.

KeepingError
├── NoKey            there is no key to seal or to open a backup with, or it is not fit for it
├── NotWhole         a backup file was cut, altered, sealed with another key, or is none at all
├── CannotCopy       the database or the store cannot be copied now
└── CannotRestore    the place to restore into is taken, or what came out is not what went in
"""


class KeepingError(Exception):
    """A backup, restore or drill did not happen; the message is a sentence for the operator."""


class NoKey(KeepingError):
    """There is no key, or it is not fit to be one."""


class NotWhole(KeepingError):
    """The file is not a whole backup that this key opens."""


class CannotCopy(KeepingError):
    """Something that belongs into a backup cannot be copied now."""


class CannotRestore(KeepingError):
    """The backup cannot be restored there, or does not come out as it went in."""
