"""Parts of pages: what stands in the mark-up, with and without JavaScript."""

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string

from peelian.web.components.charts import Point, bars
from peelian.web.components.parts import (
    Column,
    Link,
    Notice,
    SummaryRow,
    Table,
    TableCell,
    TableRow,
)


def part(name, **context):
    return " ".join(render_to_string(f"components/{name}.html", context).split())


class TestTable:
    TABLE = Table(
        "Charged within two months",
        (Column("Month"), Column("Share", numeric=True)),
        (
            TableRow((TableCell("March 2021"), TableCell("6.3%", under="512 of 8,127")), own=True),
            TableRow((TableCell("July 2021"), TableCell("no data", status="no_data"))),
        ),
    )

    def test_it_scrolls_in_a_named_box_that_the_keyboard_reaches(self):
        assert '<div class="peelian-scroll" role="region" tabindex="0" aria-label="Charged' in part(
            "table", table=self.TABLE
        )

    def test_headings_say_what_they_head(self):
        shown = part("table", table=self.TABLE)

        assert shown.count('<th scope="col"') == 2
        assert shown.count('<th scope="row"') == 2
        assert "govuk-table__header--numeric" in shown
        assert "govuk-table__cell--numeric" in shown

    def test_no_figure_is_set_apart(self):
        assert '<span class="peelian-status peelian-status--no_data">no data</span>' in part(
            "table", table=self.TABLE
        )

    def test_a_row_that_does_not_fit_its_columns_is_refused(self):
        with pytest.raises(ValueError, match="Row 1 of the table 'Short' has 1 cells for 2"):
            Table("Short", self.TABLE.columns, (TableRow((TableCell("x"),)),))


class TestLinks:
    LINKS = (Link("Over time", "/a", current=True), Link("By place", "/b"))

    def test_tabs_are_links_and_the_current_one_says_so(self):
        shown = part("tabs", links=self.LINKS, label="Views")

        assert '<nav class="peelian-tabs" aria-label="Views">' in shown
        assert 'href="/a" aria-current="page"' in shown
        assert shown.count("aria-current") == 1

    def test_the_last_breadcrumb_is_where_one_is(self):
        shown = part("breadcrumbs", links=(Link("Home", "/"), Link("Kent", "", current=True)))

        assert '<li class="govuk-breadcrumbs__list-item" aria-current="page">Kent</li>' in shown

    def test_a_list_of_one_page_has_no_pages_to_choose(self):
        assert part("pagination", previous=None, next=None) == ""

    def test_the_next_page_has_a_name_without_being_given_one(self):
        shown = part("pagination", previous=None, next=Link("", "/n?after=9"))

        assert 'href="/n?after=9" rel="next"' in shown
        assert "Next page" in shown
        assert 'rel="prev"' not in shown

    def test_a_download_says_how_large_it_is(self):
        shown = part("downloads", links=(Link("CSV", "/a.csv", detail="2 kB"),))

        assert '<a class="govuk-link" href="/a.csv" download>CSV (2 kB)</a>' in shown


def test_a_summary_row_names_what_its_link_is_about():
    row = SummaryRow("Out of", "8,127 crimes", Link("See the rows", "/rows"))

    assert 'See the rows<span class="govuk-visually-hidden"> (Out of)</span>' in part(
        "summary_list", rows=(row,)
    )


@pytest.mark.parametrize(
    ("name", "context", "shown"),
    [
        ("inset_text", {"text": "Seven"}, '<div class="govuk-inset-text">Seven</div>'),
        ("warning_text", {"text": "Overlap"}, "Warning</span> Overlap"),
        ("details", {"summary": "Why", "text": "Because"}, "<p>Because</p>"),
        ("notification_banner", {"text": "Saved", "kind": "success"}, 'role="alert"'),
        ("notification_banner", {"text": "New file"}, 'role="region"'),
        ("notice", {"tag": "Sample", "text": "Not real"}, ">Sample</strong>"),
    ],
)
def test_a_part_shows_what_it_is_given(name, context, shown):
    assert shown in part(name, **context)


@pytest.mark.parametrize("name", ["inset_text", "warning_text", "details", "notification_banner"])
def test_words_are_escaped(name):
    assert "<b>" not in part(name, text="<b>x</b>", summary="<b>x</b>")


class Choice(forms.Form):
    force = forms.ChoiceField(choices=[("kent", "Kent")], help_text="Who recorded it.")
    place = forms.CharField(widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}))
    grain = forms.ChoiceField(choices=[("m", "Month")], widget=forms.RadioSelect)
    kinds = forms.MultipleChoiceField(choices=[("a", "Arson")], widget=forms.CheckboxSelectMultiple)
    why = forms.CharField(widget=forms.Textarea)
    sure = forms.BooleanField(label="I am sure")
    token = forms.CharField(widget=forms.HiddenInput)


class TestForm:
    @pytest.mark.parametrize(
        "mark",
        [
            '<select class="govuk-select" name="force"',
            '<input class="govuk-input govuk-input--width-10" type="text" name="place"',
            '<input class="govuk-radios__input" type="radio" name="grain" value="m"',
            '<input class="govuk-checkboxes__input" type="checkbox" name="kinds" value="a"',
            '<textarea class="govuk-textarea" name="why"',
            '<input class="govuk-checkboxes__input" type="checkbox" name="sure"',
            '<input type="hidden" name="token"',
            '<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Grain</legend>',
            '<div id="id_force_helptext" class="govuk-hint">Who recorded it.</div>',
        ],
    )
    def test_a_field_wears_our_classes(self, mark):
        """Without these our templates stand after Django's own in INSTALLED_APPS."""
        assert mark in str(Choice())

    def test_a_fault_is_tied_to_its_field(self):
        shown = str(Choice({"place": "x"}))

        assert 'aria-describedby="id_force_helptext id_force_error"' in shown
        assert '<p id="id_force_error" class="govuk-error-message">' in shown
        assert 'aria-invalid="true"' in shown

    def test_the_summary_links_to_the_first_choice_of_a_set(self):
        shown = part("error_summary", form=Choice({}))

        assert 'href="#id_grain_0"' in shown
        assert 'href="#id_place"' in shown
        assert 'id="id_grain_0"' in str(Choice({}))


class TestChartTag:
    CHART = bars(
        points=(Point(label="Kent", value=1.0, text="</script><b>"),),
        kind="rate",
        axis_title="Per 1,000",
        description='Kent "leads"',
    )

    def shown(self):
        template = Template('{% load peelian_charts %}{% chart chart "Source: the force." %}')
        return template.render(Context({"chart": self.CHART}))

    def test_picture_specification_and_source_stand_together(self):
        shown = self.shown()

        assert f'src="/pictures/{self.CHART.key}-720.svg" width="720"' in shown
        assert f'srcset="/pictures/{self.CHART.key}-360.svg" width="360"' in shown
        assert 'alt="Kent &quot;leads&quot;"' in shown
        assert "Source: the force." in shown

    def test_the_specification_is_data_and_cannot_close_its_own_script(self):
        shown = self.shown()

        assert shown.count("</script>") == 1
        assert '<script type="application/json">' in shown


class TestPages:
    def test_the_bare_layout_needs_no_context(self):
        shown = render_to_string("base.html")

        assert '<html lang="en-GB"' in shown
        assert 'href="#main-content"' in shown
        assert 'id="main-content"' in shown

    def test_notices_and_sources_are_shown(self):
        shown = render_to_string(
            "base.html",
            {
                "page_title": "Charges",
                "notices": [Notice("Sample", "Not real")],
                "attributions": ["Open Government Licence"],
            },
        )

        assert "<title>Charges – Peelian</title>" in shown
        assert "Not real" in shown
        assert "Open Government Licence" in shown

    def test_a_demonstration_says_that_it_is_one(self):
        assert "sample of published data" in render_to_string("base.html", {"demo": True})
        assert "sample of published data" not in render_to_string("base.html", {"demo": False})

    def test_nothing_in_the_layout_breaks_the_policy(self):
        """No style attribute, no handler, no script without an address."""
        shown = render_to_string("base.html", {"notices": [Notice("a", "b")]})

        assert "style=" not in shown
        assert "<style" not in shown
        assert shown.count("<script") == shown.count("<script src=") + shown.count(
            '<script type="module" src='
        )

    @pytest.mark.parametrize("status", [400, 403, 404, 500, 503])
    def test_an_error_page_stands_alone_and_reveals_nothing(self, status):
        """The database is closed to this test: a query would fail it."""
        shown = render_to_string(
            f"{status}.html", {"exception": "secret", "request_path": "secret"}
        )

        assert "<h1" in shown
        assert 'href="/"' in shown
        assert "secret" not in shown

    def test_not_allowed_reads_like_not_found(self):
        assert render_to_string("403.html") == render_to_string("404.html")
