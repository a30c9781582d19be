"""What a reader of a comparison asked for, and the form that changes it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from peelian.engines.comparisons.frame import territorial
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import Period
from peelian.engines.measures.request import BadRequest
from peelian.spine.force import forces as known_forces
from peelian.web.public.filter_form import filter_form
from peelian.web.public.filters import FORCE, Filters, filters

SHOW, DIVISOR = "show", "divisor"
FORCES, PEERS, CONTROL = "forces", "peers", "control"
SHOWS = (FORCES, PEERS, CONTROL)
# As written in an address, where a space and a sign are awkward.
DIVISORS: Mapping[str, Literal["n - 1", "n"]] = {"n-1": "n - 1", "n": "n"}
USUAL = "n-1"


@dataclass(frozen=True)
class CompareFilters:
    """The filters of the measure, what is shown, and the divisor of the standard deviation.

    The force among them is the reader's own: it is picked out, never a condition.
    """

    chosen: Filters
    show: str = FORCES
    divisor: str = USUAL

    @property
    def own(self) -> str:
        return self.chosen.force

    @property
    def where(self) -> dict[str, str]:
        """The conditions of the comparison."""
        return dict(self.chosen.without(FORCE).where)

    def query(self, **changes: str) -> str:
        """The address of this page with some filters changed; what is usual is left out."""
        pairs = {
            SHOW: "" if self.show == FORCES else self.show,
            DIVISOR: "" if self.divisor == USUAL else self.divisor,
        }
        return self.chosen.query(view="", period="", **{**pairs, **changes})


def compare_filters(given: QueryDict, measure: Measure, *, usual_force: str) -> CompareFilters:
    """Read the address; `usual_force` is picked out where it names none.

    Raises `BadRequest` for what is shown or divided in no known way.
    """
    read = filters(given, measure)
    own = read.force or usual_force
    others = read.without(FORCE).where
    # A force that polices no area of its own has figures but no place among those that do.
    picked = ((FORCE, own),) if own and (own in territorial() or own not in known_forces()) else ()
    read = replace(read, where=(*picked, *others))
    show = given.get(SHOW, "") or FORCES
    divisor = given.get(DIVISOR, "") or USUAL
    if show not in SHOWS:
        raise BadRequest(f"There is no show '{show}'. Choose from: {', '.join(SHOWS)}.")
    if divisor not in DIVISORS:
        raise BadRequest(f"There is no divisor '{divisor}'. Choose from: {', '.join(DIVISORS)}.")
    return CompareFilters(read, show, divisor)


def compare_form(
    measure: Measure,
    asked: CompareFilters,
    *,
    period: Period | None,
    slugs: Iterable[str],
    held: tuple[str, ...],
) -> forms.Form:
    """Selects for the own force, kinds, months and divisor; the months shown are chosen."""
    span = (period.first, period.last) if period else (asked.chosen.first, asked.chosen.last)
    chosen = replace(asked.chosen, first=span[0], last=span[1], view="time")
    listed = sorted({*slugs, asked.own} - {""}, key=lambda slug: known_forces()[slug].name)
    months = tuple(sorted({*held, *filter(None, span)}))
    form = filter_form(measure, chosen, slugs=listed, held=months)
    del form.fields["period"]
    names = [(slug, known_forces()[slug].name) for slug in listed]
    form.fields[FORCE] = forms.ChoiceField(
        label=_("Force picked out"),
        choices=names if asked.own else [("", _("None")), *names],
        required=False,
    )
    form.order_fields([FORCE])
    if asked.show != CONTROL:
        form.fields[DIVISOR] = forms.ChoiceField(
            label=_("Standard deviation divides by"),
            choices=[(key, words) for key, words in DIVISORS.items()],
            initial=asked.divisor,
            required=False,
        )
    if asked.show != FORCES:
        form.fields[SHOW] = forms.CharField(
            widget=forms.HiddenInput, initial=asked.show, required=False
        )
    return form
