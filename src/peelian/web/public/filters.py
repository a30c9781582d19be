"""What a reader asked for, read from the address: every filter stands there and nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.http import urlencode

from peelian.engines.measures.declared import Dimension
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import GRAINS, MONTH
from peelian.engines.measures.request import BadRequest

FORCE = "force"
VIEWS = ("time", "place", "kind", "forces")


@dataclass(frozen=True)
class Filters:
    """The conditions of a page: `where` by dimension, the span, the kind of period, the tab."""

    where: tuple[tuple[str, str], ...] = ()
    first: str = ""
    last: str = ""
    period: str = MONTH
    view: str = "time"

    @property
    def force(self) -> str:
        return dict(self.where).get(FORCE, "")

    def query(self, **changes: str) -> str:
        """The address of this page with some filters changed; blank ones are left out."""
        pairs: dict[str, str] = dict(self.where)
        pairs |= {"from": self.first, "to": self.last}
        pairs |= {"period": "" if self.period == MONTH else self.period}
        pairs |= {"view": "" if self.view == "time" else self.view}
        pairs |= changes
        return urlencode({key: value for key, value in pairs.items() if value})

    def without(self, *names: str) -> "Filters":
        """The same without conditions on these dimensions."""
        return replace(self, where=tuple(pair for pair in self.where if pair[0] not in names))


def filters(given: QueryDict, measure: Measure) -> Filters:
    """Read the address. Raises `BadRequest` for a tab, period or value that there is not."""
    asked = {d.key: str(given.get(d.key, "")).strip() for d in measure.by}
    where = tuple((key, value) for key, value in asked.items() if value)
    return Filters(
        where=where,
        first=given.get("from", "").strip(),
        last=given.get("to", "").strip(),
        period=_one_of(given.get("period", "") or MONTH, GRAINS, "period"),
        view=_one_of(given.get("view", "") or "time", VIEWS, "view"),
    )


def kinds(measure: Measure) -> tuple[Dimension, ...]:
    """The dimensions that sort things rather than places or forces."""
    return tuple(d for d in measure.by if d.place is None and d.key != FORCE)


def dimension(measure: Measure, key: str) -> Dimension | None:
    """A dimension of the measure by its key, if it has it."""
    return next((d for d in measure.by if d.key == key), None)


def _one_of(value: str, choices: Iterable[str], name: str) -> str:
    listed = list(choices)
    if value not in listed:
        raise BadRequest(f"There is no {name} '{value}'. Choose from: {', '.join(listed)}.")
    return value
