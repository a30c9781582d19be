"""Numbers that a force sets: every one that a rule names, with whose it is and since when."""

import pytest

from peelian.engines.duties.declared_settings import declared_settings
from peelian.engines.duties.settings import ForceSetting
from web.force.signed_in import browser_of, text_of
from web.force.work.duties_at_hand import DAYS_OF_UPDATES, RULES

pytestmark = pytest.mark.django_db
HERE = "/force/work/settings/"
ONE = f"{HERE}demo.update_days/"


def told(**more):
    day = {"starts_on_0": "1", "starts_on_1": "1", "starts_on_2": "2099"}
    return {"value": "14", "authority": "Policy 9, 2 March 2026", **day, **more}


def test_settings_are_found_where_rules_name_them():
    (found,) = declared_settings(RULES)

    assert found.setting == DAYS_OF_UPDATES
    assert found.used_by == ("Tell the victim how far it is",)


def test_a_default_is_called_peelians(force, rules):
    page = text_of(browser_of(force["supervisor"]), HERE)

    assert "0 of 1 number is the force's own" in page
    assert "28 days" in page
    assert "Peelian's default" in page


def test_a_chief_officer_sets_it_from_a_day_on_with_its_authority(force, rules):
    browser = browser_of(force["chief-officer"])

    assert browser.post(ONE, told()).status_code == 302

    row = ForceSetting.objects.get()
    assert (row.key, row.value, str(row.starts_on)) == ("demo.update_days", 14, "2099-01-01")
    page = text_of(browser, ONE)
    assert "28 days today: Peelian's default." in page
    assert "Policy 9, 2 March 2026" in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"value": "two"}, "Write a whole number, such as 14."),
        ({"authority": ""}, "Name the policy"),
        ({"starts_on_2": "2020"}, "Choose today or a later day"),
    ],
)
def test_what_is_wrong_is_said_on_the_form(force, rules, wrong, said):
    answer = browser_of(force["chief-officer"]).post(ONE, told(**wrong))

    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not ForceSetting.objects.exists()


def test_a_supervisor_reads_and_does_not_set(force, rules):
    browser = browser_of(force["supervisor"])

    assert "Chief officers set it" in text_of(browser, ONE)
    assert browser.post(ONE, told()).status_code == 400
    assert not ForceSetting.objects.exists()


@pytest.mark.parametrize("role", ["investigator", "call-handler", "inspector"])
def test_for_others_there_is_no_such_page(force, rules, role):
    door = "inspectorate" if role == "inspector" else "force"

    assert browser_of(force[role]).get(HERE.replace("force", door, 1)).status_code == 404
