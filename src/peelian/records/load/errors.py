"""What can go wrong with a whole file.

CannotLoad
├── Unreadable     the bytes cannot be had: truncated, damaged, encrypted, an archive bomb
├── WrongHeader    the columns are not those of the kind of file
└── NothingLoads   the file was read, but none of its rows, or another source is authoritative
"""


class CannotLoad(Exception):
    """A file was refused as a whole. The message is a sentence for the person who loads it."""


class Unreadable(CannotLoad):
    """The bytes of a file cannot be had."""


class WrongHeader(CannotLoad):
    """The header of a file is not the one of its kind."""


class NothingLoads(CannotLoad):
    """The file could be read, but must not stand in the store."""
