"""The manual of duties: an index by area and a page for each rule, made from its declaration."""

from datetime import date, timedelta

import pytest

from peelian import catalogue
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.clocks import Months
from peelian.engines.duties.owners import InUnit, NamedOfficer
from peelian.engines.duties.rule import (
    Each,
    Example,
    Ladder,
    Pause,
    Retime,
    Rule,
    Rung,
    Step,
    Terms,
)
from peelian.engines.publishing.duty_pages import duty_pages
from peelian.spine.happenings import What

AREA = catalogue.AREAS[0].area
LAW = Authority(Weight.STATUTE, "PACE 1984 s47ZB(4)(a)")
BAIL = Rule(
    key="sample.bail_ends",
    title="Decide before bail ends",
    why="Bail that lapses protects nobody.",
    about="bail_ref",
    starts=(What.BAILED,),
    starts_facts={"state": ("Open",)},
    done_when=(What.BAIL_ENDED,),
    ends_when=(What.SUSPECT_SETTLED,),
    each=Each("victim_ref", (What.VICTIM_RECORDED,)),
    retimed_by=(Retime(What.BAIL_CHANGED), Retime(What.ENHANCED_RIGHTS, from_then=True)),
    pauses=(Pause(What.REFERRED, What.REFERRAL_DECLINED, "With the prosecutor.", LAW),),
    terms=(Terms(date(2022, 10, 28), Months(3, "beginning with"), LAW),),
    owner=NamedOfficer(),
    steps=(
        Step(timedelta(0), InUnit("supervisor"), "It ended."),
        Step(timedelta(days=-2), NamedOfficer(), "Two days left."),
    ),
    ladder=Ladder(
        "starts_on",
        {"Usual": (Rung(6, "Inspector", Authority(Weight.STATUTE, "PACE 1984 s47ZD")),)},
        usual="Usual",
    ),
    risk="risk_band",
    proof="A decision.",
    next_step="Decide.",
    owned_by="Head of crime",
    review_by=date(2027, 11, 1),
    ledger=("OFF-28", "OFF-29"),
    examples=(
        Example(
            "From a day that begins a month.",
            (
                ("2026-02-20", What.VICTIM_RECORDED, {"victim_ref": "V-1"}),
                ("2026-03-01", What.BAILED, {"state": "Open"}),
            ),
            due="2026-05-31",
            seen="2026-06-01 00:00",
            state="Late",
        ),
    ),
)


@pytest.fixture(scope="module")
def made():
    return duty_pages([(AREA, (BAIL,)), (catalogue.AREAS[1].area, ())])


def test_there_is_an_index_and_a_page_for_each_rule(made):
    assert set(made) == {"README.md", "sample.bail_ends.md"}
    assert (
        "- [Decide before bail ends](sample.bail_ends.md): Bail that lapses protects nobody."
        in made["README.md"]
    )
    assert f"## {catalogue.AREAS[1].area.title}\n" not in made["README.md"]


@pytest.mark.parametrize(
    "line",
    [
        "# Decide before bail ends",
        "- About: one bail ref.",
        "- Towards: each victim ref of it, as told by “victim recorded”.",
        "- Starts with “bailed”, where “state” is Open.",
        "- Is met by “bail ended”.",
        "- Becomes void by “suspect settled”.",
        "- Its facts change by “bail changed”.",
        "- Its facts change by “enhanced rights”, and the time then also runs from there: the "
        "earlier end counts.",
        "- For what starts from 28 October 2022 on: 3 months beginning with that day. Authority: "
        "PACE 1984 s47ZB(4)(a) (statute). Nobody can waive it: it is statute.",
        "- With the prosecutor: from “referred” to “referral declined”. Authority: PACE 1984 "
        "s47ZB(4)(a) (statute).",
        "- Answers for it: the post of whoever the record names (officer ref).",
        "- Ranked by: risk band.",
        "- 2 days before the end, to the post of whoever the record names (officer ref): “Two "
        "days left.”",
        "- Up to 6 months, Inspector. PACE 1984 s47ZD (statute).",
        "- Next: Decide.",
        "- What shows that it was done: A decision.",
        "- Owner: Head of crime. To be reviewed by 1 November 2027.",
        "- Serves: OFF-28, OFF-29.",
        "From a day that begins a month.",
        "| 2026-03-01 | bailed | state: Open |",
        "In time until the end of 2026-05-31.",
        "Seen at 2026-06-01 00:00: Late.",
    ],
)
def test_a_page_says(made, line):
    assert line in made["sample.bail_ends.md"].splitlines()


def test_reminders_stand_in_the_order_of_their_moments(made):
    page = made["sample.bail_ends.md"]

    assert page.index("2 days before the end") < page.index("At the end")


def test_a_page_lists_the_measures_with_their_keys(made):
    page = made["sample.bail_ends.md"]

    for name in ("in_time", "lateness", "paused"):
        assert f"(sample.bail\\_ends.{name.replace('_', chr(92) + '_')})" in page


def test_every_rule_of_the_house_has_a_page():
    found = duty_pages((one.area, one.rules) for one in catalogue.LISTED)

    assert set(found) == {"README.md", *(f"{rule.key}.md" for rule in catalogue.rules())}
