"""The figure card's page: every figure opens, says how it is known, and leads on."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from engines.publishing.small_store import fill, street
from peelian import catalogue
from peelian.records.erase import erase_rows
from peelian.records.store.reader import open_reader
from peelian.spine.crime import Crime
from peelian.web.answers import forget
from records.street_files import AT

pytestmark = pytest.mark.django_db
CHARGED = "crime.charged_within_2_months@1;2021-03;force=staffordshire"


def text_of(client, address, status=200, **query):
    answer = client.get(reverse("figure", args=[address]), query)
    assert answer.status_code == status, answer.content.decode()[:3000]
    return re.sub(r"\s+", " ", answer.content.decode())


def test_the_figure_comes_first_in_one_sentence(client, loaded_home):
    assert (
        '<p class="peelian-answer">6.3% of crimes recorded by Staffordshire Police in March 2021 '
        "led to a charge within two months: 382 of 6,049, likely range 5.7% to 7.0%.</p>"
    ) in text_of(client, CHARGED)


def test_the_card_holds_what_a_sceptic_asks_for(client, loaded_home):
    text = text_of(client, CHARGED)
    snapshot = open_reader(loaded_home).snapshot

    for told in (
        "6,049 crimes recorded",
        "5.7% to 7.0%<br>Wilson score, 95%. Takes each record as",
        "Nothing: every row has a crime_id.",
        "382 shown of 382 counted",
        "6,049 shown of 6,049 counted",
        "Not signed off: computed from openly published rows.",
        "Of the distinct crimes recorded in a month",
        "counting: _.charged_within_2_months",
        "From 22 November 2026. First definition.",
        "Do not compare forces on this.",
        "2021-03-staffordshire-street.csv</a>",
        "8,209 rows",
        "All loaded on 22 November 2026.",
        snapshot.id,
        "FROM &quot;crime&quot;",
        f"http://testserver/figures/{CHARGED}",
    ):
        assert told in text, told


@pytest.mark.parametrize("part", ["counted", "among"])
def test_the_card_leads_to_its_rows(client, loaded_home, part):
    assert f'href="/figures/{CHARGED}/rows/{part}/"' in text_of(client, CHARGED)


def test_the_card_leads_back_to_the_measure_with_its_conditions(client, loaded_home):
    text = text_of(client, "crime.recorded@1;2021-03;force=staffordshire;type=Burglary")

    assert 'href="/measures/crime.recorded/?force=staffordshire&amp;type=Burglary"' in text


def test_every_kind_of_figure_has_a_card(client, loaded_home):
    for measure in catalogue.declared_measures():
        if measure.profile != "exact":
            continue
        text = text_of(client, f"{measure.key}@1;2021-03;force=staffordshire")
        assert measure.definition.replace("'", "&#x27;") in text


def test_a_rate_names_its_residents_and_their_table(client, loaded_home):
    text = text_of(client, "crime.rate@1;2021-03;force=staffordshire")

    assert "1,139,794 usual residents<br>Office for National Statistics" in text
    assert "population-mid-2020-by-lsoa11-england-wales.csv.gz" in text


def test_a_ratio_gives_both_groups_and_what_the_unknown_could_do(client, loaded_home):
    text = text_of(client, "crime.deprivation_ratio@1;2021-03;force=staffordshire")

    assert "Counted in deprivation tenth 1" in text
    assert "1,064, among 100,806 usual residents" in text
    assert "Held against deprivation tenth 10" in text
    assert "103 rows whose group is not recorded" in text
    assert "anywhere from 3.55 to 6.22" in text


def test_a_count_of_many_files_lists_a_dozen_and_counts_the_rest(client, loaded_home):
    text = text_of(client, "crime.charged_share@1;2021-03..2021-12")

    assert text.count("-street.csv</a>") + text.count("-outcomes.csv</a>") == 12
    assert "and 32 more files" in text


def test_without_a_number_the_card_gives_the_reason_and_the_way_on(client, loaded_home):
    text = text_of(client, "crime.charged_within_2_months@1;2021-12;force=staffordshire")

    assert "so crimes of December 2021 cannot yet be followed" in text
    assert "What you can do" in text
    assert (
        'href="/figures/crime.charged_within_2_months@1;2021-08..2021-10;force=staffordshire"'
    ) in text
    assert "rows/counted" not in text


def test_an_empty_installation_opens_a_card_without_a_figure(client, empty_home):
    text = text_of(client, CHARGED)

    assert "No crime file of Staffordshire Police is loaded" in text
    assert "No file of this force and these months is loaded." in text
    assert "Open the newest figure" not in text


def test_an_address_written_otherwise_leads_to_the_one_address(client, loaded_home):
    asked = "/figures/crime.rate@1;2021-03..2021-03;type=Other%20crime;force=kent"
    answer = client.get(asked, {"snapshot": open_reader(loaded_home).snapshot.id})

    assert answer.status_code == 302
    assert answer["Location"] == (
        "/figures/crime.rate@1;2021-03;force=kent;type=Other+crime"
        f"?snapshot={open_reader(loaded_home).snapshot.id}"
    )


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("crime.recorded", 404, "is not the address of a figure"),
        ("crime.recordd@1;2021-03", 404, "Perhaps crime.recorded"),
        ("crime.recorded@1;March", 404, "is not a month. Write it as YYYY-MM"),
        ("crime.recorded@1;2021-03;type=Burglery", 400, "perhaps &#x27;Burglary&#x27;"),
        ("crime.recorded@1;2021-03;force=atlantis", 400, "is not a force"),
        ("crime.recorded@1;2021-03;colour=blue", 400, "cannot be filtered by"),
        ("crime.recorded@7;2021-03", 404, "the definition in force is version 1"),
    ],
)
def test_what_cannot_be_opened_says_what_would_be_right_and_leads_on(
    client, loaded_home, address, status, sentence
):
    text = text_of(client, address, status)

    assert sentence in text
    assert "This figure cannot be opened" in text
    assert re.search(r'<a class="govuk-link" href="/(measures|figures)/', text)


def test_a_place_that_there_is_not_is_refused(client, loaded_home):
    assert "Nowhere" in text_of(client, "crime.recorded@1;2021-03;district=Nowhere", 400)


def test_an_old_version_leads_to_the_same_question_in_force(client, loaded_home):
    text = text_of(client, "crime.recorded@7;2021-03;force=kent", 404)

    assert 'href="/figures/crime.recorded@1;2021-03;force=kent"' in text


def test_a_figure_about_people_waits_for_its_release(client, loaded_home, monkeypatch):
    measure = replace(catalogue.measure("crime.recorded"), profile="person")
    monkeypatch.setattr(catalogue, "measure", lambda key: measure)
    forget()

    figure = "/figures/crime.recorded@1;2021-03"
    for url in (figure, f"{figure}/rows/counted/"):
        answer = client.get(url)
        assert answer.status_code == 403
        assert b"once they are released by two people" in answer.content


def test_a_restated_file_is_told_with_the_rows_before(client, desk):
    fill(desk)
    desk.load_text(street("2021-03", (1, 2, 3)), "2021-03-staffordshire-street.csv")
    text = text_of(client, "crime.recorded@1;2021-03;force=staffordshire")

    assert "<strong>Restated.</strong> 2021-03-staffordshire-street.csv was replaced on" in text
    assert "4 rows where 6 stood before." in text


def test_refused_rows_are_not_known_either(client, desk):
    fill(desk)
    desk.load_text(
        street("2021-03", (1, 2, 3), Longitude="-92"), "2021-03-staffordshire-street.csv"
    )
    text = text_of(client, "crime.recorded@1;2021-03;force=staffordshire")

    assert "3 rows of the files were refused, and may belong here." in text


def test_files_of_different_days_each_give_their_day(client, desk):
    fill(desk)
    desk.file(street("2021-04", (5, 6, 8)), "2021-04-staffordshire-street.csv")
    desk.load(at=AT + timedelta(days=1))
    text = text_of(client, "crime.recorded@1;2021-03..2021-04;force=staffordshire")

    assert "6 rows, loaded 1 November 2026" in text
    assert "4 rows, loaded 2 November 2026" in text
    assert "All loaded on" not in text


def test_an_earlier_snapshot_shows_the_figure_as_it_was_and_says_so(client, desk):
    fill(desk)
    before = open_reader(desk.root).snapshot.id
    desk.load_text(street("2021-03", (1, 2, 3)), "2021-03-staffordshire-street.csv")
    figure = "crime.recorded@1;2021-03;force=staffordshire"

    now, then = text_of(client, figure), text_of(client, figure, snapshot=before)

    assert ">3 crimes were recorded" in now
    assert "Earlier snapshot" not in now
    assert ">5 crimes were recorded" in then
    assert "This is the figure as it was on 1 November 2026 at 09:00." in then
    assert f'href="/figures/{figure}">See it as it stands now.</a>' in then
    assert f"rows/counted/?snapshot={before}" in then
    assert "No longer repeatable" not in then


def test_a_snapshot_from_which_rows_were_erased_says_that_it_cannot_be_repeated(client, desk):
    fill(desk)
    before = open_reader(desk.root)
    held = before.table(Crime)
    (gone,) = before.to_arrow(held.limit(1)).column("record_id").to_pylist()
    erase_rows(desk.root, force_id="staffordshire", gone={Crime: frozenset({gone})}, at=AT)

    then = text_of(
        client, "crime.recorded@1;2021-03;force=staffordshire", snapshot=before.snapshot.id
    )

    assert "No longer repeatable" in then
    assert "figures over it need not come out as they did before" in then


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("0" * 32, "is not held. Snapshots that nothing pins are removed after 30 days"),
        ("../../secret", "is not the name of a snapshot"),
        ("latest", "It has 32 letters and digits"),
    ],
)
def test_a_snapshot_that_is_gone_or_never_was_is_said_to_be(client, loaded_home, name, sentence):
    text = text_of(client, CHARGED, 404, snapshot=name)

    assert sentence in text
    assert f'href="/figures/{CHARGED}">See the figure as it stands now</a>' in text
