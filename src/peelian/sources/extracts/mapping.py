"""Reading a mapping file: what it says is held against the record type, field by field."""

import codecs
import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError

from peelian.records.base import Record
from peelian.records.feeds import WrongRhythm
from peelian.records.feeds import parse as parse_rhythm
from peelian.records.load.rules_time import WrongTime
from peelian.records.schema import codes_of, derived_of, fields_of, type_key
from peelian.sources.extracts.columns import rule_of
from peelian.sources.extracts.dating import dated_by
from peelian.sources.extracts.declared import (
    Authority,
    FieldFrom,
    FileForm,
    ForceColumn,
    ForceFrom,
    ForceSegments,
    LeftOut,
    Mapping,
    OneForce,
    Published,
)
from peelian.sources.extracts.document import Document, faults_of, stray
from peelian.spine.force import UnknownForce
from peelian.spine.force import force as force_of

# Filled by the loader, whatever a file says.
LOADERS_OWN = frozenset({"record_id", "source", "force_id"})


class BadMapping(Exception):
    """A mapping file cannot be used; the message names file and key, and what would be right."""


def read_mapping(path: Path, models: Iterable[type[Record]]) -> Mapping:
    """The mapping that a file describes, for one of these record types. Raises `BadMapping`."""
    try:
        content = path.read_bytes()
        document = Document.model_validate(tomllib.loads(content.decode("utf-8")))
    except OSError as error:
        raise BadMapping(f"{path} cannot be read: {error.strerror or error}.") from None
    except UnicodeDecodeError:
        raise BadMapping(f"{path.name} is not text in UTF-8. Save it so.") from None
    except tomllib.TOMLDecodeError as error:
        raise BadMapping(f"{path.name} is not TOML: {error}.") from None
    except ValidationError as error:
        raise BadMapping(_together(path.name, faults_of(error))) from None
    reading = _Reading(document, {type_key(model): model for model in models})
    mapping = reading.mapping(path.name, hashlib.sha256(content).hexdigest())
    if reading.faults or mapping is None:
        raise BadMapping(_together(path.name, reading.faults))
    return mapping


@dataclass
class _Reading:
    """One reading of a document; `faults` gathers every mistake, so that all are seen at once."""

    document: Document
    models: dict[str, type[Record]]

    def __post_init__(self) -> None:
        self.faults: list[str] = []

    def mapping(self, name: str, sha256: str) -> Mapping | None:
        said = self.document
        model = self.models.get(said.record)
        if model is None:
            self.faults.append(f"'record' is '{said.record}': {_perhaps(said.record, self.models)}")
            return None
        self._check_file()
        fields = tuple(self._fields(model))
        self._check_key(fields)
        return Mapping(
            name=name,
            sha256=sha256,
            model=model,
            feed=said.feed,
            file=FileForm(**said.file.model_dump()),
            fields=fields,
            force=self._force(),
            key=said.key,
            authority=self._authority(),
            rhythm=self._rhythm(),
            published=Published(**said.published.model_dump()) if said.published else None,
            left_out=tuple(LeftOut(heading, words) for heading, words in said.leave_out.items()),
        )

    def _check_file(self) -> None:
        try:
            codecs.lookup(self.document.file.encoding)
        except LookupError:
            self.faults.append(
                f"'file.encoding' is '{self.document.file.encoding}', which is no encoding: use "
                "utf-8, cp1252 (Windows) or utf-16."
            )

    def _fields(self, model: type[Record]) -> Iterator[FieldFrom]:
        """Every field that the mapping fills, in the order of the record type."""
        said = self.document
        derived = derived_of(model)
        known = [
            card.name
            for card in fields_of(model)
            if card.name not in LOADERS_OWN and card.name not in derived
        ]
        given: dict[str, Iterable[str]] = {
            "columns": said.columns,
            "constants": said.constants,
            "words": said.words,
        }
        for section, keys in given.items():
            for field in keys:
                if field in derived:
                    rule = type(derived[field]).__name__
                    self.faults.append(
                        f"'{section}.{field}' follows from other fields ({rule}) and is never "
                        "given: leave it out."
                    )
                elif field not in known:
                    self.faults.append(f"'{section}.{field}': {_perhaps(field, known)}")
        for field in sorted(set(said.columns) & set(said.constants)):
            self.faults.append(f"'{field}' stands in 'columns' and in 'constants': keep one.")
        for field in sorted(set(said.words) & set(known) - set(said.columns)):
            self.faults.append(f"'words.{field}' needs a column: add '{field}' to 'columns'.")
        needed = {card.name for card in fields_of(model) if not card.optional} | {dated_by(model)}
        for field in (field for field in known if field in needed):
            if field not in said.columns and field not in said.constants:
                self.faults.append(
                    f"'columns.{field}' is missing: every {type_key(model)} has one. Name its "
                    "column, or give it in 'constants'."
                )
        for field in known:
            if field in said.columns or field in said.constants:
                yield from self._field(model, field)

    def _field(self, model: type[Record], field: str) -> Iterator[FieldFrom]:
        said = self.document
        if field in said.constants:
            found = FieldFrom(field, constant=str(said.constants[field]))
        else:
            section = said.columns[field]
            found = FieldFrom(
                field,
                headings=section.column,
                forms=section.format,
                zone=section.zone,
                form=section.form,
                true=section.true,
                false=section.false,
                words={old: new or None for old, new in said.words.get(field, {}).items()},
            )
        codes = codes_of(model).get(field)
        for old, new in found.words.items():
            if codes is not None and new is not None and new not in codes:
                self.faults.append(
                    f"'words.{field}.{old}' is '{new}', which is not in the list "
                    f"'{codes.name}': {codes.nearest(new)}.{stray(['words', field, old])}"
                )
        try:
            rule_of(model, found)
        except (WrongTime, ValueError) as error:
            self.faults.append(f"'columns.{field}': {error}")
        yield found

    def _check_key(self, fields: tuple[FieldFrom, ...]) -> None:
        known = [one.field for one in fields if one.headings]
        for field in self.document.key:
            if field not in known:
                self.faults.append(f"'key' names '{field}': {_perhaps(field, known)}")

    def _force(self) -> ForceFrom | None:
        said = self.document.force
        if said is None:
            return None
        if bool(said.every) == (said.column is not None):
            self.faults.append("'force' is one force, or a section that names a 'column'.")
        if said.column is None:
            return OneForce(self._slug("force", said.every))
        if said.segments is None:
            words = {
                word: self._slug(f"force.words.{word}", slug) for word, slug in said.words.items()
            }
            return ForceColumn(said.column, words)
        if len(said.among) < 2:
            self.faults.append(
                "'force.among' must name the forces whose files were joined, in their order."
            )
        among = tuple(self._slug("force.among", slug) for slug in said.among)
        for file, slugs in said.say.items():
            for slug in slugs:
                if slug not in among:
                    self.faults.append(f"'force.say.{file}' names '{slug}', not in 'force.among'.")
        return ForceSegments(said.column, among, dict(said.say))

    def _slug(self, key: str, slug: str) -> str:
        try:
            return force_of(slug).slug
        except UnknownForce as error:
            self.faults.append(f"'{key}': {error}")
            return slug

    def _authority(self) -> Authority:
        said = self.document.authority
        slugs = tuple(self._slug("authority.forces", slug) for slug in said.forces)
        if said.first and said.last and said.last < said.first:
            self.faults.append("'authority.to' is before 'authority.from': swap the two.")
        return Authority(slugs, said.first or "", said.last or "")

    def _rhythm(self) -> str:
        said = self.document.rhythm
        if said is None:
            return ""
        late = f", late after {said.late_after}" if said.late_after else ""
        try:
            rhythm = parse_rhythm(f"{said.every}{late}")
        except WrongRhythm as error:
            self.faults.append(f"'rhythm': {error}")
            return ""
        return str(replace(rhythm, short_below=said.short_below))


def _perhaps(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known), n=1)
    return f"perhaps '{near[0]}'?" if near else f"choose from {', '.join(known)}."


def _together(name: str, faults: list[str]) -> str:
    if len(faults) == 1:
        return f"{name}: {faults[0]}"
    return "\n".join([f"{name} has {len(faults)} mistakes:", *(f"  {fault}" for fault in faults)])
