"""One case walked from the door to the charge, over the extracts of four record systems.

What is asserted after each step is what `docs/journeys` tells of it: the steps are declared once.
"""

from datetime import date, timedelta

import pytest

from journeys.story import STEPS, Step
from journeys.walking import come_in, walk
from journeys.world import World, local

OF = {step.key: step for step in STEPS}
INCIDENTS, CRIMES = ("incidents",), ("investigations", "victims", "suspects")
WHERE = {"unit_ref": "N1", "officer_ref": "no-investigator"}


class Case:
    """The case as record systems see it, one method for each step of the story."""

    def __init__(self, world: World) -> None:
        self.world = world

    def attended(self) -> None:
        """Three earlier reports of the same person, and the one of tonight."""
        for number, opened in enumerate(("2025-06-07", "2025-09-13", "2025-12-24"), start=1):
            self._incident(f"I-{number}", f"{opened} 19:00", f"{opened} 19:40")
        self._incident("I-4", "2026-03-27 20:40", "2026-03-27 21:10")

    def recorded(self) -> None:
        """The crime system holds the investigation, the victim and a suspect."""
        record = self.world.record
        record(
            "investigations",
            "C-1",
            investigation_ref="C-1",
            opened_at=local("2026-03-28 08:00"),
            offence="Assault",
            state="Open",
            **WHERE,
        )
        record(
            "victims",
            "V-1",
            victim_ref="V-1",
            investigation_ref="C-1",
            incident_ref="I-4",
            person_key="P-1",
            recorded_at=local("2026-03-28 08:05"),
            enhanced_rights=True,
            enhanced_from=local("2026-03-28 08:05"),
            contract_agreed_at=local("2026-03-28 08:20"),
            update_every_days=7,
            safe_route="Work telephone, weekdays",
            **WHERE,
        )
        self._suspect(
            named_at=local("2026-03-28 08:10"),
            offence="Assault",
            domestic_abuse=True,
            state="Named, not located",
            risk_band="Medium",
            next_action="Go to the last known address",
            next_action_set_at=local("2026-03-28 08:30"),
            next_action_due=date(2026, 3, 31),
        )

    def bailed(self) -> None:
        """Custody holds the arrest and the first period of bail, the search record the search."""
        record = self.world.record
        self._suspect(
            state="On bail",
            located_at=local("2026-03-31 14:00"),
            arrested_at=local("2026-03-31 14:00"),
        )
        record(
            "bail",
            "B-1",
            bail_ref="B-1",
            period=1,
            suspect_ref="S-1",
            investigation_ref="C-1",
            person_key="P-2",
            case_kind="Standard",
            arrested_at=local("2026-03-31 14:00"),
            starts_on=date(2026, 4, 1),
            authorised_at=local("2026-03-31 22:10"),
            authorised_by="Custody officer",
            ends_on=date(2026, 6, 30),
            conditions=2,
            conditions_for="Protect the victim",
            risk_band="Medium",
            **WHERE,
        )

    def told(self) -> None:
        """The officer in the case has told the victim of both."""
        for number, about in enumerate(("Arrest", "Release on bail or under investigation"), 1):
            self._contact(f"K-{number}", "2026-04-01 10:30", about)

    def updated_weekly(self, until: date) -> None:
        """The officer keeps the promise of an update every seven days."""
        day = date(2026, 4, 8)
        while day <= until:
            self._contact(f"K-{day}", f"{day} 11:00", "Progress")
            day += timedelta(days=7)

    def charged(self) -> None:
        """A charge before bail ends, and the victim told of it."""
        self.world.record("bail", "B-1", ended_at=local("2026-06-26 13:00"), how_ended="Charged")
        self._suspect(state="Charged", settled_at=local("2026-06-26 13:00"))
        self._contact("K-last", "2026-06-26 14:30", "Bail changed or cancelled")

    def _incident(self, ref: str, opened: str, arrived: str) -> None:
        self.world.record(
            "incidents",
            ref,
            incident_ref=ref,
            opened_at=local(opened),
            line="999",
            category="Domestic",
            first_grade="1",
            grade="1",
            domestic_abuse=True,
            needs_attendance=True,
            arrived_at=local(arrived),
            unit_ref="N1",
            officer_ref="no-patrol-officer",
            person_key="P-1",
        )

    def _suspect(self, **more: object) -> None:
        self.world.record(
            "suspects",
            "S-1",
            suspect_ref="S-1",
            investigation_ref="C-1",
            person_key="P-2",
            **WHERE,
            **more,
        )

    def _contact(self, ref: str, told: str, about: str) -> None:
        self.world.record(
            "victim-contacts",
            ref,
            contact_ref=ref,
            victim_ref="V-1",
            investigation_ref="C-1",
            person_key="P-1",
            told_at=local(told),
            about=about,
            route="Telephone",
            by_safe_route=True,
            **WHERE,
        )


def searched(world: World) -> None:
    """The search record of the officer who arrested."""
    world.record(
        "searches",
        "Q-1",
        search_ref="Q-1",
        searched_at=local("2026-03-31 14:05"),
        search_type="Person search",
        unit_ref="N1",
        officer_ref="no-patrol-officer",
        person_key="P-2",
        legislation="Police and Criminal Evidence Act 1984 (section 1)",
        grounds_seen="He put a folding knife into his left coat pocket as we came to the door.",
        outcome="Arrest",
    )


def holds(world: World, step: Step) -> None:
    """Duties, trail and figures stand as the story says."""
    for rule, matter, state in step.duties:
        found = world.duties(rule, matter)
        assert [str(duty.state) for duty in found] == [state], f"{step.key}: {rule} {matter}"
        assert "duty begun" in world.told(found[0])
        if state == "Met":
            assert "duty met" in world.told(found[0])
    for key, counted, of in step.figures:
        assert world.figure(key) == (counted, of), f"{step.key}: {key}"


@pytest.mark.ledger("VUL-01", "VUL-27", "INV-21", "INV-25", "OFF-01", "OFF-28", "OFF-29", "POW-04")
def test_from_the_door_to_the_charge(world, reader):
    """Each step is a duty, an entry of the trail and a figure; nothing is typed twice."""
    case = Case(world)
    case.attended()
    world.now = local(OF["attended"].at)
    world.deliver("incidents")
    holds(world, OF["attended"])
    come_in(reader, world, world.force["patrol-officer"])
    page = reader.open("/force/")
    assert "I-4" in page.locator("main").inner_text()
    reader.check()

    world.turn_to(OF["declined"].at)
    come_in(reader, world, world.force["patrol-officer"])
    page = reader.open("/force/")
    page.get_by_role("link", name="Domestic abuse risk assessment").first.click()
    walk(
        reader,
        {
            "offered": "will-not",
            "refusal": "afraid",
            "refusal_words": "She asked us to go before he comes back.",
            "words-seen": "A bruise below her left eye. The door was broken.",
            "answer-orders-considered": "yes",
            "words-orders-why": "A notice is asked for: she wants him kept away.",
            "grade": "medium",
            "reasons": "Injury seen, and three reports within a year.",
        },
    )
    page.get_by_role("link", name="Read the assessment").click()
    page.locator("body[data-ready]").wait_for()
    assert "4 reports in twelve months" in page.locator("main").inner_text()
    reader.check()
    world.work()
    holds(world, OF["declined"])

    case.recorded()
    world.turn_to(OF["recorded"].at)
    world.deliver()
    holds(world, OF["recorded"])

    world.turn_to(OF["referred"].at)
    world.deliver()
    come_in(reader, world, world.force["supervisor"])
    page = reader.open("/force/work/team/")
    reader.check()
    page.get_by_role("link", name="Decide on the referral").first.click()
    page.get_by_role("button", name="Referral to the multi-agency conference").click()
    walk(
        reader,
        {
            "answer-referred": "yes",
            "answer-urgent": "can-wait",
            "words-until-then": "A safe address, and a marker on this one.",
        },
    )
    world.work()
    holds(world, OF["referred"])

    case.bailed()
    searched(world)
    world.turn_to(OF["bailed"].at)
    world.deliver()
    holds(world, OF["bailed"])

    case.told()
    world.turn_to(OF["told"].at)
    world.deliver()
    holds(world, OF["told"])

    world.turn_to(OF["reviewed"].at)
    world.deliver()
    come_in(reader, world, world.force["supervisor"])
    page = reader.open("/force/")
    page.get_by_role("link", name="Supervisor's review of a search").first.click()
    walk(
        reader,
        {
            "answer-video": "watched",
            "answer-told": "yes",
            "answer-feedback": "none-needed",
            "grade": "adequate",
            "reasons": "What was seen, where and by whom is written down.",
        },
    )
    world.work()
    holds(world, OF["reviewed"])

    case.updated_weekly(date(2026, 6, 24))
    case.charged()
    world.turn_to(OF["charged"].at)
    world.deliver()
    holds(world, OF["charged"])


BAIL_FEED = "bail/staffordshire/Bail of the custody system"
LATE = "(Bail of the custody system) are late"
LISTS = (
    "/force/",
    "/force/work/team/",
    "/force/work/pacesetter/",
    "/force/records/incident/",
    "/force/records/bail/",
)


@pytest.mark.ledger("OFF-04")
def test_a_feed_that_is_six_hours_late_is_named_on_every_list(world, reader):
    """The same case, with custody's extract missing since the evening before."""
    case = Case(world)
    case.attended()
    case.recorded()
    case.bailed()
    world.now = local("2026-03-31 23:00")
    world.deliver("incidents", *CRIMES, "bail")
    come_in(reader, world, world.force["supervisor"])
    for page in LISTS:
        assert LATE not in reader.open(page).locator("main").inner_text()

    world.turn_to("2026-04-01 05:00")
    world.deliver("incidents", *CRIMES)
    come_in(reader, world, world.force["supervisor"])
    for page in LISTS[:3] + LISTS[4:]:
        text = reader.open(page).locator("main").inner_text()
        assert LATE in text, page
        assert "23:00" in text, page
        reader.check()
    assert [str(duty.state) for duty in world.duties("work.feed", BAIL_FEED)] == ["Running"]

    world.deliver("bail")
    assert [str(duty.state) for duty in world.duties("work.feed", BAIL_FEED)] == ["Met"]
