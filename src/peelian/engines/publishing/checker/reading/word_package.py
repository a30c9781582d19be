"""Opens a Word file: a packed folder of XML parts, unpacked with a count of every byte."""

import io
import posixpath
import zipfile
from dataclasses import dataclass

from lxml import etree

from peelian.engines.publishing.checker.reading import limits, trees
from peelian.engines.publishing.checker.reading.errors import Unreadable

_MAIN = "word/document.xml"
_CHUNK = 1 << 16  # bytes


@dataclass(frozen=True)
class Package:
    """The parts of a Word file that are read; those that it does not have are ``None``."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    footnotes: etree._Element | None
    endnotes: etree._Element | None


def opened(content: bytes) -> Package:
    """The parts of the Word file ``content``.

    Raises:
        Unreadable: it is damaged, locked, or unpacks to more than the limits.
    """
    parts = _unpacked(content)
    if _MAIN not in parts:
        raise Unreadable("The Word file has no text part (word/document.xml). Save it again.")
    related = _related(parts)

    def part(kind: str) -> etree._Element | None:
        found = parts.get(related.get(kind, ""))
        return None if found is None else trees.from_xml(found)

    return Package(
        document=trees.from_xml(parts[_MAIN]),
        styles=part("styles"),
        numbering=part("numbering"),
        footnotes=part("footnotes"),
        endnotes=part("endnotes"),
    )


def _unpacked(content: bytes) -> dict[str, bytes]:
    """The XML parts by name. Sizes are counted as they come out, whatever the file declares."""
    parts: dict[str, bytes] = {}
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            limits.within(limits.MEMBERS, len(members), "packed parts", "Save it anew from Word.")
            for member in members:
                if member.flag_bits & 1:
                    raise Unreadable("The file is locked with a password. Save it without one.")
                kept = bytearray() if member.filename.startswith("word/") else None
                with archive.open(member) as stream:
                    while chunk := stream.read(_CHUNK):
                        total += len(chunk)
                        limits.within(
                            limits.UNPACKED_BYTES,
                            total,
                            "bytes when it is unpacked",
                            "Take its pictures out, or check it in parts.",
                        )
                        if kept is not None and member.filename.endswith((".xml", ".rels")):
                            kept += chunk
                if kept:
                    parts[member.filename] = bytes(kept)
    except (Unreadable, MemoryError):
        raise
    except Exception as fault:  # on damaged archives the library raises many kinds of errors
        raise Unreadable(
            "The Word file is damaged or incomplete. Download or save it again."
        ) from fault
    return parts


def _related(parts: dict[str, bytes]) -> dict[str, str]:
    """The name of each part by its kind: ``styles`` is mostly word/styles.xml, but need not be."""
    found: dict[str, str] = {}
    relations = parts.get("word/_rels/document.xml.rels")
    if relations is not None:
        for relation in trees.from_xml(relations):
            if relation.get("TargetMode") != "External":
                target = posixpath.join("word", relation.get("Target", "")).lstrip("/")
                kind = relation.get("Type", "").rpartition("/")[2]
                found[kind] = posixpath.normpath(target)
    return found
