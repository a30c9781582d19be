"""Says which parts of an HTML page are no part of the report: menus, scripts, forms and so on."""

import re

from lxml import etree

_UNSEEN = ("head", "link", "map", "meta", "script", "style", "template", "title", "noscript")
_SIDE = ("aside", "dialog", "footer", "form", "nav")
_FIELDS = ("button", "input", "select", "textarea")
_OBJECTS = ("audio", "canvas", "embed", "iframe", "math", "object", "svg", "video")
_NEVER = frozenset((*_UNSEEN, *_SIDE, *_FIELDS, *_OBJECTS))
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog"})
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def is_skipped(element: etree._Element) -> bool:
    """Whether ``element`` and all within it is left out."""
    tag = element.tag
    if tag == "header":
        return not _within_report(element)
    if tag == "form":  # some systems wrap the whole page in one
        return next(element.iter("main", "article", "h1", "h2"), None) is None
    if tag in _NEVER or element.get("hidden") is not None:
        return True
    if element.get("role", "").lower() in _ROLES:
        return True
    style = element.get("style")
    return style is not None and bool(_HIDDEN.search(style))


def main_part(root: etree._Element) -> etree._Element:
    """The ``main`` element if the page has one with text in it, else its body, else all of it."""
    mains = [one for one in root.iter("main") if not is_skipped(one)]
    mains = mains or root.xpath(".//*[@role='main']")
    if len(mains) == 1 and "".join(mains[0].itertext()).strip():
        return mains[0]
    body = root.find("body")
    return root if body is None else body


def _within_report(header: etree._Element) -> bool:
    return any(above.tag in ("main", "article") for above in header.iterancestors())
