"""Says which parts of an HTML page are no part of the report: menus, scripts, forms and so on."""

import re

from lxml import etree

_UNSEEN = ("head", "link", "map", "meta", "script", "style", "template", "title", "noscript")
_SIDE = ("aside", "dialog", "footer", "form", "nav")
_FIELDS = ("button", "input", "select", "textarea")
_OBJECTS = ("audio", "canvas", "embed", "iframe", "math", "object", "svg", "video")
_NEVER = frozenset((*_UNSEEN, *_SIDE, *_FIELDS, *_OBJECTS))
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog"})
_CONSENT = re.compile(
    r"(?:cookie|consent|gdpr)[\w-]*(?:banner|bar|box|dialog|message|modal|notice|overlay|popup)"
    r"|(?:banner|global|notice|popup)[\w-]*(?:cookie|consent)|onetrust|cookiebot|ccc-",
    re.IGNORECASE,
)
_REPORT = ("main", "article", "h1")
_INLINE = frozenset({"a", "b", "em", "i", "small", "span", "strong", "sup"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def is_skipped(element: etree._Element) -> bool:
    """Whether ``element`` and all within it is left out."""
    tag = element.tag
    if tag == "header":
        return not _within_report(element)
    if tag == "form":  # some systems wrap the whole page in one
        return next(element.iter(*_REPORT, "h2"), None) is None
    if tag == "button":  # that of an accordion is its heading
        return not any(above.tag in _HEADINGS for above in element.iterancestors())
    if tag in _NEVER or element.get("hidden", "until-found").lower() != "until-found":
        return True
    if element.get("role", "").lower() in _ROLES or _asks_consent(element):
        return True
    # Signs and figures that are read out in other words; but a whole page is marked like this too,
    # while a window stands before it.
    if tag in _INLINE and element.get("aria-hidden", "").lower() == "true":
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


def _asks_consent(element: etree._Element) -> bool:
    """Whether ``element`` is a banner that asks about cookies."""
    named = any(_CONSENT.search(element.get(name, "")) for name in ("class", "id"))
    return named and next(element.iter(*_REPORT), None) is None


def _within_report(header: etree._Element) -> bool:
    return any(above.tag in ("main", "article") for above in header.iterancestors())
