"""The form that changes the filters of a measure's page. It only ever makes an address."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import GRAINS
from peelian.records import months
from peelian.spine.force import forces
from peelian.web.public.filters import FORCE, Filters, kinds

EVERYTHING = gettext_lazy("All")
# With more fields than this the form would stand between the answer and its chart.
OPEN_WITH = 5


def folded(form: forms.Form) -> bool:
    """Whether the form is so long that it stands folded until a reader asks for it."""
    return len(form.visible_fields()) > OPEN_WITH


def filter_form(
    measure: Measure, chosen: Filters, *, slugs: Iterable[str], held: tuple[str, ...]
) -> forms.Form:
    """Selects for force, kinds, first and last month and the kind of period."""
    known = forces()
    fields: dict[str, forms.Field] = {
        FORCE: forms.ChoiceField(
            label=_("Police force"),
            choices=[(slug, known[slug].name) for slug in slugs],
            required=False,
        )
    }
    for one in kinds(measure):
        if one.codes is not None:
            fields[one.key] = forms.ChoiceField(
                label=one.title,
                choices=[("", EVERYTHING), *((code, code) for code in one.codes.codes)],
                required=False,
            )
    spoken = [(month, months.in_words(month)) for month in held]
    fields["from"] = forms.ChoiceField(label=_("From"), choices=spoken, required=False)
    fields["to"] = forms.ChoiceField(label=_("To"), choices=spoken, required=False)
    if chosen.view == "time":
        fields["period"] = forms.ChoiceField(
            label=_("Shown by"), choices=list(GRAINS.items()), required=False
        )
    else:
        fields["view"] = forms.CharField(widget=forms.HiddenInput, required=False)
    made = type("FilterForm", (forms.Form,), fields)
    initial = {
        **dict(chosen.where),
        "from": chosen.first or (held[0] if held else ""),
        "to": chosen.last or (held[-1] if held else ""),
        "period": chosen.period,
        "view": chosen.view,
    }
    form: forms.Form = made(initial=initial, auto_id="filter-%s")
    return form
