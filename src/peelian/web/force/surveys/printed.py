"""Counts that somebody else printed: recorded, recomputed, marked where they do not follow."""

from collections.abc import Iterator

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from peelian import catalogue
from peelian.engines.procedures.asking import options_of
from peelian.engines.surveys.declared import Survey
from peelian.engines.surveys.errors import SurveyRefused
from peelian.engines.surveys.models import Published, State
from peelian.engines.surveys.published import PublishedRow, published_of, record_published
from peelian.engines.surveys.rounding import Check
from peelian.records.months import NotAMonth
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.force.inputs import offer
from peelian.web.force.pages import Page
from peelian.web.force.surveys.runner import MENU, round_called, runner, survey_called


class PrintedForm(forms.Form):
    """Where counts are printed, and the counts: a line for each result."""

    survey = forms.ChoiceField(label=gettext_lazy("Which survey?"))
    title = forms.CharField(
        label=gettext_lazy("What is it called?"),
        max_length=200,
        error_messages={"required": gettext_lazy("Write what it is called.")},
    )
    month = forms.CharField(
        label=gettext_lazy("For which month do the figures stand?"),
        help_text=gettext_lazy("As year and month: 2023-04."),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
        error_messages={"required": gettext_lazy("Write the month, such as 2023-04.")},
    )
    source = forms.CharField(
        label=gettext_lazy("Where are they printed?"),
        help_text=gettext_lazy("Title, date and page, so that anybody can look them up."),
        max_length=300,
        error_messages={"required": gettext_lazy("Write where they are printed.")},
    )
    rows = forms.CharField(
        label=gettext_lazy("The counts"),
        help_text=gettext_lazy(
            "A line for each: the key of the result, how many, of how many, and the percentage as "
            "printed, such as: balance 542 748 72.5. For a group, add its question and its key."
        ),
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": gettext_lazy("Write the counts of at least one result.")},
    )

    def __init__(self, sent: object = None) -> None:
        super().__init__(sent, auto_id="printed-%s")  # type: ignore[arg-type]  # a QueryDict
        offer(self, "survey", [(one.key, one.title) for one in catalogue.surveys()])

    def clean_rows(self) -> tuple[PublishedRow, ...]:
        return tuple(_read(self.cleaned_data["rows"]))


def record(request: HttpRequest) -> HttpResponse:
    """The form, and the round of printed counts that it made."""
    run = runner(request)
    form = PrintedForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = record_published(
                survey_called(given["survey"]),
                force_id=run.force_id,
                title=given["title"],
                month=given["month"],
                source=given["source"],
                rows=given["rows"],
                actor=run.who.actor,
                at=run.who.at,
            )
        except (SurveyRefused, NotAMonth) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The printed counts are recorded."))
            return redirect(run.url("survey-printed", made.ref))
    title = _("Record printed counts")
    return render(
        request,
        "force/surveys/record.html",
        {
            "page_title": title,
            "navigation": run.who.menu(MENU),
            "breadcrumbs": run.way(Link(title, "", current=True)),
            "keys": tuple((one.title, _keys(one)) for one in catalogue.surveys() if one.results),
            "form": form,
            "back": run.url("survey-rounds"),
        },
        status=400 if form.errors else 200,
    )


@require_safe
def printed(request: HttpRequest, ref: str) -> HttpResponse:
    """Every printed share beside what its counts give."""
    run = runner(request)
    held, survey = round_called(run, ref)
    if held.state != State.RECORDED:
        raise Http404
    found = published_of(held)
    wrong = sum(not check.follows for _row, check in found)
    return render(
        request,
        "force/surveys/printed.html",
        {
            "page_title": _("As printed, recomputed"),
            "navigation": run.who.menu(MENU),
            "breadcrumbs": run.way(
                Link(held.title, run.url("survey-round", ref)),
                Link(_("As printed, recomputed"), "", current=True),
            ),
            "answer": _answer(wrong, len(found)),
            "source": held.source,
            "table": _table(survey, found),
            "results": run.url("survey-results", ref),
        },
    )


def _answer(wrong: int, all_of_them: int) -> str:
    if not wrong:
        return _("All {n} printed percentages follow from their counts.").format(n=all_of_them)
    return ngettext(
        "{wrong} of {n} printed percentages does not follow from its counts.",
        "{wrong} of {n} printed percentages do not follow from their counts.",
        wrong,
    ).format(wrong=wrong, n=all_of_them)


def _table(survey: Survey, found: tuple[tuple[Published, Check], ...]) -> Table:
    columns = (
        Column(_("Result")),
        Column(_("Follows from its counts?")),
        Column(_("Counts"), numeric=True),
        Column(_("As printed"), numeric=True),
        Column(_("From the counts"), numeric=True),
        Column(_("What that says")),
    )
    rows = [
        TableRow(
            (
                TableCell(survey.result(row.result).title, under=_group(survey, row)),
                # In words, and beside the title, where a narrow page shows it too.
                TableCell(_("Follows"))
                if check.follows
                else TableCell(_("Does not follow"), status="not_comparable"),
                TableCell(_("{k} of {n}").format(k=f"{row.counted:,}", n=f"{row.among:,}")),
                TableCell(f"{check.printed}%"),
                TableCell(f"{check.computed}%"),
                TableCell(_capital(check.says)),
            ),
            own=not check.follows,
        )
        for row, check in found
    ]
    return Table(_("Printed shares"), columns, tuple(rows), caption_hidden=True)


def _group(survey: Survey, row: Published) -> str:
    if not row.grouped_by:
        return ""
    titles = {one.key: one.says for one in options_of(survey.question(row.grouped_by))}
    return titles.get(row.group, row.group)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _keys(survey: Survey) -> tuple[tuple[str, str], ...]:
    """What a line can name: results, and groups by question and answer."""
    results = [(one.key, one.title) for one in survey.results]
    groups = [
        (f"{grouping.question} {option.key}", f"{grouping.title}: {option.says}")
        for grouping in survey.groups
        for option in options_of(survey.question(grouping.question))
    ]
    return (*results, *groups)


def _read(text: str) -> Iterator[PublishedRow]:
    for line in filter(None, map(str.strip, text.splitlines())):
        match line.split():
            case [key, counted, among, share, *group] if (
                _number(counted) and _number(among) and len(group) in (0, 2)
            ):
                by, name = group or ("", "")
                yield PublishedRow(
                    key, int(counted.replace(",", "")), int(among.replace(",", "")),
                    share.rstrip("%"), by, name,
                )  # fmt: skip
            case _:
                raise forms.ValidationError(
                    _("“{line}” is not read: write, for example, balance 542 748 72.5.").format(
                        line=line
                    )
                )


def _number(text: str) -> bool:
    plain = text.replace(",", "")
    return plain.isascii() and plain.isdigit() and len(plain) < 9


pages = (
    Page("surveys/printed/", record, "survey-published"),
    Page("surveys/rounds/<str:ref>/printed/", printed, "survey-printed"),
)
