"""What can go wrong with the trail.

TrailError
├── OutsideTransaction     an entry would not stand or fall with the deed it records
├── UnknownVerb            a deed that is not on the closed list
├── UnwritableEntry        a part of the entry has no canonical form
├── UnreadableCheckpoint   a line or row that is no checkpoint
└── UnreadableKey          a file that holds no Ed25519 key
"""


class TrailError(Exception):
    """An entry cannot be written; whatever it would have recorded must not happen either."""


class OutsideTransaction(TrailError):
    """`append` was called without a transaction around it and the deed it records."""


class UnknownVerb(TrailError):
    """The deed is not on the closed list of `trail.verbs`."""


class UnwritableEntry(TrailError):
    """A part of the entry has no canonical form, so its hash could not be repeated elsewhere."""


class UnreadableCheckpoint(TrailError):
    """A line of a file, or a row of the table, is no checkpoint."""


class UnreadableKey(TrailError):
    """A file that should hold an Ed25519 key does not, or is not there."""
