"""What a source declares: the files it knows, column by column, with the rules of each."""

from dataclasses import dataclass
from functools import cached_property

from peelian.records.base import Record
from peelian.records.load.rules import Rule
from peelian.records.schema import fields_of, type_key


class WrongDeclaration(Exception):
    """A kind of file is declared wrongly; raised when the declaration is imported."""


@dataclass(frozen=True)
class Column:
    """One column of a file: its header, the field it fills and the rule its values keep.

    `together_with` names the field that must be blank when this one is, and given when it is.
    """

    header: str
    field: str
    rule: Rule
    together_with: str = ""


@dataclass(frozen=True)
class FileKind:
    """A kind of file, for example a street file of data.police.uk.

    `constants` fill fields that the file leaves unsaid, such as the year of its table; columns in
    `ignores` must be there and are not kept, those in `tolerates` may be ("" is one without a
    name, such as a spreadsheet's count of rows). `natural_key` names the fields by which the
    system that the file comes from knows a row: they then make its address, all of them must be
    given, and a later row with the same is refused. `numbered_by` is a column of `ignores` that
    holds the line on which each record stood in the file that this one was made from. `version`
    rises whenever the rules or the meaning of a column change, so that a file which was made
    ready under the old rules is read again.
    """

    key: str
    title: str
    model: type[Record]
    columns: tuple[Column, ...]
    version: int = 1
    constants: tuple[tuple[str, str | int], ...] = ()
    ignores: tuple[str, ...] = ()
    tolerates: tuple[str, ...] = ()
    natural_key: tuple[str, ...] = ()
    numbered_by: str = ""

    def __post_init__(self) -> None:
        fillable = {card.name for card in fields_of(self.model)} - {
            "record_id",
            "source",
            "force_id",
        }
        named = [
            (f"column '{column.header}'", field)
            for column in self.columns
            for field in filter(None, (column.field, column.together_with))
        ]
        named += [("a constant", field) for field, _value in self.constants]
        for where, field in named:
            if field not in fillable:
                raise WrongDeclaration(
                    f"{self.key}: {where} names '{field}', but {self.model.__name__} has no such "
                    f"field. Fields you can use: {', '.join(sorted(fillable))}."
                )
        for field in self.natural_key:
            if field not in self.fields:
                raise WrongDeclaration(
                    f"{self.key}: the key names '{field}', which no column of the file fills. "
                    f"Columns fill {', '.join(sorted(self.fields))}."
                )

    @cached_property
    def fields(self) -> dict[str, Column]:
        """The column that fills each field of the record type."""
        return {column.field: column for column in self.columns}

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The names of the columns that the file must have, in whatever order."""
        return (*(column.header for column in self.columns), *self.ignores)

    @cached_property
    def type_key(self) -> str:
        """The record type that rows of this kind of file become."""
        return type_key(self.model)
