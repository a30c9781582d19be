"""Reads Markdown: CommonMark with tables, HTML within it, and footnotes as they are often written.

It is turned into HTML first, since it may hold any, and read as such; the place of a passage is its
line in the Markdown.
"""

import re

from markdown_it import MarkdownIt

from peelian.engines.publishing.checker.documents import Document
from peelian.engines.publishing.checker.reading import encodings, html
from peelian.engines.publishing.checker.reading.parts import Parts

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_REFERENCE = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:[ \t]*")


def read(content: bytes) -> Document:
    """The document in Markdown.

    Raises:
        Unreadable: the bytes are no text, hold none, or too much.
    """
    text, replaced = encodings.decoded(content)
    parts = Parts()
    if replaced:
        parts.unread("the file", f"{replaced:,} of its characters could not be decoded")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _FRONT_MATTER.sub(lambda front: "\n" * front[0].count("\n"), text)
    text, notes = _without_notes(text)
    html.into(parts, _as_html(text), lined=True)
    for line, note in notes:
        parts.passage(note, f"line {line}")
    return parts.document("Markdown")


def _as_html(text: str) -> str:
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = markdown.parse(text)
    for token in tokens:
        if token.map and token.nesting >= 0:
            line = str(token.map[0] + 1)
            token.attrSet(html.LINE, line)
            if token.type == "html_block":
                token.content = f'<span {html.LINE}="{line}"></span>{token.content}'
    return str(markdown.renderer.render(tokens, markdown.options, {}))


def _without_notes(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text with blank lines for its footnotes and without their marks; and the footnotes."""
    lines = text.split("\n")
    notes: list[tuple[int, list[str]]] = []
    within = False
    for number, line in enumerate(lines):
        if mark := _NOTE.match(line):
            notes.append((number + 1, [line[mark.end() :]]))
            within = True
        elif within and line.strip():
            notes[-1][1].append(line.strip())
        else:
            within = False
            lines[number] = _REFERENCE.sub("", line)
        if within:
            lines[number] = ""
    return "\n".join(lines), [(line, _REFERENCE.sub("", " ".join(note))) for line, note in notes]
