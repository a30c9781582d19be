"""What a test of the pages of audits needs: people, browsers, and runs in any state."""

from django.conf import settings

from peelian.areas.stop_and_search.audits import GROUNDS_AUDIT
from peelian.engines.audits.drawing import draw
from peelian.engines.audits.framing import freeze
from peelian.engines.audits.marking import finish
from peelian.engines.audits.planning import plan
from peelian.engines.audits.seeding import publish_seed
from peelian.engines.audits.sizing import Size
from peelian.engines.audits.taking import decide_next, take_next
from peelian.records.mirror import mirror
from peelian.records.store.reader import open_reader
from peelian.web.answers import forget
from people import FORCE, employ, small_force
from web.force.audits.searches import AT, MONTH
from web.force.signed_in import browser_of


def three_auditors():
    """The small force, and two more auditors in it."""
    made = small_force()
    for name in ("auditor-2", "auditor-3"):
        made.people[name] = employ("auditor", "F", name=name)
    return made


class Bench:
    def __init__(self, force, root):
        self.force, self.root = force, root
        self.auditor = force["auditor"]

    @property
    def tables(self):
        return open_reader(self.root)

    @property
    def who(self):
        return {"actor": self.auditor, "at": AT}

    def session_of(self, user):
        """The cookie of somebody who has just come in."""
        return browser_of(user, at=AT).cookies[settings.SESSION_COOKIE_NAME].value

    def browser(self, name="auditor"):
        return browser_of(self.force[name], at=AT)

    def mirror(self):
        """What was settled is in the store, where figures are counted from."""
        mirror(self.root, at=AT)
        forget()

    def planned(self, **more):
        told = {"size": Size(total=3), "title": "Grounds in October", **more}
        return plan(
            GROUNDS_AUDIT,
            force_id=FORCE,
            first=MONTH,
            last=MONTH,
            tables=self.tables,
            **self.who,
            **told,
        )

    def drawn(self, **more):
        run = freeze(self.planned(**more), GROUNDS_AUDIT, tables=self.tables, **self.who)
        run = publish_seed(run, **self.who)
        draw(run, **self.who)
        run.refresh_from_db()
        return run

    def take(self, run, name="auditor"):
        actor = self.force[name]
        return take_next(run, GROUNDS_AUDIT, actor=actor, at=AT, tables=self.tables)

    def decide(self, run, name):
        actor = self.force[name]
        return decide_next(run, GROUNDS_AUDIT, actor=actor, at=AT, tables=self.tables)

    def finish(self, run, name="auditor", reasonable="yes", how="take"):
        """The next file of this reviewer, answered in full; None where none is left."""
        marking = self.decide(run, name) if how == "decide" else self.take(run, name)
        if marking is None:
            return None
        return finish(
            marking.pk,
            GROUNDS_AUDIT,
            answers=ANSWERS[reasonable],
            words={},
            saved=marking.saved + 1,
            actor=self.force[name],
            at=AT,
            tables=self.tables,
        )


ANSWERS = {
    "yes": {"reasonable": "yes", "person": "yes", "item": "yes", "fact": "yes"},
    "no": {
        "reasonable": "no",
        "person": "no",
        "item": "yes",
        "fact": "yes",
        "nothing-else": "yes",
        "cannabis-alone": "no",
    },
}
