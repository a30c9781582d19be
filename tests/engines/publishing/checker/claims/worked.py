"""Worked examples: lines of a report in, what one kind of claim finds out.

A line that starts with ``#`` is a heading, one with ``-`` an item of a list.
"""

from peelian.engines.publishing.checker.documents import Document, Kind, Passage
from peelian.engines.publishing.checker.language.text import text_of


def report(*lines):
    """A document of these lines, one passage each."""
    parts = []
    lists, inside = 0, False
    for number, line in enumerate(lines, start=1):
        place = f"line {number}"
        if line.startswith("- "):
            lists += not inside
            parts.append(Passage(line[2:], place, Kind.ITEM, list=lists, level=1))
        elif line.startswith("# "):
            parts.append(Passage(line[2:], place, Kind.HEADING))
        else:
            parts.append(Passage(line, place))
        inside = line.startswith("- ")
    return Document("text", tuple(parts))


def findings(find, *lines):
    """All that one kind of claim finds in these lines."""
    return list(find(text_of(report(*lines))))


def told(find, *lines):
    """The verdict, the printed figure and the range allowed, of each finding."""
    return [(str(one.verdict), one.printed, one.allowed) for one in findings(find, *lines)]


def refused(find, *lines):
    """The printed figures that do not follow."""
    return [figure for verdict, figure, _ in told(find, *lines) if verdict == "does not follow"]
