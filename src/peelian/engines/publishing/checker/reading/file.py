"""Reads a report in any of the formats: plain text, Markdown, HTML, PDF, Word."""

from peelian.engines.publishing.checker.documents import Document
from peelian.engines.publishing.checker.reading import html, limits, markdown, pdf, text, word
from peelian.engines.publishing.checker.reading.errors import Unreadable
from peelian.engines.publishing.checker.reading.signatures import format_of

_READERS = {
    "text": text.read,
    "html": html.read,
    "markdown": markdown.read,
    "word": word.read,
    "pdf": pdf.read,
}


def read(name: str, content: bytes) -> Document:
    """What the file ``name`` of bytes ``content`` says, in reading order.

    Raises:
        Unreadable: the file is of no kind that is read, damaged, locked, empty, or too large. No
            other error but ``MemoryError`` leaves this function, whatever the bytes are.
    """
    limits.within(
        limits.FILE_BYTES,
        len(content),
        "bytes",
        "Make it smaller (pictures take most of the room), or check it in parts.",
    )
    try:
        return _READERS[format_of(name, content)](content)
    except (Unreadable, MemoryError):  # whoever set the limit of memory says what it means
        raise
    except Exception as fault:
        # The libraries of the formats raise almost anything on damaged files, and a stranger
        # made these: whatever the fault is, the answer is a sentence.
        raise Unreadable(
            "The file is damaged, or made in a way that cannot be read. "
            "Save it anew, or as another format, and try that."
        ) from fault
