"""What the styles and numberings of a Word file make of a paragraph: heading, item, contents."""

import re
from dataclasses import dataclass

from lxml import etree

from peelian.engines.publishing.checker.reading.trees import value

_HEADING = re.compile(r"heading \d|title|subtitle|toc heading", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|table of figures|index) ?\d*", re.IGNORECASE)
_LIST = re.compile(r"list (?:bullet|number)(?: (\d))?", re.IGNORECASE)
_CHAIN = 20  # styles based on each other; more are a circle


@dataclass(frozen=True)
class Role:
    """What a paragraph is. ``numbering`` names its list, "" for none; ``level`` counts from 1."""

    heading: bool = False
    contents: bool = False
    numbering: str = ""
    level: int = 0


class Styles:
    """The styles of one file by their ids."""

    def __init__(self, styles: etree._Element | None) -> None:
        found = () if styles is None else styles.iterchildren("{*}style")
        self._styles = {value(style, "styleId"): style for style in found}

    def role(self, properties: etree._Element | None) -> Role:
        """The role of a paragraph with these properties (``w:pPr``)."""
        own = [] if properties is None else [properties]
        chain = self._chain(value(own[0].find("{*}pStyle")) if own else "")
        names = [value(style.find("{*}name")) for style in chain]
        layers = own + [one for style in chain for one in style.iterchildren("{*}pPr")]
        if any(_CONTENTS.fullmatch(name) for name in names[:1]):
            return Role(contents=True)
        outline = _first(layers, "outlineLvl")
        if any(map(_HEADING.fullmatch, names)) or (outline.isdecimal() and int(outline) < 9):
            return Role(heading=True)
        return _item(layers, names)

    def is_raised(self, properties: etree._Element | None) -> bool:
        """Whether a run with these properties (``w:rPr``) is superscript."""
        if properties is None:
            return False
        own = properties.find("{*}vertAlign")
        if own is not None:
            return value(own) == "superscript"
        chain = self._chain(value(properties.find("{*}rStyle")))
        return any(value(style.find("{*}rPr/{*}vertAlign")) == "superscript" for style in chain)

    def is_hidden(self, properties: etree._Element | None) -> bool:
        """Whether a run with these properties is hidden text."""
        mark = None if properties is None else properties.find("{*}vanish")
        return mark is not None and value(mark) not in ("0", "false")

    def _chain(self, style: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while style in self._styles and len(chain) < _CHAIN:
            chain.append(self._styles[style])
            style = value(chain[-1].find("{*}basedOn"))
        return chain


def _item(layers: list[etree._Element], names: list[str]) -> Role:
    number = _first(layers, "numPr/{*}numId")
    if number == "0":  # a list's style whose number was taken off
        return Role()
    level = _first(layers, "numPr/{*}ilvl")
    listed = next(filter(None, map(_LIST.fullmatch, names)), None)
    if not number and not listed:
        return Role()
    depth = int(listed[1] or 1) if listed else 1
    if level.isdecimal():
        depth = max(depth, min(int(level), 8) + 1)
    return Role(numbering=number or (names[0] if names else ""), level=depth)


def _first(layers: list[etree._Element], path: str) -> str:
    found = (layer.find("{*}" + path) for layer in layers)
    return next((value(one) for one in found if one is not None), "")
