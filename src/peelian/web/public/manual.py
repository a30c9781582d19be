"""The manual, made from the declarations: every measure, every word, every method of a range."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.engines.publishing.glossary import IntervalMethod, chapters, interval_methods
from peelian.engines.publishing.manual import ExampleTable, Section, WrittenExample, entry
from peelian.web.components.parts import Column, Link, SummaryRow, Table, TableCell, TableRow
from peelian.web.doors import audience
from peelian.web.errors import refuse
from peelian.web.public.navigation import navigation

# No measure is called so: the key of a measure has its area and a dot in it.
WORDS = "words"
INTERVALS = "intervals"


@audience("public")
def manual(request: HttpRequest) -> HttpResponse:
    """The list of entries, by area."""
    return render(
        request,
        "public/manual.html",
        {
            "page_title": _("Manual"),
            "navigation": navigation("manual"),
            "breadcrumbs": (Link(_("Home"), reverse("home")), Link(_("Manual"), "", current=True)),
            "areas": catalogue.LISTED,
            "words": reverse("manual-entry", args=[WORDS]),
            "intervals": reverse("manual-entry", args=[INTERVALS]),
        },
    )


@audience("public")
def manual_entry(request: HttpRequest, key: str) -> HttpResponse:
    """One entry: a measure, or the words, or the methods of likely ranges."""
    if key == WORDS:
        return _page(
            request, "manual_words", _("Words"), {"chapters": chapters(catalogue.measures())}
        )
    if key == INTERVALS:
        found = interval_methods(catalogue.declared_measures())
        methods = [(method, _coverage(method)) for method in found]
        return _page(request, "manual_intervals", _("Likely ranges"), {"methods": methods})
    try:
        measure = catalogue.measure(key)
    except catalogue.UnknownMeasure as error:
        return refuse(request, str(error.args[0]), status=404)
    written = entry(measure)
    return _page(
        request,
        "manual_entry",
        written.title,
        {
            "entry": written,
            "sections": [(section, *_split(section)) for section in written.sections],
            "examples": [_example(number, one) for number, one in enumerate(written.examples, 1)],
            "measure_url": reverse("measure", args=[measure.key]),
        },
    )


def _page(
    request: HttpRequest, template: str, title: str, context: dict[str, object]
) -> HttpResponse:
    frame = {
        "page_title": title,
        "navigation": navigation("manual"),
        "breadcrumbs": (
            Link(_("Home"), reverse("home")),
            Link(_("Manual"), reverse("manual")),
            Link(title, "", current=True),
        ),
    }
    return render(request, f"public/{template}.html", frame | context)


def _split(section: Section) -> tuple[list[SummaryRow], list[str]]:
    """The named lines of a section and its plain sentences."""
    named = [SummaryRow(name, text) for name, text in section.lines if name]
    return named, [text for name, text in section.lines if not name]


def _coverage(method: IntervalMethod) -> Table:
    """How often the method held the truth in invented samples."""
    return Table(
        caption=_("{method}: how often it held the truth").format(method=method.name),
        columns=(
            Column(_("Samples of")),
            Column(_("Held the truth"), numeric=True),
            Column(_("Had no range"), numeric=True),
        ),
        rows=tuple(
            TableRow(
                (
                    TableCell(one.words),
                    TableCell(f"{one.share:.1%}"),
                    TableCell(_("{some} of {all}").format(some=one.without, all=f"{one.trials:,}")),
                )
            )
            for one in method.covered
        ),
        caption_hidden=True,
    )


def _example(number: int, example: WrittenExample) -> dict[str, object]:
    return {
        "number": number,
        "example": example,
        "tables": [_table(number, table) for table in example.tables],
    }


def _table(number: int, table: ExampleTable) -> Table:
    head, *rows = table.cells
    return Table(
        caption=_("Example {number}, rows in: {title}").format(
            number=number, title=table.title.lower()
        ),
        columns=tuple(Column(name) for name in head),
        rows=tuple(TableRow(tuple(TableCell(cell or "–") for cell in row)) for row in rows),
    )


urls: list[URLPattern] = [
    path("manual/", manual, name="manual"),
    path("manual/<str:key>/", manual_entry, name="manual-entry"),
]
