"""The deeds of a reviewer in few words, for tests."""

from engines.audits.grounds import AT, GROUNDS
from peelian.engines.audits.marking import finish, save
from peelian.engines.audits.taking import take_next


class Bench:
    """One run at a time, and whoever works at it."""

    def __init__(self, force, tables, drawn):
        self.force, self.tables, self.drawn = force, tables, drawn

    @property
    def asked(self):
        return {"at": AT, "tables": self.tables}

    def draw(self, **more):
        self.run = self.drawn(**more)
        return self.run

    def take(self, who, how=take_next):
        return how(self.run, GROUNDS, actor=self.force[who], at=AT, tables=self.tables)

    def finish(self, marking, answers, words=None, saved=1):
        return finish(
            marking.pk,
            GROUNDS,
            answers=answers,
            words=words or {},
            saved=saved,
            actor=marking.user,
            at=AT,
            tables=self.tables,
        )

    def save(self, marking, answers, saved, actor=None):
        told = {"actor": actor or marking.user, "at": AT}
        return save(marking.pk, GROUNDS, answers=answers, words={}, saved=saved, **told)

    def review(self, who, answers, how=take_next):
        return self.finish(self.take(who, how), answers)

    def standing(self):
        self.run.refresh_from_db()
        return self.run
