"""What is asked of a measure: broken down how, for whom, for which months."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from peelian.engines.measures.declared import Dimension
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import GRAINS, SPAN
from peelian.records import months
from peelian.spine.force import force

FORCE = "force"
# How a condition asks for rows in which the dimension is missing.
NOT_RECORDED = ""


class BadRequest(ValueError):
    """A question that the measure cannot be asked, said so that the asker can mend it."""


@dataclass(frozen=True)
class Request:
    """A question put to a measure, checked.

    `by` keeps the order in which it was asked, periods included; `dimensions` are those of `by`
    that are no period. `first` and `last` are None where the whole span loaded is meant.
    """

    measure: Measure
    by: tuple[str, ...] = ()
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    first: str | None = None
    last: str | None = None

    @cached_property
    def grain(self) -> str:
        """The kind of period asked for, or the whole span."""
        return next((name for name in self.by if name in GRAINS), SPAN)

    @cached_property
    def dimensions(self) -> tuple[Dimension, ...]:
        known = {dimension.key: dimension for dimension in self.measure.by}
        return tuple(known[name] for name in self.by if name in known)

    @cached_property
    def forces(self) -> tuple[str, ...]:
        """The forces asked for; empty where all are meant."""
        return dict(self.where).get(FORCE, ())


def request(
    measure: Measure,
    *,
    by: Iterable[str] = (),
    where: Mapping[str, str | Iterable[str]] | None = None,
    first: str | None = None,
    last: str | None = None,
) -> Request:
    """A checked question. Raises `BadRequest` that names what can be asked instead.

    Whether a place exists is not checked here but by `calculate`, which has the list of places.
    """
    names = tuple(by)
    _check_breakdown(measure, names)
    conditions = [
        (name, _values(measure, name, (wanted,) if isinstance(wanted, str) else tuple(wanted)))
        for name, wanted in (where or {}).items()
    ]
    for month in (first, last):
        if month is not None:
            try:
                months.parse(month)
            except months.NotAMonth as error:
                raise BadRequest(str(error)) from error
    if first and last and first > last:
        raise BadRequest(f"The span ends ({last}) before it begins ({first}); swap the two.")
    return Request(measure, names, tuple(sorted(conditions)), first, last)


def _check_breakdown(measure: Measure, names: tuple[str, ...]) -> None:
    choices = [*(dimension.key for dimension in measure.by), *GRAINS]
    for name in names:
        if name not in choices:
            raise BadRequest(_unknown("broken down by", name, choices, measure))
    if len(set(names)) != len(names):
        raise BadRequest(f"The breakdown names something twice: {', '.join(names)}.")
    if len([name for name in names if name in GRAINS]) > 1:
        raise BadRequest(
            f"A breakdown can hold one kind of period, not several: {', '.join(names)}."
        )


def _values(measure: Measure, name: str, values: tuple[str, ...]) -> tuple[str, ...]:
    known = {dimension.key: dimension for dimension in measure.by}
    if name in GRAINS:
        raise BadRequest(
            f"'{name}' is no condition: choose months by the first and the last of the span."
        )
    if name not in known:
        raise BadRequest(_unknown("filtered by", name, list(known), measure))
    if not values:
        raise BadRequest(f"The condition '{name}' has no value; give one or leave it out.")
    for value in values:
        _check_value(known[name], value)
    return tuple(sorted(set(values)))


def _check_value(dimension: Dimension, value: str) -> None:
    if dimension.key == FORCE:
        if value == NOT_RECORDED:
            raise BadRequest("Every row has its force: name one, for example staffordshire.")
        try:
            force(value)
        except ValueError as error:
            raise BadRequest(str(error)) from error
    if value != NOT_RECORDED and dimension.codes and value not in dimension.codes:
        raise BadRequest(
            f"'{value}' is no {dimension.title.lower()}: {dimension.codes.nearest(value)}."
        )


def _unknown(verb: str, name: str, choices: list[str], measure: Measure) -> str:
    close = get_close_matches(name, choices, n=1)
    hint = f" Perhaps '{close[0]}'." if close else ""
    return (
        f"{measure.key} cannot be {verb} '{name}'.{hint} You can choose from: {', '.join(choices)}."
    )
