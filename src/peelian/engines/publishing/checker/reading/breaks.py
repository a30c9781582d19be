"""What a line break within a block means: it ends a passage where a sentence ends, or near it."""

from collections.abc import Iterator

from peelian.engines.publishing.checker.reading import limits
from peelian.engines.publishing.checker.reading.joining import ended, goes_on


def passages_of(text: str) -> Iterator[str]:
    """The passages in the text of one block, whose forced line breaks are newlines.

    Two breaks always end a passage; one does, unless the line before it is not ended and the one
    after it begins as the rest of a sentence does.
    """
    gathered = ""
    for line in (line.strip(" ") for line in text.split("\n")):
        closed = ended(gathered) or len(gathered) > limits.PARAGRAPH
        if gathered and (not line or closed or not (goes_on(line) or line[0].isdigit())):
            yield gathered
            gathered = ""
        gathered = f"{gathered} {line}" if gathered else line
    if gathered:
        yield gathered
