"""How much one file may hold. Whoever uploads a file is a stranger: every reader counts early.

All limits are Peelian's defaults: some ten times what the longest published report needs.
"""

from peelian.engines.publishing.checker.reading.errors import Unreadable

FILE_BYTES = 10_000_000
UNPACKED_BYTES = 50_000_000  # of a Word file, counted while unpacking, whatever it declares
MEMBERS = 2_000  # files within a Word file
PAGES = 600
PASSAGES = 40_000
PARAGRAPH = 20_000  # characters: lines are joined no further, which would take ever longer
UNREAD = 200  # parts reported as unread; the rest is summed up in one
CHARACTERS = 4_000_000
CELLS = 200_000  # of all tables together, empty ones counted
NESTING = 150  # elements within elements: browsers flatten what is deeper than some hundreds


def within(limit: int, number: int, what: str, help: str) -> None:
    """Refuse a file of which ``number`` is over ``limit``; ``help`` says what would be right."""
    if number > limit:
        raise Unreadable(f"The file holds more than {limit:,} {what}. {help}")


def characters(number: int) -> None:
    """Refuse a text of more than ``CHARACTERS``."""
    within(CHARACTERS, number, "characters of text", SPLIT)


SPLIT = "Split the report into parts and check each."
