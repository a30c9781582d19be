"""What can be said of a cell. Nothing downstream may turn a status into a number."""

from enum import StrEnum


class Status(StrEnum):
    """Five different things that a blank could otherwise mean."""

    OK = "ok"
    SUPPRESSED = "suppressed"
    NO_DATA = "no_data"
    NOT_COMPUTABLE = "not_computable"
    NOT_COMPARABLE = "not_comparable"

    @property
    def in_words(self) -> str:
        """The status as a reader meets it in a table."""
        return _WORDS[self]


_WORDS = {
    Status.OK: "computed",
    Status.SUPPRESSED: "hidden to protect people",
    Status.NO_DATA: "no data loaded",
    Status.NOT_COMPUTABLE: "cannot be computed",
    Status.NOT_COMPARABLE: "cannot be compared",
}
