"""What a reader says when a file cannot be read."""


class Unreadable(ValueError):
    """A file that cannot be read as a report: the sentence says what, where and what to do."""
