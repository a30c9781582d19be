"""What an uploaded file is, told by its content: a short list, and nothing that runs (C-UPL-1)."""

import unicodedata
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from peelian.engines.registers.errors import WrongAttachment

# Of a document that is an archive: as many entries, so much unpacked, so many times its size.
MOST_ENTRIES = 1000
MOST_UNPACKED = 64 * 1024 * 1024
MOST_RATIO = 100
LONGEST_NAME = 120
CHUNK = 1 << 20
ENCRYPTED = 0x1

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The names that a file of each kind may have.
ENDINGS = {
    "application/pdf": (".pdf",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "text/csv": (".csv",),
    "text/plain": (".txt",),
    WORD: (".docx",),
    EXCEL: (".xlsx",),
}
SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
MAIN_PARTS = {"word/document.xml": WORD, "xl/workbook.xml": EXCEL}
# Programs, objects of other programs, and what is fetched from elsewhere when a file is opened.
UNWANTED_PARTS = ("vbaproject", "activex", "embeddings/", "externallinks/", "/macrosheets/")
ALLOWED = "PDF, PNG, JPEG, plain text, CSV, and Word or Excel documents without macros"


@dataclass(frozen=True)
class Content:
    """A file that may be kept: its tidied name and its media type."""

    name: str
    kind: str


def examine(name: str, content: bytes, *, most_bytes: int) -> Content:
    """What the file is; raises `WrongAttachment` saying why it is not kept."""
    if not content:
        raise WrongAttachment("The file is empty.")
    if len(content) > most_bytes:
        raise WrongAttachment(f"The file is larger than {most_bytes // 1024 // 1024} MB.")
    tidied = tidy_name(name)
    ending = PurePosixPath(tidied).suffix.lower()
    kind = _kind(content, ending)
    if ending not in ENDINGS[kind]:
        raise WrongAttachment(
            f"The content of the file is {' or '.join(ENDINGS[kind])}, its name says "
            f"'{ending or 'nothing'}'. Give it its right name."
        )
    return Content(tidied, kind)


def tidy_name(name: str) -> str:
    """The last part of a name, without signs that a screen or a folder would take for more."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C").strip(" .")
    path = PurePosixPath(shown or "file")
    return f"{path.stem[: LONGEST_NAME - len(path.suffix)]}{path.suffix}"


def _kind(content: bytes, ending: str) -> str:
    for signature, kind in SIGNATURES:
        if content.startswith(signature):
            return kind
    if content.startswith(b"PK\x03\x04"):
        return _document(content)
    if _is_text(content):
        return "text/csv" if ending == ".csv" else "text/plain"
    raise WrongAttachment(f"Files of this kind are not kept. These are: {ALLOWED}.")


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not any(sign < " " and sign not in "\t\r\n\f" for sign in text)


def _document(content: bytes) -> str:
    """A Word or Excel document without macros, whole and of sane size; opened to the last byte."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _checked(archive, len(content))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise WrongAttachment("The document is damaged or locked. Save it again.") from None


def _checked(archive: zipfile.ZipFile, size: int) -> str:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    lowered = [name.lower() for name in names]
    if len(entries) > MOST_ENTRIES:
        raise WrongAttachment(f"The document holds more than {MOST_ENTRIES:,} parts.")
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise WrongAttachment("The document is locked with a password. Take it off.")
    if any(name.startswith("/") or ".." in name.split("/") or "\\" in name for name in names):
        raise WrongAttachment("The document holds paths that lead out of it.")
    kinds = {MAIN_PARTS[name] for name in lowered if name in MAIN_PARTS}
    if len(kinds) != 1 or "[content_types].xml" not in lowered:
        raise WrongAttachment(f"Archives are not kept. These are: {ALLOWED}.")
    _measure(archive, entries, size)
    types = archive.read(names[lowered.index("[content_types].xml")]).lower()
    unwanted = any(part in f"/{name}" for name in lowered for part in UNWANTED_PARTS)
    if unwanted or b"macroenabled" in types:
        raise WrongAttachment(
            "The document holds macros, embedded objects or links to other files. Save it "
            "without them, or as PDF."
        )
    if b"<!doctype" in types or b"<!entity" in types:
        raise WrongAttachment("The document declares entities, which none of ours needs.")
    return kinds.pop()


def _measure(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], size: int) -> None:
    """Unpack everything to nowhere, up to the limit, whatever the archive says of itself."""
    most = min(MOST_UNPACKED, size * MOST_RATIO)
    unpacked = 0
    for entry in entries:
        with archive.open(entry) as opened:
            while piece := opened.read(CHUNK):
                unpacked += len(piece)
                if unpacked > most:
                    raise WrongAttachment("The document unpacks to far more than its size.")
