"""What the rows of a record type say has happened: declared on the type, read after each load.

A record type names its moments in a nested `Happens` class:
`bailed = Moment(What.BAILED, at="starts_on", keys=("bail_ref",), facts=("ends_on",))`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from peelian.records.base import Record
from peelian.records.schema import handling_of, schema_of


class WrongMoment(Exception):
    """A moment of a record type names a field that is not there or must not leave the row."""


@dataclass(frozen=True)
class Moment:
    """A row says that `name` happened, where its field `at` holds a moment or a day.

    `keys` are the fields that name what it is about, `facts` further ones that clocks need; none of
    them is personal. `person` is the field with the key of the person whom it is about, which only
    access reads. `when` says which values fields must have: `{"domestic_abuse": (True,)}`, `named`
    which must have any, `differ` which two must not be the same.
    `repeats` where the row keeps only the last of several: another moment is then one more thing
    that happened, where it else corrects the one before. A row whose keys are all empty tells
    nothing.
    """

    name: str
    at: str
    keys: tuple[str, ...]
    facts: tuple[str, ...] = ()
    person: str = ""
    when: Mapping[str, tuple[object, ...]] = field(default_factory=dict, hash=False)
    repeats: bool = False
    named: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that must be read to tell."""
        read = (*self.keys, *self.facts, self.person, *self.when, *self.named, *self.differ)
        return tuple(dict.fromkeys(name for name in (self.at, *read) if name))

    def holds(self, row: Mapping[str, object]) -> bool:
        """Whether the fields of a row are as they must be for it to say so."""
        different = len({row[name] for name in self.differ}) == len(self.differ)
        return (
            different
            and all(row[name] in values for name, values in self.when.items())
            and all(row[name] not in (None, "") for name in self.named)
        )


@cache
def moments_of(model: type[Record]) -> tuple[Moment, ...]:
    """The moments that a record type declares, in order; none where it declares none.

    Raises `WrongMoment` naming the field.
    """
    declared = model.__dict__.get("Happens")
    if declared is None:
        return ()
    found = tuple(one for one in vars(declared).values() if isinstance(one, Moment))
    known = set(schema_of(model).names)
    for moment in found:
        for name in moment.fields:
            if name not in known:
                raise WrongMoment(f"{model.__name__}.Happens names {name}: no such field.")
        for name in (*moment.keys, *moment.facts):
            if handling_of(model, name) == "personal":
                raise WrongMoment(
                    f"{model.__name__}.Happens hands on {name}, which is personal: name a "
                    "reference instead."
                )
    return found
