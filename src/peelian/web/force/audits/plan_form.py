"""The form of a plan: what is drawn from, how, how many, and where the seed comes from."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.engines.audits.declared import Audit
from peelian.engines.audits.sizing import Shared, Size
from peelian.records.drawn import RANDOM, WHOLE
from peelian.records.months import in_words
from peelian.web.force.audits.plan_fields import Number, Points, narrowing_by, with_reasons
from peelian.web.force.audits.words import DESIGNS, DESIGNS_SAY, METHODS, METHODS_SAY
from peelian.web.force.inputs import offer

TITLE_LIMIT: Final = 200
SOURCE_LIMIT: Final = 300
PRECISION, NUMBER, PARTS, FILES = "precision", "number", "parts", "files"
NAMED, SEALED = "named", "sealed"
MONTHLY: Final = "month"
# How many of each part are wanted stands under the name of the part.
PART: Final = "part:"
NARROW: Final = "by:"


class PlanForm(forms.Form):
    """One audit that is to be drawn."""

    title = forms.CharField(
        label=gettext_lazy("What this audit is for"),
        max_length=TITLE_LIMIT,
        help_text=gettext_lazy("In a few words. It is the heading of its results."),
        error_messages={"required": gettext_lazy("Write what this audit is for.")},
    )
    first = forms.ChoiceField(label=gettext_lazy("First month"))
    last = forms.ChoiceField(label=gettext_lazy("Last month"))
    design = forms.ChoiceField(
        label=gettext_lazy("How files are come by"), widget=forms.RadioSelect
    )
    divided_by = forms.ChoiceField(
        label=gettext_lazy("Divide the files into parts"),
        required=False,
        help_text=gettext_lazy(
            "Each part gets files of its own, and the result is weighted back to all files. Divide "
            "where you want to say something of a small group too, or want so many of each kind."
        ),
    )
    size_by = forms.ChoiceField(
        label=gettext_lazy("How many files"),
        widget=forms.RadioSelect,
        choices=(
            (PRECISION, gettext_lazy("As many as a precision needs")),
            (NUMBER, gettext_lazy("A number that you set")),
            (PARTS, gettext_lazy("A number of each part")),
            (FILES, gettext_lazy("Files that you name")),
        ),
    )
    precision = Points(
        label=gettext_lazy("Precision: plus or minus, in percentage points"),
        required=False,
        min_value=0.5,
        max_value=50,
        help_text=gettext_lazy(
            "With 5, a result of 80% means: likely between 75% and 85%. Half the width needs four "
            "times the files."
        ),
    )
    expected = Points(
        label=gettext_lazy("The result that you expect, in per cent"),
        required=False,
        min_value=1,
        max_value=99,
        help_text=gettext_lazy(
            "From an earlier audit, if there was one. If nobody knows, leave 50: that needs the "
            "most files and is always enough."
        ),
    )
    number = Number(label=gettext_lazy("Files altogether"), required=False)
    shared = forms.ChoiceField(
        label=gettext_lazy("How they are shared among the parts"),
        widget=forms.RadioSelect(attrs={"class": "govuk-radios--small"}),
        choices=(
            ("proportional", gettext_lazy("In proportion: the more files a part has, the more")),
            ("equal", gettext_lazy("The same number of each part")),
        ),
        required=False,
        help_text=gettext_lazy(
            "In proportion gives the best result for all files together; the same number shows "
            "small parts as clearly as large ones."
        ),
    )
    chosen = forms.CharField(
        label=gettext_lazy("References of the files"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "One on each line. Files that somebody has named are no random sample: the result "
            "describes them alone."
        ),
    )
    second_share = Number(
        label=gettext_lazy("How many are marked twice, in per cent"),
        max_value=100,
        help_text=gettext_lazy(
            "A second reviewer marks them without seeing the first answers. It shows whether the "
            "questions mean the same to everybody."
        ),
    )
    method = forms.ChoiceField(
        label=gettext_lazy("How the likely range is worked out"),
        widget=forms.RadioSelect(attrs={"class": "govuk-radios--small"}),
        help_text=gettext_lazy("Named beside every result."),
    )
    seed_by = forms.ChoiceField(
        label=gettext_lazy("Where the seed of the lot comes from"),
        widget=forms.RadioSelect,
        choices=(
            (NAMED, gettext_lazy("A public number that nobody knows yet")),
            (SEALED, gettext_lazy("A seed that Peelian draws now and keeps sealed until the draw")),
        ),
        help_text=gettext_lazy(
            "The seed decides which files are drawn. It is named before the files are listed and "
            "known only after, so that nobody can pick files by picking a seed."
        ),
    )
    seed_source = forms.CharField(
        label=gettext_lazy("Which number, published where and when"),
        max_length=SOURCE_LIMIT,
        required=False,
        help_text=gettext_lazy(
            "And how it will be written, for example: the main lottery numbers of a Saturday to "
            "come, in ascending order, one space between. Another spelling is another draw."
        ),
    )
    rhythm = forms.ChoiceField(
        label=gettext_lazy("How often"),
        widget=forms.RadioSelect,
        choices=(
            ("", gettext_lazy("Once")),
            (MONTHLY, gettext_lazy("Every month, drawn by itself, until you end it")),
        ),
        required=False,
    )

    def __init__(
        self,
        data: QueryDict,
        *,
        audit: Audit,
        months: tuple[str, ...],
        forces: tuple[tuple[str, str], ...],
    ) -> None:
        super().__init__(data, auto_id="plan-%s")
        self.audit = audit
        spoken = [(month, in_words(month)) for month in reversed(months)]
        self._choices("first", spoken)
        self._choices("last", spoken)
        self._choices("design", with_reasons(DESIGNS, DESIGNS_SAY))
        self._choices("method", with_reasons(METHODS, METHODS_SAY))
        self._choices(
            "divided_by", [("", _("No parts")), *((one.key, one.title) for one in audit.strata)]
        )
        if len(forces) > 1:
            self.fields["force"] = forms.ChoiceField(label=_("Police force"), choices=forces)
        for one in audit.by:
            self.fields[f"{NARROW}{one.key}"] = narrowing_by(audit, one)

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        offer(self, name, choices)

    @property
    def narrowing(self) -> tuple[forms.BoundField, ...]:
        """The boxes by which the frame is narrowed."""
        return tuple(self[name] for name in self.fields if name.startswith(NARROW))

    def narrowed(self) -> dict[str, tuple[str, ...]]:
        """The conditions that were chosen, by dimension."""
        found = dict[str, tuple[str, ...]]()
        for one in self.audit.by:
            value = self.cleaned_data.get(f"{NARROW}{one.key}") or ()
            values = value.split(",") if isinstance(value, str) else value
            kept = tuple(text.strip() for text in values if text.strip())
            if kept:
                found[one.key] = kept
        return found

    def parts(self) -> dict[str, int]:
        """How many of each part are wanted, as far as numbers were written beside parts."""
        return {
            name.removeprefix(PART): int(value)
            for name, value in self.data.items()
            if name.startswith(PART) and value.isascii() and value.isdigit() and len(value) < 10
        }

    def size(self) -> Size:
        """How many are wanted, in the one way that was chosen; all where everything is."""
        given = self.cleaned_data
        if given.get("design") == WHOLE:
            return Size()
        shared: Shared = "equal" if given.get("shared") == "equal" else "proportional"
        match given.get("size_by"):
            case "precision":
                width, expected = given.get("precision"), given.get("expected")
                return Size(
                    half_width=float(width) / 100 if width is not None else None,
                    expected=float(expected) / 100 if expected is not None else None,
                    shared=shared,
                )
            case "parts":
                return Size(quotas=self.parts())
            case "files":
                lines = (line.strip() for line in given.get("chosen", "").splitlines())
                return Size(chosen=tuple(dict.fromkeys(line for line in lines if line)))
            case _:
                return Size(total=given.get("number"), shared=shared)

    def size_to_show(self) -> Size:
        """The same; before anybody has set numbers of parts, those that a precision would need."""
        size, given = self.size(), self.cleaned_data
        width, expected = given.get("precision"), given.get("expected")
        if given.get("size_by") != PARTS or size.quotas or not (width and expected):
            return size
        return Size(half_width=float(width) / 100, expected=float(expected) / 100)

    def clean(self) -> None:
        """What is missing for the way that was chosen, beside the box that it is about."""
        given = self.cleaned_data
        if given.get("first", "") > given.get("last", ""):
            self.add_error("last", _("The last month is before the first: choose a later one."))
        if given.get("seed_by") == NAMED and not given.get("seed_source"):
            self.add_error(
                "seed_source", _("Write which number decides, and where and when it is published.")
            )
        if given.get("design") == WHOLE:
            return
        match given.get("size_by"):
            case "precision":
                for name, such in SUCH.items():
                    if given.get(name) is None and name not in self.errors:
                        said = _("Write a number, such as {n}.").format(n=such)
                        self.add_error(name, said)
            case "number" if not given.get("number") and "number" not in self.errors:
                self.add_error("number", _("Write how many files are to be drawn."))
            case "parts" if not given.get("divided_by"):
                self.add_error("divided_by", _("Choose into which parts the files are divided."))
            case "files" if not given.get("chosen"):
                self.add_error("chosen", _("Write the references of the files, one on each line."))
            case _:
                pass

    def refuse(self, errors: Mapping[str, str]) -> None:
        """What a verb refuses, beside the box that it is about."""
        for name, said in errors.items():
            box = BOXES.get(name, name)
            self.add_error(box if box in self.fields else None, said)


def usual(audit: Audit, months: tuple[str, ...], second_share: int) -> QueryDict:
    """What stands in the form before anybody has written in it: a plan that most would make."""
    newest = months[-1] if months else ""
    return query_of(
        {
            "first": newest,
            "last": newest,
            "design": RANDOM,
            "size_by": PRECISION,
            "precision": "5",
            "expected": "50",
            "shared": "proportional",
            "second_share": str(second_share),
            "method": audit.method,
            "seed_by": NAMED,
        }
    )


def query_of(values: Mapping[str, str]) -> QueryDict:
    """The same as a browser would send it."""
    made = QueryDict(mutable=True)
    made.update(values)
    return made


SUCH: Final[Mapping[str, int]] = {"precision": 5, "expected": 50}
# Fields of a plan that stand in a box of another name.
BOXES: Final[Mapping[str, str]] = {"force_id": "force", "size": "size_by"}
