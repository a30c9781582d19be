"""The proof of erasure (C-RET-1, T66): a canary in every place that a record has, then in none.

In a database and a home of its own, so that free pages and logs are those of a real one.
"""

from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import connections

from harness.processes import heard, start
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers.altering import alter
from peelian.engines.registers.attachments import attach
from peelian.engines.registers.exporting import ask_export
from peelian.engines.registers.models import Revision
from peelian.engines.retention.erasing import confirm_erasure, preview
from peelian.engines.retention.models import Proposal
from peelian.engines.retention.reviewing import review
from peelian.engines.retention.words import Decision, ReviewReason
from peelian.records.mirror import mirror
from peelian.records.store.reader import open_reader
from peelian.spine.models import Involvement
from people import FORCE, NOW, employ, investigation, small_force
from records.test_erase import files_with

CANARY = "zebra-canary"
# Long enough to lie on pages of its own, which an ordinary deletion leaves as they are.
LONG = f"{CANARY} " * 1000
SECONDS = 120


def places(home, database):
    """The files of the home and of the database that hold the canary."""
    found = [str(path) for path in files_with(home, CANARY)]
    folder = Path(database).parent if "/" in database else None
    if folder is not None:
        beside = folder.glob(f"{Path(database).name}*")
        found += [path.name for path in beside if CANARY.encode() in path.read_bytes()]
    return sorted(set(found))


def erase_one(made, pipe):
    made.enter()
    settings.ATTACHMENTS_ROOT = made.home / "attachments"
    settings.EXPORTS_ROOT = made.home / "exports"
    force = small_force()
    second = employ("records-manager", "F", name="second")
    owner, keeper = force["investigator"], force["records-manager"]
    row = investigation("A", officer="no-investigator", closed_on=date(2012, 1, 1), summary=LONG)
    investigation("B", summary="stays")
    tables = open_reader(settings.STORE_ROOT)
    about = {"model": Investigation, "record_id": row.record_id}
    for version in (1, 2):
        alter(
            **about,
            values={"summary": f"{LONG} {version}", "next_step": LONG[version:]},
            version=version,
            actor=owner,
            at=NOW,
            tables=tables,
        )
    assert Revision.objects.count() == 2
    attach(**about, name="a.txt", content=LONG.encode(), actor=owner, at=NOW, tables=tables)
    Involvement.objects.create(
        record_id="link",
        source="typed",
        force_id=FORCE,
        person_key=CANARY,
        record_type="investigation",
        reference="A",
        part="Victim",
        basis="Fact",
    )
    mirror(settings.STORE_ROOT, at=NOW)
    tables = open_reader(settings.STORE_ROOT)
    ask_export(keeper, Investigation, tables, reason="order", search=CANARY, at=NOW)
    review(
        **about,
        decision=Decision.ERASE,
        reason=ReviewReason.NO_NEED,
        words="No need.",
        actor=keeper,
        at=NOW,
        tables=tables,
    )
    before = places(made.home, made.name)
    proposal = Proposal.objects.get()
    seen = preview(proposal, actor=second, at=NOW, tables=tables)
    confirm_erasure(proposal, fingerprint=seen.fingerprint, actor=second, at=NOW, tables=tables)
    pipe.send((before, places(made.home, made.name), Investigation.objects.count()))
    connections.close_all()


def test_after_an_erasure_no_file_holds_the_canary(own_database):
    process, pipe = start(erase_one, own_database)
    before, after, left = heard(process, pipe, within=SECONDS)
    process.join()

    assert any("attachments" in place for place in before)
    assert any("exports" in place for place in before)
    assert any("laid" in place for place in before)
    assert after == []
    assert left == 1
