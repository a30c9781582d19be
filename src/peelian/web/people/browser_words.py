"""What a browser calls itself, in words that its owner knows."""

import re

from django.utils.translation import gettext as _

# In this order: nearly every browser claims to be the ones after it as well.
BROWSERS = (
    ("Edge", re.compile(r"\bEdg(e|A|iOS)?/")),
    ("Opera", re.compile(r"\bOPR/")),
    ("Firefox", re.compile(r"\b(Firefox|FxiOS)/")),
    ("Chrome", re.compile(r"\b((Headless)?Chrome|CriOS|Chromium)/")),
    ("Safari", re.compile(r"\bSafari/")),
)
SYSTEMS = (
    ("Android", re.compile("Android")),
    ("iPhone", re.compile("iPhone")),
    ("iPad", re.compile("iPad")),
    ("Windows", re.compile("Windows")),
    ("Mac", re.compile("Mac OS X|Macintosh")),
    ("Linux", re.compile("Linux|X11")),
)


def browser_words(called: str) -> str:
    """Browser and system, as far as the name tells; any browser can call itself anything."""
    browser = next((name for name, sign in BROWSERS if sign.search(called)), "")
    system = next((name for name, sign in SYSTEMS if sign.search(called)), "")
    if browser and system:
        return _("{browser} on {system}").format(browser=browser, system=system)
    return browser or system or _("An unknown browser")
