"""The bundle that a person is given: exactly the released lines, and nothing that counts others.

Records and lines are numbered from one as they stand in it, so that no gap tells of what was left
out, and the closing sentence is the same whether anything was (neither confirmed nor denied). The
same lines make the same bytes: no file in it has a time, a name or a program of its own.
"""

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any, Final

from peelian.engines.registers.tables_out import in_words
from peelian.engines.subject_access.lines import RecordSeen
from peelian.records.schema import FieldCard
from peelian.records.spreadsheets import harmless

ZIP: Final = "application/zip"
NO_TIME = (1980, 1, 1, 0, 0, 0)
CLOSING: Final = (
    "This is what we must give you. The law lets us keep back some things, for example what is "
    "about other people. We do not say whether there is anything of that kind."
)
STYLE = (
    "body{font-family:sans-serif;max-width:45em;margin:2em auto;padding:0 1em}"
    "th{text-align:left;padding-right:1em;vertical-align:top}"
)


@dataclass(frozen=True)
class Cover:
    """Who answers, under which law, to a request of which day, and on which day."""

    force: str
    law: str
    received_on: date
    answered_on: date


@dataclass(frozen=True)
class _Section:
    title: str
    rows: tuple[tuple[str, str], ...]


def bundle(cover: Cover, records: Sequence[RecordSeen]) -> bytes:
    """The bundle as a zip of a page to read and a table for programs."""
    sections = sorted(
        (_section(one) for one in records if one.lines), key=lambda one: (one.title, one.rows)
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in (
            ("your-data.html", _page(cover, sections)),
            ("your-data.csv", _table(sections)),
        ):
            entry = zipfile.ZipInfo(name, NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def _section(seen: RecordSeen) -> _Section:
    title = str(seen.model._meta.verbose_name).capitalize()
    return _Section(title, tuple((_label(one.card), _text(one.value)) for one in seen.lines))


def _label(card: FieldCard) -> str:
    return str(card.help_text).strip().rstrip(".")


def _text(value: Any) -> str:
    return str(in_words(value))


def _page(cover: Cover, sections: Sequence[_Section]) -> bytes:
    title = f"Your personal data held by {cover.force}"
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>",
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(_opening(cover))}</p>",
    ]
    for number, section in enumerate(sections, start=1):
        parts.append(f"<h2>{number}. {escape(section.title)}</h2><table>")
        parts += [
            f'<tr><th scope="row">{escape(label)}</th><td>{escape(text)}</td></tr>'
            for label, text in section.rows
        ]
        parts.append("</table>")
    parts.append(f"<p>{escape(CLOSING)}</p></body></html>")
    return "\n".join(parts).encode()


def _table(sections: Sequence[_Section]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["number", "record", "what", "says"])
    for number, section in enumerate(sections, start=1):
        for label, text in section.rows:
            writer.writerow([number, section.title, label, harmless(text)])
    return out.getvalue().encode("utf-8-sig")


def _opening(cover: Cover) -> str:
    return (
        f"You asked on {cover.received_on:%d %B %Y} for the personal data that we hold about you "
        f"({cover.law}). We answer on {cover.answered_on:%d %B %Y}."
    )
