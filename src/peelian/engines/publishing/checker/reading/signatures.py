"""Tells a file's format from its first bytes, and what to do with one that is not read."""

import io
import re
import zipfile

from peelian.engines.publishing.checker.reading.errors import Unreadable

_SAVE = "Save the report as PDF, Word (.docx), HTML or plain text and check that."
_OCR = "Recognise the text in it first (OCR), or check the report itself."

_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "a Rich Text file (.rtf)", _SAVE),
    (b"\x89PNG", "a picture (PNG)", _OCR),
    (b"\xff\xd8\xff", "a picture (JPEG)", _OCR),
    (b"GIF8", "a picture (GIF)", _OCR),
    (b"II*\x00", "a picture (TIFF)", _OCR),
    (b"MM\x00*", "a picture (TIFF)", _OCR),
    (b"BM", "a picture (BMP)", _OCR),
    (b"RIFF", "a picture or a recording", _OCR),
    (b"\x1f\x8b", "a packed file (gzip)", "Unpack it and check the report in it."),
    (b"7z\xbc\xaf", "a packed file (7-Zip)", "Unpack it and check the report in it."),
    (b"Rar!", "a packed file (RAR)", "Unpack it and check the report in it."),
    (b"%!PS", "a PostScript file", "Print it to PDF and check that."),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ZIPPED = (
    ("xl/", "an Excel workbook", "Only running text is checked: " + _SAVE),
    ("ppt/", "a PowerPoint file", "Export it as PDF and check that."),
    ("content.xml", "an OpenDocument file (.odt, .ods, .odp)", "Save it as Word (.docx) or PDF."),
    ("Index/", "a file of Apple Pages or Numbers", "Export it as Word (.docx) or PDF."),
    ("META-INF/container.xml", "an electronic book (EPUB)", _SAVE),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?>.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"<(?:h[1-6]|p|div|table|ul|ol|article|section|main)\b[^<>]*>", re.IGNORECASE)
_START = 4096  # bytes


def format_of(name: str, content: bytes) -> str:
    """``pdf``, ``word``, ``html``, ``markdown`` or ``text``.

    The content decides; ``name`` only between the last three, which can look alike.

    Raises:
        Unreadable: the file is of a kind that is not read; the sentence says which.
    """
    if not content.strip():
        raise Unreadable("The file is empty: choose the file that holds the report.")
    start = content[:_START]
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return _zipped(content)
    if start.startswith(_OLE):
        raise Unreadable(_ole(content))
    for signature, what, help in _REFUSED:
        # Text may begin with the letters "BM" or "RIFF": what is binary is not all printable.
        if start.startswith(signature) and (signature == b"{\\rtf" or _is_binary(start)):
            raise Unreadable(f"The file is {what}, which cannot be read. {help}")
    return _of_text(name.lower(), start)


def _of_text(name: str, start: bytes) -> str:
    plain = _plain(start)
    if _HTML.match(plain):
        return "html"
    if name.endswith((".html", ".htm", ".xhtml")) and _TAG.search(plain):
        return "html"
    return "markdown" if name.endswith((".md", ".markdown")) else "text"


def _plain(start: bytes) -> bytes:
    """The start of a text, without its mark; that of UTF-16 in bytes of one character."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.decode("utf-16", errors="replace").encode()
    return start.removeprefix(b"\xef\xbb\xbf")


def _is_binary(start: bytes) -> bool:
    return start.startswith(b"%!PS") or any(byte < 9 or 13 < byte < 32 for byte in start)


def _zipped(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except MemoryError:
        raise
    except Exception as fault:  # on damaged archives the library raises many kinds of errors
        raise Unreadable(
            "The file is a Word or packed file that is damaged or incomplete. "
            "Download or save it again."
        ) from fault
    if "word/document.xml" in names:
        return "word"
    for start, what, help in _ZIPPED:
        if any(one.startswith(start) for one in names):
            raise Unreadable(f"The file is {what}, which cannot be read. {help}")
    raise Unreadable(
        "The file is a packed file (zip) and no Word document. "
        "Unpack it and check the report in it."
    )


def _ole(content: bytes) -> str:
    if _LOCKED in content:
        return "The Word file is locked with a password. Save it without one and check that."
    return (
        "The file is of an old kind of Office (.doc, .xls, .ppt), which cannot be read. "
        "Save it as Word (.docx) or PDF and check that."
    )
