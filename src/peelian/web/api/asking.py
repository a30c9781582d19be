"""From the parameters of an address to a checked question.

The description tells the values that there are. They are checked by the questions themselves, whose
refusals name the nearest value; a checker of patterns would only say that it does not match.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from ninja import Path, Query
from pydantic import GetJsonSchemaHandler, StringConstraints
from pydantic_core import CoreSchema

from peelian import catalogue
from peelian.engines.measures.request import Request, request
from peelian.spine.force import forces
from peelian.web.api.problems import Refused

NAME = "[a-z][a-z0-9_]*"
SLUGS = list(forces())


@dataclass(frozen=True)
class Told:
    """What the description tells of a text that the question itself checks."""

    what: Mapping[str, Any]

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(core), **self.what}


def one_of(values: list[str]) -> Told:
    """The values that there are."""
    return Told({"enum": values})


def written(pattern: str) -> Told:
    """How a text is written."""
    return Told({"pattern": pattern})


Key = Annotated[
    str,
    one_of([measure.key for measure in catalogue.measures()]),
    Path(description="Key of a measure."),
]
By = Annotated[
    str,
    written(f"^({NAME}(,{NAME})*)?$"),
    Query(
        "",
        description="Breakdowns with commas between: force,month. See `by` and `periods` of the "
        "measure.",
    ),
]
Where = Annotated[
    list[Annotated[str, written(f"^{NAME}=.*$")]],
    Query(
        description="A condition written dimension=value; say it again for more values or more "
        "conditions. Nothing after the sign stands for not recorded."
    ),
]
Month = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]
First = Annotated[Month | None, Query(alias="from", description="First month, YYYY-MM.")]
Last = Annotated[Month | None, Query(alias="to", description="Last month, YYYY-MM.")]
Slug = Annotated[str, one_of(SLUGS), Query(description="Slug of a force, as /api/forces lists.")]
Own = Annotated[
    str,
    one_of(["", *SLUGS]),
    Query("", description="Slug of the force that you look at as your own, where there is one."),
]
OfForce = Annotated[
    str,
    one_of(["", *SLUGS]),
    Query("", description="Slug of a force; all where it is left out."),
]
Divided = Literal["n", "n - 1"]
Divisor = Annotated[Divided, Query(description="What the standard deviation divides by.")]

QUESTION = ("by", "where", "from", "to")


def question(
    key: str, *, by: str, where: list[str], first: str | None, last: str | None
) -> Request:
    """The question that an address asks. Raises `BadRequest`, `Refused` or `UnknownMeasure`."""
    return request(
        catalogue.measure(key),
        by=[name.strip() for name in by.split(",") if name.strip()],
        where=conditions(where),
        first=first,
        last=last,
    )


def conditions(where: list[str]) -> dict[str, tuple[str, ...]]:
    """Conditions by dimension. Raises `Refused` for one that is not written dimension=value."""
    found: dict[str, tuple[str, ...]] = {}
    for text in where:
        name, sign, value = text.partition("=")
        if not sign or not name:
            raise Refused(
                400,
                what=f"'{text}' is no condition.",
                where="where",
                right="Write dimension=value, for example where=force=staffordshire.",
            )
        found[name] = (*found.get(name, ()), value)
    return found


def single_conditions(where: list[str]) -> dict[str, str]:
    """Conditions of one value each, as comparisons and control charts take them."""
    given = conditions(where)
    several = next((name for name, values in given.items() if len(values) > 1), None)
    if several:
        raise Refused(
            400,
            what=f"One value of '{several}' can be asked for here, not several.",
            where="where",
            right="Leave the others out, or ask once for each of them.",
        )
    return {name: values[0] for name, values in given.items()}
