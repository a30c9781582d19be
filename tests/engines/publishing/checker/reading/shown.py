"""What a reader made of a file, short enough to write down in a test."""

from peelian.engines.publishing.checker.documents import Passage
from peelian.engines.publishing.checker.reading.file import read


def texts(name, content):
    """The text of every passage."""
    return [passage.text for _, passage in read(name, content).passages()]


def outline(name, content):
    """Kind and text of every passage, and the rows of every table."""
    return [
        (part.kind.value, part.text) if isinstance(part, Passage) else ("table", part.rows)
        for part in read(name, content).parts
    ]


def items(name, content):
    """List, level and text of every item."""
    return [
        (passage.list, passage.level, passage.text)
        for _, passage in read(name, content).passages()
        if passage.list
    ]


def tables(name, content):
    """Heading rows and rows of every table."""
    return [(table.heads, table.rows) for _, table in read(name, content).tables()]


def unread(name, content):
    """Place and reason of what could not be read."""
    return [(part.place, part.why) for part in read(name, content).unread]
