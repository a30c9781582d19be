"""Deeds of coming and going: somebody signs in, and the trail is signed and sent away."""

from typing import ClassVar

from harness.database import OwnDatabase
from harness.kills import BEFORE_REPLY, CrashPoint, Found
from harness.numbered import account, compare, entries, moment, number_at
from peelian.access.identity.begin import Browser, begin
from peelian.access.identity.visit import Visit
from peelian.trail.checkpoints import checkpoint
from peelian.trail.examine import examine
from peelian.trail.keys import fingerprint, signing_key
from people import employ, make_units


class SignIns:
    """Visits begun: a visit and its entry; the trail is signed and sent away after each."""

    name = "sign-ins"
    POINTS: ClassVar[tuple[CrashPoint, ...]] = (
        CrashPoint("after-visit", "peelian.access.identity.visit:Visit.save", "after"),
        CrashPoint("after-trail", "peelian.access.identity.written:append", "after"),
        CrashPoint("after-checkpoint", "peelian.trail.models:Checkpoint.save", "after"),
        CrashPoint("before-delivery", "peelian.trail.checkpoints:deliver", "before"),
        CrashPoint("mid-delivery", "peelian.trail.delivery:os.fsync", "before"),
        CrashPoint("after-delivery", "peelian.trail.checkpoints:deliver", "after"),
        BEFORE_REPLY,
    )

    def prepare(self, place: OwnDatabase) -> None:
        make_units()
        employ("investigator", "N1")
        # The first life finds a place to which something was sent.
        self.do(0, place)

    def do(self, number: int, place: OwnDatabase) -> None:
        begin(
            user=account("investigator"),
            browser=Browser("127.0.0.1", f"browser {number}"),
            way="password",
            strong=False,
            at=moment(number),
        )
        checkpoint(now=moment(number), wait=True)

    def find(self, first: int, place: OwnDatabase) -> Found:
        visits = Visit.objects.filter(began_at__gte=moment(first))
        own = signing_key().public_key()
        verified = examine(folders=(), keys={fingerprint(own): own})
        return compare(
            {number_at(one.began_at) for one in visits},
            [number_at(one.at) for one in entries(first, "account", "signed_in")],
            faults=[fault.sentence for fault in verified.faults],
            first=first,
        )
