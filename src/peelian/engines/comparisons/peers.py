"""The forces most like one force, by variables that are stated and can be argued with.

These are Peelian's own peers. The inspectorate's most similar groups rest on other variables, are
made anew from time to time and are not the same.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from peelian.engines.comparisons.compared import Left, Peer, Peers, Variable
from peelian.engines.measures.request import BadRequest
from peelian.engines.measures.tables import TableSource
from peelian.numbers.similar import nearest
from peelian.spine.force import UnknownForce
from peelian.spine.force import force as force_of
from peelian.spine.profile import Profile, deprived_residents, profiles
from peelian.spine.residents import RESIDENTS_SAY_LITTLE

# With the force itself a group of eight, which is as many as a reader keeps in sight.
USUAL_COUNT = 7
OURS_NOT_THEIRS = (
    "These peers are Peelian's own and are not the inspectorate's most similar groups, which rest "
    "on other variables."
)
NOT_RANKED_IN_WALES = (
    "The English indices of deprivation rank no area in Wales, so this force has no share of "
    "residents in the most deprived three tenths."
)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A variable with its value for a force (None where it has none) and how it is scaled."""

    variable: Variable
    value: Callable[[Profile], float | None]
    scale: Callable[[float], float]


def peers(own: str, tables: TableSource, *, count: int = USUAL_COUNT) -> Peers:
    """The `count` forces nearest to `own`, each with its distance and its values.

    A force in England is held against forces in England, by all variables; one in Wales against
    all forces, without deprivation, for which Wales has an index of its own. Raises `BadRequest`
    for a force that has no peers, with the reason.
    """
    _check(own, count)
    deprived = _deprived(tables)
    known = profiles()
    variables = _variables(deprived)
    if own not in deprived:
        variables = tuple(one for one in variables if one.variable.key != "deprived")
    left_out = [Left(force=slug, reason=said) for slug, said in RESIDENTS_SAY_LITTLE.items()]
    if own in deprived:
        left_out += [
            Left(force=slug, reason=NOT_RANKED_IN_WALES)
            for slug in sorted(known)
            if slug not in deprived and slug not in RESIDENTS_SAY_LITTLE
        ]
    without = {left.force for left in left_out}
    values = {
        slug: {
            one.variable.key: value
            for one in variables
            if (value := one.value(profile)) is not None
        }
        for slug, profile in known.items()
        if slug not in without
    }
    scaled = {
        slug: tuple(one.scale(held[one.variable.key]) for one in variables)
        for slug, held in values.items()
    }
    found = nearest(scaled, own, count=count)
    return Peers(
        of=Peer(force=own, distance=0.0, values=values[own]),
        peers=tuple(
            Peer(force=slug, distance=distance, values=values[slug]) for slug, distance in found
        ),
        variables=tuple(one.variable for one in variables),
        method=_method(len(values), own in deprived),
        left_out=tuple(left_out),
    )


def _check(own: str, count: int) -> None:
    try:
        named = force_of(own)
    except UnknownForce as error:
        raise BadRequest(str(error)) from error
    if not named.territorial:
        raise BadRequest(f"{named.name} polices no area of its own, so no force is like it.")
    if own in RESIDENTS_SAY_LITTLE:
        raise BadRequest(f"{named.name} has no peers. {RESIDENTS_SAY_LITTLE[own]}")
    if count < 1:
        raise BadRequest(f"{count} peers cannot be named; ask for 1 or more.")


def _deprived(tables: TableSource) -> Mapping[str, float]:
    """The share of residents in the most deprived three tenths, for each force that has one."""
    rows = tables.to_arrow(deprived_residents(tables.table)).to_pylist()
    return {row["area_force"]: row["deprived"] / row["residents"] for row in rows}


def _variables(deprived: Mapping[str, float]) -> tuple[_Chosen, ...]:
    census = "Office for National Statistics, Census 2021"
    return (
        _Chosen(
            Variable(
                key="residents",
                title="usual residents",
                authority=census,
                scaling="logarithm, then standard deviations from the mean of forces",
            ),
            lambda profile: float(profile.residents),
            math.log,
        ),
        _Chosen(
            Variable(
                key="deprived",
                title="share of residents in the most deprived three tenths of areas in England",
                authority=(
                    "Ministry of Housing, Communities and Local Government, English Indices of "
                    "Deprivation 2019; ONS mid-2020 residents"
                ),
                scaling="standard deviations from the mean of forces",
            ),
            lambda profile: deprived.get(profile.slug),
            float,
        ),
        _Chosen(
            Variable(
                key="not_white",
                title="share of residents of an ethnic group other than White",
                authority=census,
                scaling="standard deviations from the mean of forces",
            ),
            lambda profile: profile.not_white,
            float,
        ),
        _Chosen(
            Variable(
                key="density",
                title="residents per square kilometre",
                authority=f"{census}; ONS boundaries of force areas, December 2022, generalised",
                scaling="logarithm, then standard deviations from the mean of forces",
            ),
            lambda profile: profile.density,
            math.log,
        ),
    )


def _method(forces: int, english: bool) -> str:
    among = (
        f"Chosen among {forces} forces in England"
        if english
        else f"Chosen among {forces} forces of England and Wales, without deprivation, which the "
        "English indices rank in England alone"
    )
    return (
        f"{among}: the straight-line distance over the variables, each put in standard deviations "
        f"so that all weigh the same. {OURS_NOT_THEIRS}"
    )
