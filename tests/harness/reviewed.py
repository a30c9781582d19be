"""A heap of drawn files at which reviewers work side by side, several at once under one account.

When nothing is left, every turn was had by one person, nobody had two turns of a file, every file
was settled once, and whatever was done stands in the trail once.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

from engines.audits.grounds import AT, GROUNDS, planned, put, search
from harness.numbered import account, faults_of_the_chain
from peelian.engines.audits.drawing import draw
from peelian.engines.audits.errors import AuditError
from peelian.engines.audits.framing import freeze
from peelian.engines.audits.marking import finish, save
from peelian.engines.audits.models import Finding, Item, Marking, Run, Turn
from peelian.engines.audits.seeding import publish_seed
from peelian.engines.audits.sizing import Size
from peelian.engines.audits.taking import decide_next, give_back, take_next
from peelian.engines.audits.turns import agree
from peelian.engines.procedures.questions import NO, YES
from peelian.records.store.reader import open_reader
from peelian.trail.models import Entry
from people import employ, make_units

REVIEWERS = tuple(f"reviewer-{number}" for number in range(5))
REPLIES = ({"reasonable": YES, "how": YES, "copy": YES}, {"reasonable": NO, "copy": YES})


@dataclass(frozen=True)
class Reviewed:
    """So many drawn files, each marked twice."""

    files: int
    name: str = "reviewed"

    def prepare(self) -> None:
        make_units()
        for name in REVIEWERS:
            employ("auditor", "F", name=name)
        put(settings.STORE_ROOT, [search(number) for number in range(self.files)])
        tables, actor = open_reader(settings.STORE_ROOT), account(REVIEWERS[0])
        run = planned(tables, actor, size=Size(total=self.files), second_share=100)
        run = freeze(run, GROUNDS, actor=actor, at=AT, tables=tables)
        draw(publish_seed(run, actor=actor, at=AT), actor=actor, at=AT)

    def work(self, dice: random.Random) -> None:
        actor, tables = account(dice.choice(REVIEWERS)), open_reader(settings.STORE_ROOT)
        how = dice.choice((take_next, take_next, decide_next))
        told = {"actor": actor, "at": AT}
        marking = how(Run.objects.get(), GROUNDS, **told, tables=tables)
        if marking is None:
            return
        given = {"answers": dice.choice(REPLIES), "words": {}, "saved": marking.saved + 1}
        try:
            if dice.random() < 0.1:
                give_back(marking.pk, why="Called away.", **told)
                return
            save(marking.pk, GROUNDS, **given, **told)
            given["saved"] += 1
            finish(marking.pk, GROUNDS, **given, **told, tables=tables)
        except AuditError:
            # Another process of the same person was faster.
            return

    def left(self) -> int:
        return Item.objects.filter(settled_at=None).count()

    def broken(self) -> list[str]:
        return [*_items(self.files), *_entries(), *faults_of_the_chain()]


def _items(files: int) -> Iterator[str]:
    items = list(Item.objects.prefetch_related("markings"))
    if len(items) != files:
        yield f"{len(items)} of {files} files are drawn"
    for item in items:
        done = {one.turn: one for one in item.markings.all() if one.done_at}
        both = [done[turn] for turn in (Turn.FIRST, Turn.SECOND) if turn in done]
        if len(both) != 2 or agree(both) == (Turn.DECIDING in done):
            yield f"{item.position} was settled after the turns {sorted(done)}"
        if len({one.user_id for one in done.values()}) != len(done):
            yield f"{item.position} was reviewed twice by one person"
        final = done.get(Turn.DECIDING, done.get(Turn.FIRST))
        found = Finding.objects.filter(of_id=item.of_id).values_list("question", "answer")
        if final and dict(found) != final.answers | {"passed": final.passed}:
            yield f"{item.position} has other findings than answers"
        if final and len(found) != len(final.answers) + 1:
            yield f"{item.position} has findings twice"


def _entries() -> Iterator[str]:
    told = Counter[str]()
    settled = 0
    for text in Entry.objects.filter(record_type="marking").values_list("detail", flat=True):
        detail = json.loads(text)
        told[detail["what"]] += 1
        settled += detail.get("settled", False)
    standing = Marking.objects.count()
    done = Marking.objects.exclude(done_at=None).count()
    if told["file handed out"] - told["review given back"] != standing:
        yield f"{told} entries, {standing} reviews stand"
    if told["review finished"] != done or settled != Item.objects.count():
        yield f"{told['review finished']} were entered as finished, {done} are"
