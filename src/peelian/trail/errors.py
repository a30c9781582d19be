"""What can go wrong with the trail.

TrailError
├── OutsideTransaction   an entry would not stand or fall with the deed it records
├── UnknownVerb          a deed that is not on the closed list
└── UnwritableEntry      a part of the entry has no canonical form
"""


class TrailError(Exception):
    """An entry cannot be written; whatever it would have recorded must not happen either."""


class OutsideTransaction(TrailError):
    """`append` was called without a transaction around it and the deed it records."""


class UnknownVerb(TrailError):
    """The deed is not on the closed list of `trail.verbs`."""


class UnwritableEntry(TrailError):
    """A part of the entry has no canonical form, so its hash could not be repeated elsewhere."""
