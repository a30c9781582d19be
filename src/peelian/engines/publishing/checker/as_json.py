"""A checked report as JSON: a stable shape for programs, and the way out of the child process.

    version    1; another number means another shape
    verdicts   {"agrees": 21, "does not follow": 3, "cannot be checked": 64}: all three, always
    read       {"sentences", "with_figures", "figures", "tables", "pages"}: numbers
    unread     [{"place", "why"}]: what the checks could not read
    findings   [{"about", "verdict", "place", "sentence", "printed", "computed", "allowed",
                 "because", "part", "start", "end", "marks"}], in the order of the report.
               "part" counts the parts of the report from 0; "start" and "end" bound the sentence in
               the text of its part; "marks" are pairs: from and to in that text, or row and column
               of a table, counted from 0
    report     {"format", "pages", "unread", "parts"}; a part is
               {"kind": "heading" | "paragraph" | "item", "text", "place", "list", "level"} or
               {"kind": "table", "rows", "place", "caption", "heads"}

Whatever reads this may meet further names in later releases of the same version.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from peelian.engines.publishing.checker.documents import Document, Kind, Passage, Table, Unread
from peelian.engines.publishing.checker.findings import About, Checked, Finding, Read, Verdict

VERSION: Final = 1
TABLE: Final = "table"
Part = Passage | Table


class NotOurs(ValueError):
    """The text is no JSON of a checked report; says what is wrong with it."""


def to_json(document: Document, checked: Checked, *, indent: int | None = None) -> str:
    """The report and what was found in it, as the JSON told at the head of this module."""
    shape = {
        "version": VERSION,
        "verdicts": {verdict.value: number for verdict, number in checked.counted().items()},
        "read": asdict(checked.read),
        "unread": [{"place": place, "why": why} for place, why in checked.unread],
        "findings": [_finding(one) for one in checked.findings],
        "report": {
            "format": document.format,
            "pages": document.pages,
            "unread": [asdict(one) for one in document.unread],
            "parts": [_part(one) for one in document.parts],
        },
    }
    return json.dumps(shape, ensure_ascii=False, indent=indent, allow_nan=False)


def from_json(text: str) -> tuple[Document, Checked]:
    """The report and what was found in it again. Raises `NotOurs` for anything else."""
    try:
        shape: Any = json.loads(text)
        if shape["version"] != VERSION:
            raise NotOurs(f"This is version {shape['version']!r}; version {VERSION} is read here.")
        report = shape["report"]
        document = Document(
            format=_text(report, "format"),
            parts=tuple(_read_part(one) for one in _each(report, "parts")),
            unread=tuple(
                Unread(_text(one, "place"), _text(one, "why")) for one in _each(report, "unread")
            ),
            pages=_number(report, "pages"),
        )
        checked = Checked(
            findings=tuple(_read_finding(one, document.parts) for one in _each(shape, "findings")),
            read=Read(**{name: _number(shape["read"], name) for name in Read.__annotations__}),
            unread=tuple(
                (_text(one, "place"), _text(one, "why")) for one in _each(shape, "unread")
            ),
        )
    except NotOurs:
        raise
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise NotOurs("This is no JSON of a checked report.") from error
    return document, checked


def _finding(one: Finding) -> dict[str, object]:
    return {
        "about": one.about.value,
        "verdict": one.verdict.value,
        "place": one.place,
        "sentence": one.sentence,
        "printed": one.printed,
        "computed": one.computed,
        "allowed": one.allowed,
        "because": one.because,
        "part": one.part,
        "start": one.start,
        "end": one.end,
        "marks": [list(mark) for mark in one.marks],
    }


def _part(one: Part) -> dict[str, object]:
    if isinstance(one, Table):
        return {
            "kind": TABLE,
            "rows": [list(row) for row in one.rows],
            "place": one.place,
            "caption": one.caption,
            "heads": one.heads,
        }
    return {
        "kind": one.kind.value,
        "text": one.text,
        "place": one.place,
        "list": one.list,
        "level": one.level,
    }


def _read_part(found: Mapping[str, Any]) -> Part:
    if found["kind"] == TABLE:
        rows = tuple(tuple(map(_is_text, row)) for row in found["rows"])
        heads = _number(found, "heads")
        return Table(rows, _text(found, "place"), _text(found, "caption"), heads)
    return Passage(
        _text(found, "text"),
        _text(found, "place"),
        Kind(found["kind"]),
        _number(found, "list"),
        _number(found, "level"),
    )


def _read_finding(found: Mapping[str, Any], parts: Sequence[Part]) -> Finding:
    part = _number(found, "part")
    if part >= len(parts):
        raise NotOurs(f"A finding stands in part {part}; the report has {len(parts)} parts.")
    marks = tuple((_is_number(first), _is_number(second)) for first, second in found["marks"])
    return Finding(
        about=About(found["about"]),
        verdict=Verdict(found["verdict"]),
        sentence=_text(found, "sentence"),
        place=_text(found, "place"),
        part=part,
        start=_number(found, "start"),
        end=_number(found, "end"),
        marks=marks,
        printed=_text(found, "printed"),
        computed=_text(found, "computed"),
        allowed=_text(found, "allowed"),
        because=_text(found, "because"),
    )


def _text(found: Mapping[str, Any], name: str) -> str:
    return _is_text(found[name])


def _number(found: Mapping[str, Any], name: str) -> int:
    return _is_number(found[name])


def _each(found: Mapping[str, Any], name: str) -> list[Any]:
    if not isinstance(found[name], list):
        raise TypeError(f"{name} is no list")
    return list(found[name])


def _is_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _is_number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError("a whole number from 0 on expected")
    return value
