"""What a reader of a map asked for, and the form that changes it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.request import BadRequest
from peelian.web.public.filter_form import filter_form
from peelian.web.public.filters import FORCE, Filters, filters, kinds

DISTRICT = "district"
LSOA = "lsoa"
AFTER = "after"


@dataclass(frozen=True)
class MapFilters:
    """The filters that go to the measure, and those that only choose what is drawn and listed.

    A district enlarges its part of the map; figures stay the same. `after` is the code of the area
    after which this page of the table begins.
    """

    chosen: Filters
    district: str = ""
    after: str = ""

    @property
    def force(self) -> str:
        return self.chosen.force

    def query(self, **changes: str) -> str:
        """The address of this map with some filters changed, from the first page of its table."""
        return self.chosen.query(view="", period="", **{DISTRICT: self.district, **changes})


def mappable(measure: Measure) -> bool:
    """Whether neighbourhoods can be set side by side on this measure."""
    return _by_place(measure) and not measure.maturing


def map_filters(given: QueryDict, measure: Measure, *, force: str) -> MapFilters:
    """Read the address; `force` is whose map is shown where it names none.

    Raises `BadRequest` for a measure that cannot be drawn by neighbourhood.
    """
    if not _by_place(measure):
        raise BadRequest(
            f"{measure.title} cannot be broken down by neighbourhood, so there is no map of it."
        )
    if measure.maturing:
        raise BadRequest(
            f"{measure.title} is still growing: areas with newer crimes would look worse for that "
            "reason alone, so there is no map of it."
        )
    read = filters(given, measure)
    kept = ({FORCE: force} if force else {}) | {
        key: value for key, value in read.where if _asks(measure, key)
    }
    return MapFilters(
        chosen=replace(read, where=tuple(kept.items()), view="place"),
        district=dict(read.where).get(DISTRICT, ""),
        after=given.get(AFTER, "").strip(),
    )


def map_form(
    measure: Measure,
    shown: MapFilters,
    *,
    slugs: Iterable[str],
    held: tuple[str, ...],
    districts: Iterable[str],
) -> forms.Form:
    """Selects for force, district, kinds and months."""
    form = filter_form(measure, shown.chosen, slugs=slugs, held=held)
    del form.fields["view"]
    form.fields[DISTRICT] = forms.ChoiceField(
        label=_("Part of the area"),
        choices=[("", _("All of it")), *((name, name) for name in districts)],
        required=False,
        initial=shown.district,
    )
    form.order_fields([FORCE, DISTRICT])
    return form


def _by_place(measure: Measure) -> bool:
    return any(dimension.key == LSOA for dimension in measure.by)


def _asks(measure: Measure, key: str) -> bool:
    """Whether a condition changes the figures of a map: the force's, or a kind of thing."""
    return key == FORCE or key in {dimension.key for dimension in kinds(measure)}
