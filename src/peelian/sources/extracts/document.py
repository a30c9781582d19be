"""The mapping file as it is written in TOML, and what can be wrong with its form."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from peelian.records.feeds import Every
from peelian.sources.extracts.declared import Form, Format


def _listed(value: object) -> object:
    """One word is a list of one."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


def _column(value: object) -> object:
    """A column alone is a section that names nothing else."""
    return {"column": value} if isinstance(value, str | list) else value


def _force(value: object) -> object:
    """A force alone is that of every row."""
    return {"is": value} if isinstance(value, str) else value


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]
Value = Annotated[str | bool, BeforeValidator(_as_text)]
Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


class Section(BaseModel):
    """Every section refuses keys that it does not know."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class FileSection(Section):
    format: Format | None = None
    sheet: str = ""
    header_row: Annotated[int, Field(ge=1)] = 1
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] = ","
    quote: Annotated[str, Field(max_length=1)] = '"'
    encoding: str = "utf-8"
    missing: Words = ()


class ColumnSection(Section):
    column: Words
    format: Words = ()
    zone: str = ""
    form: Form | None = None
    true: Words = ()
    false: Words = ()


class ForceSection(Section):
    every: Annotated[str, Field(alias="is")] = ""
    column: str | None = None
    words: dict[str, str] = {}
    segments: Literal["restarting counter"] | None = None
    among: Words = ()
    say: dict[str, Words] = {}


class AuthoritySection(Section):
    forces: Words = ()
    first: Annotated[Month | None, Field(alias="from")] = None
    last: Annotated[Month | None, Field(alias="to")] = None


class RhythmSection(Section):
    every: Every
    late_after: Annotated[str, Field(pattern=r"^\d{1,4} (day|hour)s?$")] | None = None
    short_below: Annotated[float, Field(gt=0, le=1)] | None = None


class PublishedSection(Section):
    licence: Annotated[str, Field(min_length=3)]
    attribution: Annotated[str, Field(min_length=3)]


class Document(Section):
    """The whole file."""

    record: str
    feed: Annotated[str, Field(min_length=3, max_length=80)]
    file: FileSection = FileSection()
    columns: dict[str, Annotated[ColumnSection, BeforeValidator(_column)]]
    constants: dict[str, Value] = {}
    words: dict[str, dict[str, str]] = {}
    force: Annotated[ForceSection | None, BeforeValidator(_force)] = None
    key: Words = ()
    authority: AuthoritySection = AuthoritySection()
    rhythm: RhythmSection | None = None
    published: PublishedSection | None = None
    leave_out: dict[str, Words] = {}


SECTIONS: Mapping[str, type[Section]] = {
    "file": FileSection,
    "force": ForceSection,
    "authority": AuthoritySection,
    "rhythm": RhythmSection,
    "published": PublishedSection,
}


# What pydantic puts into a path for the alternatives of a value; no key is called so.
ALTERNATIVES = frozenset({"str", "bool"})


def faults_of(error: ValidationError) -> list[str]:
    """What is wrong, one sentence for each key, in the words of somebody who writes the file."""
    found: dict[str, str] = {}
    for fault in error.errors():
        where = [str(step) for step in fault["loc"] if step not in ALTERNATIVES]
        found.setdefault(".".join(where), _in_words(where, dict(fault)))
    return list(found.values())


def _in_words(where: list[str], fault: dict[str, Any]) -> str:
    key = ".".join(where)
    if fault["type"] == "extra_forbidden":
        known = _keys(where[:-1])
        near = get_close_matches(where[-1], known, n=1)
        meant = f"perhaps '{near[0]}'" if near else f"the keys here are {', '.join(known)}"
        return f"'{key}' is no key of a mapping: {meant}.{stray(where)}"
    if fault["type"] == "missing":
        return f"'{key}' is missing."
    said = str(fault["msg"])
    return f"'{key}' is {fault['input']!r}: {said[0].lower()}{said[1:]}.{stray(where)}"


def stray(where: list[str]) -> str:
    """A hint for a key of the whole file that has slipped into a section; else empty."""
    if len(where) < 2 or where[-1] not in Document.model_fields:
        return ""
    section = ".".join(where[:-1])
    return (
        f" If '{where[-1]}' is of the whole file, write it above the first [section]: here it "
        f"belongs to [{section}]."
    )


def _keys(where: list[str]) -> list[str]:
    section: type[Section] = Document
    if where and where[0] in SECTIONS:
        section = SECTIONS[where[0]]
    elif where and where[0] == "columns":
        section = ColumnSection
    return [field.alias or name for name, field in section.model_fields.items()]
