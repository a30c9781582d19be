"""An audit of searches with a word in every field, and a text that says all that is hidden.

Three searches of team S1 are drawn and marked twice. The auditor has marked the first of them, with
a word in a remark; the supervisor of the north, who sees no search of S1 otherwise, marks second.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.test import Client
from django.utils import timezone

from matrix.canaries import canary
from matrix.planting import MONTH, Planted, plant
from peelian.areas.stop_and_search.audits import GROUNDS_AUDIT
from peelian.areas.stop_and_search.codes import PERSON, SECTION_1
from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.audits.drawing import draw
from peelian.engines.audits.forms import form_of
from peelian.engines.audits.framing import freeze
from peelian.engines.audits.marking import finish
from peelian.engines.audits.models import Marking, Run
from peelian.engines.audits.planning import plan
from peelian.engines.audits.seeding import publish_seed
from peelian.engines.audits.sizing import Size
from peelian.engines.audits.taking import take_next
from peelian.engines.procedures.questions import YES
from peelian.records.store.reader import Reader, open_reader
from peelian.spine.officer import Officer
from people import FORCE, Force, employ, small_force
from stored_rows import put_rows
from web.force.signed_in import browser_of

AUDIT = GROUNDS_AUDIT
HIDDEN = tuple(name for one in AUDIT.hides for name in one.fields)
# Of the unit, which holds no word: how its name stands in the texts.
TEAM = "South team one"


@dataclass
class Blind:
    """The force, the run, the browsers of those who review, and which word is what."""

    force: Force
    searches: list[Planted]
    tables: Reader
    run: Run
    browsers: dict[str, Client] = field(default_factory=dict)

    @property
    def shown(self) -> frozenset[str]:
        """The words of the fields that the audit shows, as they stand on its sheets."""
        return frozenset(
            word for one in self.searches for name, word in one.words.items() if name in AUDIT.shows
        )

    @property
    def hidden(self) -> dict[str, str]:
        """Every other word of the searches, with the name of its field."""
        return {
            word: name
            for one in self.searches
            for name, word in one.words.items()
            if name not in AUDIT.shows
        } | {canary("name", str(n)): "name of an officer" for n in range(len(self.searches))}

    def reviews(self, name: str) -> Marking:
        """What this person is at work on."""
        return Marking.objects.get(user=self.force[name], done_at=None)


def make_searches() -> list[Planted]:
    """Searches whose grounds tell every secret, and whose other texts hold a word each."""
    found = []
    for number in range(3):
        about = f"blind-{number}"
        told = {name: canary("stopsearch", about, "stored", name) for name in HIDDEN}
        officer, name = told["officer_ref"], canary("name", str(number))
        first = canary("grounds", about)
        text = (
            f"{first} PC {officer} {name} of {TEAM} with {told['present_refs']} saw a packet. "
            f"An IC3 male, {told['self_defined_ethnicity']} or {told['ethnic_group']}, seemed "
            f"{told['officer_defined_ethnicity']} to {officer.upper()}. {told['outcome']}: see "
            f"{told['custody_ref']} and the film {told['video_ref']}, {told['reviewer_ref']}. "
            f"{told['not_stated_because']} was said. Search positive."
        )
        one = plant(
            StopSearch, about, stored=True, unit="S1",
            given={
                "legislation": SECTION_1, "search_type": PERSON, "month": MONTH,
                "grounds_seen": text, "object_of_search": "Controlled drugs",
            },
        )  # fmt: skip
        one.words["grounds_seen"] = first
        Officer.objects.create(
            record_id=f"officer-blind-{number}", source="typed", force_id=FORCE,
            officer_ref=officer, name=f"{name} {name}",
        )  # fmt: skip
        found.append(one)
    return found


def make(root) -> Blind:
    """The world, with the first file marked by the auditor and taken by the supervisor."""
    force = small_force()
    for name in ("auditor-2", "auditor-3"):
        force.people[name] = employ("auditor", "F", name=name)
    searches = make_searches()
    put_rows(root, StopSearch, [one.values for one in searches], month=MONTH)
    tables, at = open_reader(root), timezone.now() - timedelta(minutes=5)
    told = {"actor": force["auditor"], "at": at}
    run = plan(
        AUDIT, force_id=FORCE, title="Grounds in March", first=MONTH, last=MONTH,
        size=Size(total=len(searches)), second_share=100, tables=tables, **told,
    )  # fmt: skip
    run = freeze(run, AUDIT, tables=tables, **told)
    run = publish_seed(run, **told)
    draw(run, **told)
    run.refresh_from_db()
    made = Blind(force, searches, tables, run)
    mark(made, "auditor", YES, canary("remark", "first"))
    for name in ("auditor", "auditor-2", "auditor-3", "supervisor"):
        made.browsers[name] = browser_of(force[name])
    return made


def mark(world: Blind, name: str, answer: str, words: str, *, taken: UUID | None = None) -> Marking:
    """The review of one file by this person: the same answer to all, a remark to the first."""
    actor, at = world.force[name], timezone.now()
    held = (
        Marking.objects.get(pk=taken)
        if taken
        else take_next(world.run, AUDIT, actor=actor, at=at, tables=world.tables)
    )
    answers: dict[str, str] = {}
    while True:
        held.answers = answers
        asked = form_of(held, AUDIT, tables=world.tables).open
        if all(one.key in answers for one in asked):
            break
        answers |= {one.key: answer for one in asked}
    return finish(
        held.pk, AUDIT, answers=answers, words={asked[0].key: words}, saved=held.saved + 1,
        actor=actor, at=at, tables=world.tables,
    )  # fmt: skip
