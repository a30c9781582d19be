"""The comparison page: answer first, both charts, who is left out, no rank where none is due."""

import html
import re
from datetime import UTC, datetime
from statistics import mean, stdev

import pytest

from peelian import catalogue
from peelian.engines.comparisons.compared import Signal, Step
from peelian.engines.comparisons.models import Rebase
from peelian.records.months import shift
from peelian.web.answers import ask, reader
from peelian.web.public.compare_control import as_panel
from peelian.web.public.compare_words import short_name
from records.street_files import CRIME, csv_text
from web.chart_samples import svg
from web.comparison_samples import REBASED, released_chart

pytestmark = pytest.mark.django_db
RATE = "/measures/crime.rate/compare/"
SEVEN = {
    "staffordshire",
    "cheshire",
    "derbyshire",
    "leicestershire",
    "north-wales",
    "warwickshire",
    "west-mercia",
}


def text_of(client, url, status=200):
    answer = client.get(url)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return html.unescape(re.sub(r"\s+", " ", answer.content.decode()))


def rows_of(text, caption):
    """The rows of the table with this caption, each a list of words."""
    table = next(
        part for part in text.split("<table")[1:] if caption in part.split("</caption>")[0]
    )
    body = table.split("<tbody", 1)[1].split("</tbody>")[0]
    return [
        [
            re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", cell)).strip()
            for cell in re.findall(r"<t[hd] .*?</t[hd]>", row)
        ]
        for row in body.split("<tr")[1:]
    ]


class TestAllForces:
    @pytest.mark.ledger("INS-14", "INS-15")
    def test_the_first_sentence_is_of_the_own_force_and_the_next_says_where_it_stands(
        self, client, loaded_home
    ):
        text = text_of(client, RATE + "?force=staffordshire&from=2021-12&to=2021-12")

        assert "How do forces compare on crimes recorded per 1,000 residents?" in text
        assert (
            "5.58 crimes were recorded for every 1,000 residents by Staffordshire Police in "
            "December 2021: 6,359 among 1,139,794 residents, likely range 5.44 to 5.72." in text
        )
        figures = ask(reader(), "crime.rate", by=("force",), first="2021-12", last="2021-12")[1]
        values = {one.cell.unit: one.cell.value for one in figures}
        assert set(values) == SEVEN
        own, middle, deviation = (
            values["staffordshire"],
            mean(values.values()),
            stdev(values.values()),
        )
        rank = 1 + sum(value > own for value in values.values())
        assert f"Staffordshire Police ranks {rank} of 7 from the highest" in text
        deviations, _funnel = re.findall(r'<img src="(/pictures/[^"]+)"', text)
        picture = client.get(deviations).content.decode()
        assert f">Mean {middle:.2f}<" in picture
        assert f">above {middle + deviation:.2f}<" in picture
        assert f">below {middle - deviation:.2f}<" in picture

    def test_the_rule_is_said_to_set_about_one_in_three_apart(self, client, loaded_home):
        text = text_of(client, RATE + "?force=staffordshire")

        assert "sets about 14 of 43 forces apart by its nature, and so about 2 of these 7" in text

    def test_the_divisor_is_named_and_can_be_changed(self, client, loaded_home):
        assert "standard deviation divides by n - 1." in text_of(client, RATE)
        assert "standard deviation divides by n." in text_of(client, RATE + "?divisor=n")

    def test_the_table_ranks_and_says_in_words_what_charts_show(self, client, loaded_home):
        text = text_of(client, RATE + "?force=staffordshire&from=2021-12&to=2021-12")

        rows = rows_of(text, "December 2021, highest first")
        assert [row[1] for row in rows] == ["1", "2", "3", "4", "5", "6", "7"]
        assert all(re.search(r"(above|below|between) the", row[4]) for row in rows)
        assert all(re.search(r"limits$", row[5]) for row in rows)

    def test_every_figure_opens_and_every_name_leads_to_its_own_trend(self, client, loaded_home):
        text = text_of(client, RATE + "?force=staffordshire&from=2021-12&to=2021-12")

        for slug in SEVEN:
            assert f"/figures/crime.rate@1;2021-12;force={slug}" in text
            assert f"/measures/crime.rate/?force={slug}" in text

    @pytest.mark.ledger("INS-22")
    def test_missing_forces_are_named_together_with_their_reason(self, client, loaded_home):
        text = text_of(client, RATE + "?force=staffordshire&from=2021-12&to=2021-12")

        assert "36 forces are missing" in text
        assert "Wiltshire Police: No crime file is loaded for December 2021." in text

    def test_flags_are_held_against_chance(self, client, loaded_home):
        rows = rows_of(text_of(client, RATE), "How many flags each rule raises")

        assert [row[0] for row in rows] == [
            "Outside one standard deviation",
            "Beyond the 95% limits",
            "Beyond the 99.8% limits",
        ]
        assert [row[2] for row in rows] == ["about 2", "fewer than 1", "fewer than 1"]

    def test_both_charts_have_a_picture_for_those_without_scripts(self, client, loaded_home):
        text = text_of(client, RATE + "?force=staffordshire")

        assert text.count("data-chart-picture") == 2
        assert "forces lie outside one standard deviation of the mean" in text
        assert "overdispersion" in text

    def test_conditions_stay_in_the_address_of_every_way_to_look(self, client, loaded_home):
        text = text_of(client, RATE + "?force=staffordshire&type=Burglary")

        for show in ("peers", "control"):
            assert re.search(rf'href="\?force=staffordshire&type=Burglary[^"]*show={show}"', text)

    def test_the_interface_gives_the_same_comparison(self, client, loaded_home):
        text = text_of(client, RATE + "?force=staffordshire&type=Burglary&divisor=n")

        links = re.findall(r'href="(/api/[^"]+comparison[^"]*)"', text)
        assert len(links) == 2
        for link in links:
            assert client.get(link).status_code == 200, link

    def test_a_force_that_is_missing_is_said_to_be_so(self, client, loaded_home):
        text = text_of(client, RATE + "?force=kent&from=2021-12&to=2021-12")

        assert (
            "Kent Police has no figure for December 2021, which is not a figure of nothing" in text
        )

    def test_without_an_own_force_the_page_says_what_is_usual(self, client, loaded_home):
        text = text_of(client, RATE + "?force=btp&from=2021-12&to=2021-12")

        assert "December 2021: the mean of 7 forces is" in text
        assert "show=peers" not in text


class TestRefusal:
    def test_forces_are_not_ranked_on_what_they_record_differently(self, client, loaded_home):
        text = text_of(client, "/measures/crime.asb_rate/compare/?force=staffordshire")

        assert (
            "We cannot compare forces on this. Forces differ in what they log as anti-social "
            "behaviour rather than as a crime." in text
        )
        assert "See each force's own trend" in text
        assert "data-chart-live" not in text
        assert ">Rank<" not in text

    def test_their_figures_stand_by_name(self, client, loaded_home):
        text = text_of(client, "/measures/crime.asb_rate/compare/?force=staffordshire")

        names = [row[0] for row in rows_of(text, "by name of force")]
        assert len(names) == 7
        assert names == sorted(names)

    def test_plain_numbers_are_not_ranked(self, client, loaded_home):
        text = text_of(client, "/measures/crime.recorded/compare/")

        assert "A plain number is larger where the force is larger" in text

    def test_an_empty_installation_says_that_nothing_is_loaded(self, client, empty_home):
        assert "Nothing is loaded that this could count." in text_of(client, RATE)


class TestPeers:
    def test_peers_are_named_with_variables_and_distances(self, client, loaded_home):
        text = text_of(client, RATE + "?force=staffordshire&show=peers")

        assert "Most like Staffordshire Police by usual residents" in text
        rows = rows_of(text, "How like Staffordshire Police each force is")
        assert rows[0][:2] == ["Staffordshire Police", "the force itself"]
        distances = [float(row[1]) for row in rows[1:]]
        assert distances == sorted(distances)
        assert len(distances) == 7

    def test_only_peers_are_compared(self, client, loaded_home):
        text = text_of(client, RATE + "?force=staffordshire&show=peers")

        peers = {row[0] for row in rows_of(text, "How like Staffordshire Police each force is")}
        compared = {row[0] for row in rows_of(text, "Crimes recorded per 1,000 residents, ")}
        assert compared <= peers

    def test_a_force_like_no_other_is_not_offered_any(self, client, loaded_home):
        assert "show=peers" not in text_of(client, RATE + "?force=city-of-london")


class TestControl:
    def test_too_short_a_series_is_refused_with_a_way_on(self, client, loaded_home):
        text = text_of(client, RATE + "?force=staffordshire&show=control")

        assert "There is no control chart of this. The longest series without a gap has 10" in text
        assert "See the trend of Staffordshire Police" in text
        assert len(rows_of(text, "Staffordshire Police by month")) == 10

    def test_a_steady_series_calls_for_no_explanation(self):
        panel = as_panel(released_chart([5.0, 5.2, 4.9, 5.1] * 4), trend_url="/")

        assert panel.heading == "No signal in 16 months"
        assert panel.standing[0].startswith("Staffordshire Police: no month stands out.")
        assert "between 4.00 and 6.00, around a mean of 5.00" in panel.standing[0]

    def test_signals_stand_in_the_sentence_on_the_chart_and_in_the_table(self):
        says = "April 2020 lies above the upper limit."
        signal = Signal(rule="point beyond limits", at=(3,), says=says)

        panel = as_panel(released_chart([5.0, 5.2, 4.9, 9.0] * 4, signals=(signal,)), trend_url="/")

        assert panel.heading == "1 signal in 16 months"
        assert says in panel.standing[0]
        assert panel.chart is not None
        assert ">beyond a limit<" in svg(panel.chart)
        marked = {row.cells[0].text: row.cells[-1].text for row in panel.table.rows}
        assert marked["April 2020"] == "beyond a limit"
        assert set(marked.values()) == {"", "beyond a limit"}

    def test_a_rebase_that_was_entered_is_on_the_page_with_its_reason(self, client, desk):
        for at in range(24):
            month = shift("2020-01", at)
            crimes = [
                CRIME | {"Month": month, "Crime ID": f"{at * 100 + n:064x}"}
                for n in range(5 + at % 2 + (10 if at >= 12 else 0))
            ]
            desk.file(csv_text(*crimes), f"{month}-staffordshire-street.csv")
        desk.load()
        Rebase.objects.create(
            record_id="r1",
            source="typed",
            force_id="staffordshire",
            measure="crime.recorded",
            conditions="",
            month="2021-01",
            by=REBASED.by,
            reason=REBASED.reason,
            made_at=datetime(2021, 1, 5, 9, tzinfo=UTC),
        )

        text = text_of(client, "/measures/crime.recorded/compare/?force=staffordshire&show=control")

        assert "From January 2021 on, limits were made anew by R. Example" in text
        assert "A new record system went live." in text
        means = [row[2] for row in rows_of(text, "Staffordshire Police by month")]
        # 5 and 6 crimes by turns, then 15 and 16.
        assert means == ["5.5"] * 12 + ["15.5"] * 12
        assert "No signal in 24 months" in text

    def test_limits_made_anew_name_who_why_and_when(self):
        steps = (
            Step(first=0, last=7, mean=5.0, lower=4.0, upper=6.0, moving_range=0.4),
            Step(first=8, last=15, mean=7.0, lower=6.0, upper=8.0, moving_range=0.4),
        )

        panel = as_panel(
            released_chart([5.0] * 8 + [7.0] * 8, steps=steps, rebases=(REBASED,)), trend_url="/"
        )

        assert panel.rebases == (
            "From September 2020 on, limits were made anew by R. Example, Force Statistician on "
            "5 January 2021: A new record system went live.",
        )
        limits = [row.cells[3].text for row in panel.table.rows]
        assert limits == ["4.00 to 6.00"] * 8 + ["6.00 to 8.00"] * 8


class TestTheWayHere:
    def test_the_tab_of_a_measure_leads_to_the_comparison(self, client, loaded_home):
        text = text_of(client, "/measures/crime.rate/?force=staffordshire&type=Burglary")

        assert f'href="{RATE}?force=staffordshire&type=Burglary"' in text

    def test_the_address_from_before_leads_here_with_its_filters(self, client, loaded_home):
        answer = client.get("/measures/crime.rate/?force=staffordshire&view=forces&from=2021-12")

        assert answer.status_code == 301
        assert answer["Location"] == f"{RATE}?force=staffordshire&from=2021-12"

    @pytest.mark.parametrize("show", ["", "peers", "control"])
    def test_every_kind_of_measure_has_its_comparison_or_its_refusal(
        self, client, loaded_home, show
    ):
        shown = (measure for measure in catalogue.measures() if measure.profile == "exact")
        for key in {measure.kind: measure.key for measure in shown}.values():
            text_of(client, f"/measures/{key}/compare/?force=staffordshire&show={show}")

    @pytest.mark.parametrize(
        ("url", "status", "sentence"),
        [
            ("/measures/crime.rte/compare/", 404, "crime.rate"),
            (RATE + "?show=sideways", 400, "Choose from: forces, peers, control"),
            (RATE + "?divisor=7", 400, "Choose from: n-1, n"),
            (RATE + "?force=atlantis", 400, "not a force"),
            (RATE + "?type=Burglery", 400, "Burglary"),
            (RATE + "?force=city-of-london&show=peers", 400, "has no peers"),
        ],
    )
    def test_an_address_that_cannot_be_served_says_what_would_be_right(
        self, client, loaded_home, url, status, sentence
    ):
        assert sentence in text_of(client, url, status)


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("metropolitan", "Metropolitan"),
        ("avon-and-somerset", "Avon and Somerset"),
        ("city-of-london", "City of London"),
        ("greater-manchester", "Greater Manchester"),
    ],
)
def test_charts_call_a_force_by_its_place(slug, name):
    assert short_name(slug) == name
