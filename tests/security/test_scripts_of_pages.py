"""The scripts that we write ourselves: small, and without the means of the usual mischief."""

import re

import pytest

from house.tree import ROOT, project_files, short
from peelian.web.components.assets import STATIC

OURS = (
    *(STATIC / name for name in ("page.js", "passkeys.js", "visit.js")),
    *sorted((ROOT / "scripts" / "assets").glob("*.js")),
)
PAGES = tuple(path for path in project_files() if path.suffix == ".html")
FORBIDDEN = {
    "makes mark-up out of text": r"innerHTML|outerHTML|insertAdjacentHTML|document\.write",
    "runs text": r"\beval\s*\(|new\s+Function\b|setTimeout\s*\(\s*[\"'`]",
    "keeps something in the browser": r"localStorage|sessionStorage|indexedDB|document\.cookie",
    "speaks with other windows": r"postMessage|window\.open\b|\.opener\b",
    "reaches another site": r"[\"'`](?:https?:)?//(?!www\.w3\.org)[\w.]",
    "can be led to change every object": r"__proto__|\.prototype\s*\[|setPrototypeOf",
    "hangs something on every page": r"window\.\w+\s*=[^=]|document\.\w+\s*=\s*(?![\"'])",
}
HARMLESS = re.compile(r"document\.title\s*=")


@pytest.mark.parametrize("script", OURS, ids=short)
@pytest.mark.parametrize("mischief", FORBIDDEN)
def test_our_scripts_have_not_the_means(script, mischief):
    text = "\n".join(
        line
        for line in script.read_text(encoding="utf-8").splitlines()
        if not HARMLESS.search(line)
    )

    assert not re.search(FORBIDDEN[mischief], text), f"{script.name} {mischief}"


@pytest.mark.parametrize(
    ("mischief", "line"),
    [
        ("makes mark-up out of text", "box.innerHTML = name"),
        ("runs text", 'setTimeout("go()", 9)'),
        ("keeps something in the browser", "localStorage.name = name"),
        ("speaks with other windows", 'parent.postMessage(words, "*")'),
        ("reaches another site", 'fetch("https://elsewhere.example/")'),
        ("hangs something on every page", "window.peelian = {}"),
    ],
)
def test_mischief_would_be_found(mischief, line):
    assert re.search(FORBIDDEN[mischief], line)


def test_there_are_scripts_and_pages_to_look_at():
    assert len(OURS) >= 4
    assert len(PAGES) > 40


def test_pages_fetch_nothing_from_elsewhere():
    """No font, script, style, picture or tracker of another site (T12)."""
    fetched = re.compile(
        r"(?:src|srcset|data|poster)=[\"'](?:https?:)?//|<link[^>]+href=[\"']https?:"
    )
    found = [short(path) for path in PAGES if fetched.search(path.read_text(encoding="utf-8"))]

    assert found == []


def test_pages_hold_no_plug_in_no_frame_and_no_script_of_their_own():
    held = re.compile(
        r"<(?:object|embed|applet|iframe|frame)\b|\son\w+=[\"']|"
        r"<script(?![^>]*\b(?:src=|type=[\"']application/json))[^>]*>"
    )
    found = [short(path) for path in PAGES if held.search(path.read_text(encoding="utf-8"))]

    assert found == []
