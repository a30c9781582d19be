"""Trees of markup by strangers: parsed without entities or network, and refused if too deep."""

from lxml import etree

from peelian.engines.publishing.checker.reading import limits
from peelian.engines.publishing.checker.reading.errors import Unreadable


def from_xml(content: bytes) -> etree._Element:
    """The root of an XML part of a file.

    Raises:
        Unreadable: it is no XML, declares entities (no program writes those into a report), or is
            nested too deep.
    """
    if b"<!DOCTYPE" in content.replace(b"\x00", b"").upper():
        raise Unreadable("The file declares entities of its own, which are never expanded.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as fault:
        raise Unreadable(
            f"The file is damaged: a part of it is no XML ({fault.msg}). Save it again."
        ) from fault
    check_nesting(root)
    return root


def check_nesting(root: etree._Element) -> None:
    """Refuse a tree whose elements are nested deeper than ``limits.NESTING``."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.NESTING:
            raise Unreadable(
                f"The file nests its elements more than {limits.NESTING} deep. "
                "Save the report's text alone, or as PDF, and check that."
            )


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute by its name without namespace; empty where there is none."""
    if element is None:
        return ""
    for key, given in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(given)
    return ""
