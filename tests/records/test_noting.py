"""What rows say has happened: noted once, corrected in place, withdrawn when no row says so."""

from datetime import UTC, date, datetime, timedelta

import pytest

from peelian.records import noting
from peelian.records.adopt import adopt
from peelian.records.happenings import Happening, HappeningKey
from peelian.records.happens import Moment, moments_of
from peelian.records.mirror import mirror
from peelian.records.noted import Noted
from peelian.records.noting import note_loaded
from peelian.records.openness import OPENLY_PUBLISHED
from peelian.records.store.reader import open_reader
from peelian.spine.happenings import What
from peelian.spine.incident import Incident
from peelian.spine.suspect import Suspect
from people import FORCE, NOW
from stored_rows import put_rows

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)
NAMED = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
ARRESTED = datetime(2026, 3, 1, 14, tzinfo=UTC)


@pytest.fixture
def root(tmp_path):
    return tmp_path / "store"


def suspect(ref, **more):
    """A suspect as the crime system's extract brings them."""
    return {
        "record_id": f"suspect-{ref}",
        "suspect_ref": ref,
        "investigation_ref": f"I-{ref}",
        "person_key": f"person-{ref}",
        "named_at": NAMED,
        "month": "2026-03",
        "state": "Named, not located",
        "unit_ref": "N1",
        **more,
    }


def put(root, *rows, **more):
    return put_rows(root, Suspect, rows, **more)


def note(root, at=NOW):
    return note_loaded(open_reader(root), besides=OPENLY_PUBLISHED, by="service:noting", at=at)


def noted():
    """What stands: name, reference and moment, the withdrawn ones left out."""
    rows = Happening.objects.filter(withdrawn_at=None).order_by("name", "record_id")
    return [(row.name, row.facts["suspect_ref"], row.at) for row in rows]


def settle_all():
    Happening.objects.update(settled_at=NOW)


def unsettled():
    rows = Happening.objects.filter(settled_at=None).order_by("name", "record_id")
    return [(row.name, row.record_id) for row in rows]


class TestLoadedRows:
    def test_a_row_tells_each_of_its_moments_once(self, root):
        put(root, suspect("A", arrested_at=ARRESTED), suspect("B", risk_band="High"))

        assert note(root) == 3
        assert noted() == [
            (What.SUSPECT_ARRESTED, "A", ARRESTED),
            (What.SUSPECT_NAMED, "A", NAMED),
            (What.SUSPECT_NAMED, "B", NAMED),
        ]
        assert note(root, LATER) == 0

    def test_it_carries_what_clocks_need_and_no_more(self, root):
        put(root, suspect("A", next_action_set_at=NAMED, next_action_due=date(2026, 3, 9)))
        note(root)

        row = Happening.objects.get(name=What.SUSPECT_ACTION_SET)

        assert row.facts == {
            "suspect_ref": "A",
            "investigation_ref": "I-A",
            "unit_ref": "N1",
            "officer_ref": None,
            "risk_band": None,
            "domestic_abuse": None,
            "next_action_due": "2026-03-09",
        }
        assert (row.person_key, row.force_id, row.noted_at) == ("person-A", FORCE, NOW)
        assert (row.record_type, row.by, row.settled_at) == ("suspect", "service:noting", None)
        keys = HappeningKey.objects.filter(happening=row).values_list("force_id", "name", "value")
        assert sorted(keys) == [
            (FORCE, "investigation_ref", "I-A"),
            (FORCE, "suspect_ref", "A"),
        ]

    def test_only_rows_with_the_values_that_it_wants_tell(self, root):
        rows = [
            {
                "record_id": f"incident-{ref}",
                "incident_ref": ref,
                "month": "2026-03",
                "arrived_at": NAMED,
                "domestic_abuse": abuse,
            }
            for ref, abuse in (("1", True), ("2", False), ("3", None))
        ]
        put_rows(root, Incident, rows)
        note(root)

        abused = Happening.objects.filter(name=What.DOMESTIC_ABUSE_ATTENDED)
        assert [row.record_id for row in abused] == ["incident-1"]
        assert Happening.objects.filter(name=What.ATTENDED).count() == 3

    def test_a_row_that_names_nothing_tells_nothing(self, root):
        put(root, suspect("A", suspect_ref=None, investigation_ref=None))

        assert note(root) == 0

    @pytest.mark.parametrize("at", [datetime(1900, 1, 1, tzinfo=UTC), LATER])
    def test_a_moment_is_taken_as_it_stands(self, root, at):
        put(root, suspect("A", named_at=at))
        note(root)

        assert noted() == [(What.SUSPECT_NAMED, "A", at)]

    @pytest.mark.parametrize("source", ["police_uk", "synthetic", "extracts_open"])
    def test_what_anybody_can_download_starts_no_clock(self, root, source):
        put(root, suspect("A"), source=source)

        assert note(root) == 0


class TestCorrections:
    def test_another_moment_or_fact_corrects_the_same_happening(self, root):
        put(root, suspect("A", arrested_at=ARRESTED), suspect("B"))
        note(root)
        settle_all()
        before = dict(Happening.objects.values_list("once", "pk"))

        put(root, suspect("A", arrested_at=LATER, risk_band="High"), suspect("B"))

        assert note(root, LATER) == 2
        assert dict(Happening.objects.values_list("once", "pk")) == before
        arrested = Happening.objects.get(name=What.SUSPECT_ARRESTED)
        assert (arrested.at, arrested.facts["risk_band"]) == (LATER, "High")
        # Peelian learned of it when it learned of it.
        assert arrested.noted_at == NOW
        assert unsettled() == [
            (What.SUSPECT_ARRESTED, "suspect-A"),
            (What.SUSPECT_NAMED, "suspect-A"),
        ]

    def test_another_reference_is_another_key_and_the_one_it_left_is_looked_at_again(self, root):
        """What was noted of I-A by mistake may have met a duty of I-A."""
        put(root, suspect("A"))
        note(root)
        settle_all()
        put(root, suspect("A", investigation_ref="I-9"))
        assert note(root, LATER) == 1

        keys = HappeningKey.objects.filter(name="investigation_ref").order_by("value")
        found = [(key.value, key.happening.withdrawn_at, key.happening.settled_at) for key in keys]
        assert found == [("I-9", None, None), ("I-A", LATER, None)]
        assert noted() == [(What.SUSPECT_NAMED, "A", NAMED)]
        assert note(root, LATER) == 0

    def test_what_the_row_no_longer_says_is_withdrawn_and_can_come_back(self, root):
        put(root, suspect("A", arrested_at=ARRESTED))
        note(root)
        settle_all()

        put(root, suspect("A"))
        assert note(root, LATER) == 1
        row = Happening.objects.get(name=What.SUSPECT_ARRESTED)
        assert (row.withdrawn_at, row.changed_at, row.settled_at) == (LATER, LATER, None)

        settle_all()
        put(root, suspect("A", arrested_at=ARRESTED))
        assert note(root, LATER) == 1
        row.refresh_from_db()
        assert (row.withdrawn_at, row.settled_at, row.at) == (None, None, ARRESTED)

    def test_a_row_that_is_gone_is_withdrawn_with_all_it_said(self, root):
        put(root, suspect("A", arrested_at=ARRESTED), suspect("B"))
        note(root)

        put(root, suspect("B"))

        assert note(root, LATER) == 2
        assert noted() == [(What.SUSPECT_NAMED, "B", NAMED)]

    def test_a_file_that_is_empty_now_says_nothing(self, root):
        put(root, suspect("A"))
        note(root)
        put(root)

        assert (note(root, LATER), noted()) == (1, [])
        assert not Noted.objects.exists()

    @pytest.mark.parametrize("first", ["2026-03", "2026-04"])
    def test_a_row_that_moves_to_another_month_was_never_gone(self, root, first):
        """Whichever of the two files comes first."""
        moved = suspect("A", month="2026-04", named_at=datetime(2026, 4, 1, tzinfo=UTC))
        put(root, suspect("A"), suspect("B"))
        put(root, suspect("C", month="2026-04"), month="2026-04")
        note(root)
        files = {
            "2026-03": [suspect("B")],
            "2026-04": [suspect("C", month="2026-04"), moved],
        }

        for month in sorted(files, key=lambda month: month != first):
            put(root, *files[month], month=month, loaded_at=f"{month}-02T06:00:00+00:00")
            note(root, LATER)

        assert [(name, ref) for name, ref, _at in noted()] == [
            (What.SUSPECT_NAMED, "A"),
            (What.SUSPECT_NAMED, "B"),
            (What.SUSPECT_NAMED, "C"),
        ]
        assert Happening.objects.get(record_id="suspect-A").at == moved["named_at"]

    def test_a_row_in_two_files_is_what_the_newer_file_says_and_stands_while_one_does(self, root):
        old, new = suspect("A"), suspect("A", month="2026-04", named_at=LATER)
        put(root, old, loaded_at="2026-03-09T06:00:00+00:00")
        put(root, new, month="2026-04", loaded_at="2026-03-01T06:00:00+00:00")
        note(root)
        assert noted() == [(What.SUSPECT_NAMED, "A", NAMED)]

        put(root, loaded_at="2026-03-10T06:00:00+00:00")
        note(root, LATER)

        assert noted() == [(What.SUSPECT_NAMED, "A", LATER)]

    def test_what_is_published_from_now_on_starts_no_clock_any_more(self, root):
        put(root, suspect("A"))
        note(root)
        put(root, suspect("A"), source="police_uk")

        assert (note(root, LATER), noted()) == (1, [])


class TestOperationalRows:
    def test_an_edited_copy_tells_instead_of_its_row(self, root):
        put(root, suspect("A"), suspect("B"))
        note(root)
        settle_all()
        row = adopt(Suspect, "suspect-A", open_reader(root), by="person:x", at=NOW)
        assert note(root, NOW) == 0
        Suspect.objects.filter(pk=row.pk).update(arrested_at=ARRESTED, version=2)

        assert note(root, LATER) == 1
        assert unsettled() == [(What.SUSPECT_ARRESTED, "suspect-A")]
        # Neither the mirror nor the file that comes again changes what the copy tells.
        mirror(root, at=LATER)
        put(root, suspect("A", named_at=LATER), suspect("B", named_at=LATER))
        assert note(root, LATER) == 1
        assert noted() == [
            (What.SUSPECT_ARRESTED, "A", ARRESTED),
            (What.SUSPECT_NAMED, "A", NAMED),
            (What.SUSPECT_NAMED, "B", LATER),
        ]

    def test_a_typed_row_tells_at_once_and_no_more_when_it_is_removed(self, root):
        row = Suspect.objects.create(**suspect("T"), source="typed", force_id=FORCE)
        assert (note(root), noted()) == (1, [(What.SUSPECT_NAMED, "T", NAMED)])
        row.delete()

        assert (note(root, LATER), noted()) == (1, [])

    def test_a_copy_that_was_erased_does_not_let_its_row_tell(self, root):
        put(root, suspect("A"))
        adopt(Suspect, "suspect-A", open_reader(root), by="person:x", at=NOW)
        note(root)
        Suspect.objects.all().delete()

        assert (note(root, LATER), noted()) == (1, [])

    def test_a_typed_row_that_moves_to_another_month_is_the_same(self, root):
        row = Suspect.objects.create(**suspect("T"), source="typed", force_id=FORCE)
        note(root)
        settle_all()
        Suspect.objects.filter(pk=row.pk).update(month="2026-04", version=2)

        assert (note(root, LATER), unsettled()) == (0, [])
        assert Happening.objects.get().said_in == f"kept/suspect/{FORCE}/2026-04"


class TestRepeats:
    """A row that keeps only its last review: what was done before stays done."""

    @pytest.fixture(autouse=True)
    def reviews(self, monkeypatch):
        monkeypatch.setattr(
            Suspect.Happens,
            "action",
            Moment(What.SUSPECT_ACTION_SET, "next_action_set_at", ("suspect_ref",), repeats=True),
        )
        moments_of.cache_clear()
        yield
        moments_of.cache_clear()

    def actions(self):
        rows = Happening.objects.filter(name=What.SUSPECT_ACTION_SET, withdrawn_at=None)
        return [row.at for row in rows.order_by("at")]

    def test_another_moment_is_another_happening(self, root):
        for at in (NAMED, ARRESTED, ARRESTED):
            put(root, suspect("A", next_action_set_at=at))
            note(root)

        assert self.actions() == [NAMED, ARRESTED]

    def test_all_of_them_go_with_the_row(self, root):
        for at in (NAMED, ARRESTED):
            put(root, suspect("A", next_action_set_at=at), suspect("B"))
            note(root)
        put(root, suspect("B"))
        note(root, LATER)

        assert self.actions() == []

    def test_they_stay_when_the_row_moves_to_another_month(self, root):
        put(root, suspect("A", next_action_set_at=NAMED), suspect("B"))
        note(root)
        put(root, suspect("B"))
        put(
            root,
            suspect("A", next_action_set_at=ARRESTED, month="2026-04"),
            month="2026-04",
            loaded_at="2026-04-02T06:00:00+00:00",
        )
        note(root, LATER)

        assert self.actions() == [NAMED, ARRESTED]


class TestRunning:
    def test_a_run_that_dies_loses_and_doubles_nothing(self, root, monkeypatch):
        put(root, *[suspect(f"{number:02d}") for number in range(25)])
        monkeypatch.setattr(noting, "SOME", 10)
        write, calls = noting.correct, []

        def dies(told, **how):
            calls.append(len(told))
            if len(calls) == 2:
                raise KeyboardInterrupt
            return write(told, **how)

        monkeypatch.setattr(noting, "correct", dies)
        with pytest.raises(KeyboardInterrupt):
            note(root)
        assert Happening.objects.count() == 10

        assert note(root, LATER) == 15
        assert (Happening.objects.count(), HappeningKey.objects.count()) == (25, 50)

    def test_a_slower_run_that_began_before_writes_nothing_more(self, root, monkeypatch):
        """It read the file of yesterday, and another run has read today's meanwhile."""
        put(root, suspect("A"), suspect("B"))
        slow = open_reader(root)
        read = noting.rows_at

        def rows_later(*given):
            rows = list(read(*given))
            monkeypatch.setattr(noting, "rows_at", read)
            put(root, suspect("A", named_at=LATER))
            note(root, LATER)
            yield from rows

        monkeypatch.setattr(noting, "rows_at", rows_later)
        note_loaded(slow, besides=(), by="service:slow", at=NOW)

        assert noted() == [(What.SUSPECT_NAMED, "A", LATER)]
        assert note(root, LATER) == 0

    def test_nothing_is_read_where_nothing_is_new(self, root, monkeypatch):
        put(root, suspect("A"))
        Suspect.objects.create(**suspect("T"), source="typed", force_id=FORCE)
        note(root)
        monkeypatch.setattr(noting, "rows_at", lambda *given: pytest.fail(f"read {given}"))

        assert note(root, LATER) == 0
