"""A map answers in words first, holds every area against the force, and says what is not on it."""

import re

import pytest

from peelian.web.public.map_drawing import spread
from peelian.web.public.map_picture import Label, sheet

pytestmark = pytest.mark.django_db

RATE = "/maps/crime.rate/"


@pytest.fixture(scope="module")
def seen():
    """Pages of the sample data by address: they do not change from test to test."""
    return {}


@pytest.fixture
def page(client, loaded_home, seen):
    """The answer at an address, and its text on one line."""

    def open_page(url):
        if url not in seen:
            seen[url] = client.get(url)
        return seen[url], on_one_line(seen[url])

    return open_page


def on_one_line(answer):
    text = " ".join(answer.content.decode().split())
    return text.replace("&#x27;", "'").replace("&amp;", "&")


def rows(text):
    """The first cells of the table under the map."""
    table = text[text.index('id="table"') :]
    return re.findall(r'<th scope="row".*?<a class="govuk-link" href="([^"]+)">([^<]+)</a>', table)


class TestWords:
    """Counted apart from the product: 60,096 crimes, of which 1,165 lie on no area."""

    def test_the_highest_is_named_with_its_counts_and_range(self, page):
        _, text = page(RATE)

        assert "Stoke-on-Trent 015D</a> (New Hall Street, Albion Square, Stafford Street)" in text
        assert "<strong>789.9</strong> crimes were recorded for every 1,000 residents" in text
        assert "1,583 among 2,004 residents, likely range 751.5 to 829.8" in text
        assert "March to December 2021" in text

    def test_how_many_differ_from_the_force_and_how_many_would_by_chance(self, page):
        _, text = page(RATE)

        assert (
            "Of 687 neighbourhoods, 150 are clearly above the force's own figure of 52.7 and 382 "
            "clearly below it; 155 cannot be told apart from it." in text
        )
        assert "chance alone would still set about 34 apart" in text

    def test_what_is_not_on_the_map_stands_beside_it(self, page):
        _, text = page(RATE)

        assert "1,165 of the 60,096 counted" in text

    def test_a_map_of_small_shares_warns_before_it_names_anything(self, page):
        _, text = page("/maps/crime.charged_within_2_months/")

        assert "Do not read this map or its table as a ranking" in text
        assert text.index("cannot be told apart") < text.index("Highest:")

    def test_counts_are_sent_on_to_rates(self, page):
        _, text = page("/maps/crime.recorded/")

        assert "Counts take no account of how many people live in an area" in text
        assert "clearly above" not in text
        assert '<a class="govuk-link" href="/maps/crime.rate/?force=staffordshire' in text


class TestPicture:
    def test_every_neighbourhood_is_drawn_and_leads_to_its_page(self, page):
        _, text = page(RATE)

        drawn = re.findall(r'<a href="/places/(E\d{8})/" tabindex="-1"><path fill="#', text)
        assert len(set(drawn)) == 687

    def test_the_pointer_shows_figure_and_range(self, page):
        _, text = page(RATE)

        assert (
            "<title>Stoke-on-Trent 015D (New Hall Street, Albion Square): 789.9, "
            "likely range 751.5 to 829.8</title>" in text
        )

    def test_five_shades_have_their_limits_beside_them(self, page):
        _, text = page(RATE)

        numbers = [
            int(number)
            for number in re.findall(r"(?:under|to under|or more)[ \d.]*\((\d+)\)", text)
        ]
        assert "under 21.4 (" in text
        assert "67.7 or more (" in text
        assert len(numbers) == 5
        assert sum(numbers) == 687
        assert "no figure" not in text

    def test_equal_figures_share_a_shade_and_the_key_says_how_many(self, page):
        """A fifth of the areas and more had no charge: they cannot be parted into two shades."""
        _, text = page("/maps/crime.charged_within_2_months/")
        most = max(int(number) for number in re.findall(r"under [\d.]+% \((\d+)\)", text))

        assert most > 687 / 5

    def test_a_district_is_drawn_larger_and_alone(self, page):
        _, text = page(f"{RATE}?district=Stafford")

        assert len(re.findall(r'tabindex="-1"><path', text)) == 80
        assert "Crime rate by neighbourhood: Stafford" in text
        assert "Of 80 neighbourhoods" in text
        assert "force's own figure of 52.7" in text

    def test_the_page_stays_light(self, page):
        answer, _ = page(RATE)

        assert len(answer.content) < 400_000

    def test_a_force_without_outlines_has_the_table_and_the_reason(self, page):
        answer, text = page(f"{RATE}?force=cheshire")

        assert answer.status_code == 200
        assert "No outlines of the neighbourhoods of Cheshire" in text
        assert "<path fill" not in text
        assert len(rows(text)) == 50

    def test_names_on_the_map_stay_on_it_and_clear_of_each_other(self):
        placed = spread(
            (
                Label("Stoke-on-Trent", 100, 50),
                Label("Newcastle", 100, 60),
                Label("Edge", 299, 200),
            ),
            width=300,
        )

        assert [(label.text, label.x, label.y) for label in placed] == [
            ("Stoke-on-Trent", 100, 50),
            ("Newcastle", 100, 77),
            ("Edge", 274, 200),
        ]

    def test_neighbours_share_their_border_to_the_last_unit(self):
        """Outlines are rounded to the grid of the drawing, all in the same way."""
        drawn = sheet("staffordshire")

        assert drawn.height == 920
        assert len(drawn.shapes) == 687
        assert all(shape.path.startswith("M") for shape in drawn.shapes)


class TestTable:
    def test_highest_first_fifty_at_a_time(self, page):
        _, text = page(RATE)

        assert "1 to 50 of 687" in text
        assert rows(text)[0] == ("/places/E01014287/", "Stoke-on-Trent 015D")
        assert len(rows(text)) == 50

    def test_pages_follow_each_other_without_gap_or_overlap(self, page):
        seen, url = [], RATE
        while url:
            _, text = page(url)
            seen += [address for address, _name in rows(text)]
            onward = re.search(r'href="(\?[^"]*#table)" rel="next"', text)
            url = RATE + onward.group(1) if onward else ""

        assert len(seen) == len(set(seen)) == 687

    def test_the_way_back_leads_to_the_page_before(self, page):
        _, first = page(RATE)
        onward = re.search(r'href="(\?[^"]*#table)" rel="next"', first).group(1)
        _, second = page(RATE + onward)
        back = re.search(r'href="(\?[^"]*#table)" rel="prev"', second).group(1)
        _, again = page(RATE + back)

        assert rows(again) == rows(first)

    def test_figures_open_to_their_cards(self, client, page):
        _, text = page(RATE)
        card = re.search(r'href="(/figures/crime\.rate@1[^"]+lsoa=E01014287[^"]*)"', text).group(1)

        assert client.get(card).status_code == 200

    def test_the_download_holds_the_same_figures(self, client, page):
        _, text = page(RATE)
        link = re.search(r'href="(/measures/crime\.rate/download\.csv[^"]+)"', text).group(1)
        lines = client.get(link).content.decode().splitlines()

        assert any(line.startswith("crime.rate,E01014287,1583,2004,789.9") for line in lines)


class TestFilters:
    def test_the_crime_type_and_months_change_the_figures(self, page):
        _, text = page(f"{RATE}?type=Burglary&from=2021-11&to=2021-12")

        assert "November to December 2021" in text
        assert "Burglary" in text
        assert '<option value="Burglary" selected>' in text

    def test_the_other_maps_keep_place_and_months(self, page):
        _, text = page(f"{RATE}?district=Stafford&from=2021-11&to=2021-12")

        assert (
            "/maps/crime.asb_rate/?force=staffordshire&district=Stafford&from=2021-11"
            "&to=2021-12" in text
        )

    @pytest.mark.parametrize(
        ("url", "status", "sentence"),
        [
            ("/maps/crime.rat/", 404, "Perhaps crime.rate"),
            ("/maps/crime.deprivation_ratio/", 400, "cannot be broken down by neighbourhood"),
            ("/maps/crime.charged_share/", 400, "still growing"),
            (f"{RATE}?force=stafordshire", 400, "staffordshire"),
            (f"{RATE}?type=Burglery", 400, "Burglary"),
            (f"{RATE}?district=Leeds", 400, "You can choose from: Cannock Chase"),
            (f"{RATE}?from=2021-13", 400, "Write it as YYYY-MM"),
            (f"{RATE}?from=2021-12&to=2021-11", 400, "swap the two"),
            (f"{RATE}?after=E09999999", 400, "Open its first page"),
        ],
    )
    def test_what_cannot_be_asked_is_answered_with_what_would_be_right(
        self, page, url, status, sentence
    ):
        answer, text = page(url)

        assert answer.status_code == status
        assert sentence in text

    def test_months_that_are_not_loaded_are_no_zeros(self, page):
        answer, text = page(f"{RATE}?from=2019-01&to=2019-02")

        assert answer.status_code == 200
        assert (
            "No crime file of Staffordshire Police is loaded for January to February 2019" in text
        )
        assert "<path" not in text
        assert "<table" not in text
        assert "Show the newest months that are loaded" in text

    def test_an_empty_installation_says_so(self, client, empty_home):
        answer = client.get(RATE)
        text = on_one_line(answer)

        assert answer.status_code == 200
        assert "Nothing is loaded" in text


class TestForces:
    """The map of forces: November and December 2021, the months that all seven have."""

    def test_highest_and_lowest_are_named_for_the_months_that_most_forces_have(self, page):
        _, text = page(f"{RATE}?by=force")

        assert "Highest: Leicestershire Police" in text
        assert "Lowest: Cheshire Constabulary, 10.9" in text
        assert "November to December 2021" in text

    def test_forces_without_a_figure_are_counted_and_are_no_zeros(self, page):
        _, text = page(f"{RATE}?by=force")

        assert "36 of the 43 forces have no figure for these months" in text
        assert "data-chart" in text
        assert text.count('<th scope="row"') == 7

    def test_what_forces_record_differently_is_not_drawn(self, page):
        answer, text = page("/maps/crime.asb_rate/?by=force")

        assert answer.status_code == 400
        assert "Forces differ in what they log" in text

    def test_without_records_there_is_no_map_and_no_error(self, client, empty_home):
        answer = client.get(f"{RATE}?by=force")
        text = on_one_line(answer)

        assert answer.status_code == 200
        assert "Nothing is loaded" in text
