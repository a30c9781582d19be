"""Finding a place, and what its page says: honest on small numbers, never a dead end."""

import re

import pytest

pytestmark = pytest.mark.django_db

STAFFORD_008B = "/places/E01029710/"
CHESHIRE_EAST_001A = "/places/E01018585/"


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


class TestSearch:
    def test_before_a_search_the_loaded_districts_are_offered(self, page):
        _, text = page("/places/")

        assert "Districts whose records are loaded" in text
        assert '<a class="govuk-link" href="/places/?q=Stoke-on-Trent">Stoke-on-Trent</a>' in text
        assert "Leeds" not in text

    def test_a_street_leads_to_its_neighbourhoods(self, page):
        _, text = page("/places/?q=Eastgate+Street,+Stafford")

        assert "<dt>Eastgate Street</dt>" in text
        assert re.search(r'<dd><a class="govuk-link" href="/places/E\d{8}/">Stafford 0', text)

    def test_a_street_of_many_places_asks_for_the_district(self, page):
        _, text = page("/places/?q=high+st")

        assert "There are many. Choose the district:" in text
        assert "/places/?q=High+Street%2C+Stafford" in text

    def test_a_district_lists_its_neighbourhoods_with_their_streets(self, page):
        _, text = page("/places/?q=Stafford")

        assert text.count('href="/places/E') >= 80
        assert "Marlborough Close, Back Lane, High Chase Rise" in text
        assert "/maps/crime.rate/?force=staffordshire&district=Stafford" in text

    def test_long_lists_come_in_pages(self, page):
        _, first = page("/places/?q=Stoke-on-Trent")
        onward = re.search(r'href="(\?[^"]+#places)" rel="next"', first).group(1)
        _, second = page(f"/places/{onward}")
        names = [re.findall(r"/places/(E\d{8})/", text) for text in (first, second)]

        assert (len(names[0]), len(names[1])) == (100, 59)
        assert not set(names[0]) & set(names[1])

    @pytest.mark.parametrize("said", ["Stafford 008B", "e01029710"])
    def test_a_whole_name_or_code_goes_straight_there(self, page, said):
        answer, _ = page(f"/places/?q={said}")

        assert answer.status_code == 302
        assert answer.url == STAFFORD_008B

    def test_a_postcode_is_answered_honestly(self, page):
        _, text = page("/places/?q=ST16+2AA")

        assert "This looks like a postcode." in text
        assert "which is not loaded" in text

    def test_nothing_found_says_what_would_work(self, page):
        _, text = page("/places/?q=zzzz")

        assert "Nothing is called “zzzz”" in text
        assert "a street and its district with a comma between them" in text
        assert "Districts whose records are loaded" in text

    def test_a_place_that_is_not_loaded_is_named_with_the_reason(self, page):
        _, text = page("/places/?q=Leeds")

        assert "No records of West Yorkshire Police are loaded." in text

    def test_what_was_typed_is_shown_as_text(self, page):
        _, text = page("/places/?q=<script>alert(1)</script>")

        assert "<script>alert" not in text

    def test_an_empty_installation_has_nowhere_to_send_anyone(self, client, empty_home):
        answer = client.get("/places/?q=High+Street")
        text = on_one_line(answer)

        assert answer.status_code == 200
        assert "Nothing is called “High Street”" in text
        assert "No records are loaded yet" in text


class TestPlace:
    """Counted apart from the product: 13 crimes and 7 incidents among 1,366 residents."""

    def test_the_heading_says_what_and_where(self, page):
        _, text = page(STAFFORD_008B)

        assert "Stafford 008B, a neighbourhood of about 1,400 residents in Stafford</h1>" in text
        assert "Streets here include Marlborough Close, Back Lane, High Chase Rise." in text

    def test_the_first_sentence_holds_it_against_district_and_force(self, page):
        _, text = page(STAFFORD_008B)

        assert "<strong>9.52</strong> crimes were recorded for every 1,000 residents" in text
        assert "lower than in Stafford (40.6)" in text
        assert "lower than in the area of Staffordshire Police (52.7)" in text

    def test_what_is_reported_is_counted(self, page):
        _, text = page(STAFFORD_008B)
        table = text[text.index("What is reported here</h2>") : text.index("How it changed")]
        cells = re.findall(r">(?:<a[^>]*>)?([\w ,-]+?)(?:</a>)? *</t[dh]>", table)

        assert cells[cells.index("Crimes recorded") :][:3] == ["Crimes recorded", "0", "13"]
        assert cells[cells.index("Anti-social behaviour") :][2] == "7"
        assert cells[cells.index("Violence and sexual offences") :][2] == "7"

    def test_small_numbers_make_no_trend(self, page):
        _, text = page(STAFFORD_008B)

        assert "No clear change from July to September 2021" in text
        assert "Small numbers go up and down by chance" in text

    def test_charges_come_with_their_counts(self, page):
        _, text = page(STAFFORD_008B)

        assert "led to a charge within two months (1 of 9, likely range" in text
        assert "no clear difference" in text

    def test_where_it_is_and_what_is_next_to_it(self, page):
        _, text = page(STAFFORD_008B)

        assert "among the least deprived 10% of neighbourhoods in England" in text
        assert text.count('<a href="/places/E') == 79
        assert '<a class="govuk-link" href="/places/E01029711/">Stafford 008C</a>' in text

    def test_a_small_area_is_ringed_on_the_map_and_a_large_one_is_not(self, page):
        _, small = page("/places/E01014333/")
        _, large = page("/places/E01029696/")

        assert "<circle" in small
        assert "<circle" not in large

    def test_every_figure_on_it_opens(self, client, page):
        _, text = page(STAFFORD_008B)
        cards = set(re.findall(r'href="(/figures/[^"]+)"', text))

        assert len(cards) > 30
        assert [card for card in sorted(cards)[::8] if client.get(card).status_code != 200] == []

    def test_every_way_on_is_open(self, client, page):
        _, text = page(STAFFORD_008B)
        links = set(
            re.findall(r'class="govuk-link" href="(/(?:maps|measures|places)/[^"]*)"', text)
        )

        assert len(links) > 8
        assert [link for link in sorted(links) if client.get(link).status_code != 200] == []

    def test_a_force_without_outlines_has_figures_and_no_map(self, page):
        _, text = page(CHESHIRE_EAST_001A)

        assert "No outlines of the neighbourhoods of Cheshire" in text
        assert "crimes were recorded for every 1,000 residents" in text

    def test_charges_that_cannot_be_followed_say_why(self, page):
        _, text = page(CHESHIRE_EAST_001A)

        assert "cannot yet be followed for 2 months" in text
        assert not re.search(r"\b0(\.0)?%", text)

    def test_a_place_of_a_force_that_is_not_loaded_has_facts_and_no_figures(self, page):
        _, text = page("/places/E01011264/")

        assert "no records of West Yorkshire Police are loaded here" in text
        assert "That does not mean that nothing happened." in text
        assert "/figures/" not in text

    def test_an_unknown_code_is_answered_with_the_search(self, page):
        answer, text = page("/places/E99999999/")

        assert answer.status_code == 404
        assert "No neighbourhood has the code “E99999999”" in text
        assert 'action="/places/"' in text

    def test_a_code_in_small_letters_is_sent_to_its_address(self, page):
        answer, _ = page("/places/e01029710/")

        assert (answer.status_code, answer.url) == (302, STAFFORD_008B)
