"""What the rows of a record type say has happened: declared on the type, read after each load.

A record type names its moments in a nested `Happens` class:
`bailed = Moment(What.BAILED, at="starts_on", keys=("bail_ref",), facts=("ends_on",))`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peelian.records.base import Record
from peelian.records.schema import handling_of, schema_of


class WrongMoment(Exception):
    """A moment of a record type names a field that is not there or must not leave the row."""


@dataclass(frozen=True)
class Moment:
    """A row says that `name` happened, where its field `at` holds a moment or a day.

    `keys` are the fields that name what it is about, `facts` further ones that clocks need; none of
    them is personal. `person` is the field with the key of the person whom it is about, which only
    access reads. `when` says which values fields must have: `{"domestic_abuse": (True,)}`.
    """

    name: str
    at: str
    keys: tuple[str, ...]
    facts: tuple[str, ...] = ()
    person: str = ""
    when: Mapping[str, tuple[object, ...]] = field(default_factory=dict, hash=False)

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that must be read to tell."""
        named = (self.at, *self.keys, *self.facts, self.person, *self.when)
        return tuple(dict.fromkeys(name for name in named if name))


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
