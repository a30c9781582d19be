"""Each audit of an area from its files to its figure, by the verbs that the pages call."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from peelian import catalogue
from peelian.areas.contact.audits import LATER_AUDIT, LIVE_AUDIT
from peelian.areas.investigation.audits import DIP, OUTCOME_AUDIT, QUALITY
from peelian.areas.investigation.models import Investigation
from peelian.areas.vulnerability.audits import DASH_AUDIT
from peelian.areas.vulnerability.dash import DASH
from peelian.engines.audits.agreement import agreement_of
from peelian.engines.audits.drawing import draw
from peelian.engines.audits.errors import MayNotReview
from peelian.engines.audits.feedback import give_on_item, reply
from peelian.engines.audits.forms import file_for, form_with
from peelian.engines.audits.framing import freeze
from peelian.engines.audits.marking import finish
from peelian.engines.audits.models import Finding, FrameRow, Item, Marking, Turn
from peelian.engines.audits.planning import plan
from peelian.engines.audits.seeding import publish_seed
from peelian.engines.audits.sheet import sheet_of
from peelian.engines.audits.sizing import Size
from peelian.engines.audits.taking import take_next
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import request
from peelian.engines.procedures.asking import Answers
from peelian.engines.procedures.models import Assessment
from peelian.frameworks.peel.victim_service import VICTIM_SERVICE
from peelian.records.drawn import CHOSEN, RANDOM
from peelian.records.mirror import mirror
from peelian.records.store.reader import open_reader
from peelian.spine.incident import Incident
from people import FORCE, employ, small_force
from stored_rows import put_rows

AT = datetime(2026, 4, 2, 9, tzinfo=UTC)
MONTH = "2026-03"
# Number of the officer and the team of every file; both stand in texts too.
SECRETS = ("no-somebody", "no-call-handler", "North team one", "South team one")


@pytest.fixture
def force(db):
    made = small_force()
    made.people["auditor-2"] = employ("auditor", "F", name="auditor-2")
    made.people["other-supervisor"] = employ("supervisor", "S1", name="other-supervisor")
    return made


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    return tmp_path / "store"


def incident(number, *, closed=True, **more):
    opened = datetime(2026, 3, 1, 9, tzinfo=UTC) + timedelta(hours=number)
    return {
        "record_id": f"incident-{number:03}",
        "incident_ref": f"I-{number}",
        "opened_at": opened,
        "month": MONTH,
        "line": "999",
        "category": "Assault",
        "grade": "Priority",
        "risk_assessment": "T: gone. H: a bruise. R: none today. V: alone. Sent no-somebody.",
        "closed_at": opened + timedelta(hours=3) if closed else None,
        "unit_ref": "S1",
        "officer_ref": "no-somebody",
        "handler_ref": "no-call-handler",
        **more,
    }


def file_of_crime(number, *, unit="S1", **more):
    return {
        "record_id": f"investigation-{number:03}",
        "investigation_ref": f"C-{number}",
        "opened_at": datetime(2026, 3, 1, 9, tzinfo=UTC) + timedelta(hours=number),
        "month": MONTH,
        "offence": "Burglary",
        "unit_ref": unit,
        "officer_ref": "no-somebody",
        "state": "Closed",
        "summary": "A shed was broken into. Attended by no-somebody of South team one.",
        "plan": "Cameras, then neighbours.",
        "supervision": "Footage by Friday, officer to collect.",
        **more,
    }


def drawn(audit, root, model, rows, actor, **more):
    """A drawn run of these rows; all of them unless a size says how many."""
    put_rows(root, model, rows, month=MONTH)
    tables = open_reader(root)
    told = {"size": Size(total=len(rows)), "design": RANDOM, "second_share": 0, **more}
    run = plan(
        audit,
        force_id=FORCE,
        title="A journey",
        first=MONTH,
        last=MONTH,
        actor=actor,
        at=AT,
        tables=tables,
        **told,
    )
    run = freeze(run, audit, actor=actor, at=AT, tables=tables)
    run = publish_seed(run, actor=actor, at=AT)
    draw(run, actor=actor, at=AT)
    run.refresh_from_db()
    return run


def mark(run, audit, actor, root, says=lambda question, file: "yes"):
    """Review all that waits for this person; the questions that each file was asked."""
    tables, asked = open_reader(root), {}
    while (marking := take_next(run, audit, actor=actor, at=AT, tables=tables)) is not None:
        read = str(sheet_of(marking, audit, actor=actor, at=AT, tables=tables))
        assert not any(secret in read for secret in SECRETS), read
        file = file_for(marking, audit, tables)
        answers, seen = {}, []
        while left := [
            one
            for one in form_with(audit, marking, file, Answers(answers, {})).open
            if one.key not in answers
        ]:
            seen += [one.key for one in left]
            answers |= {one.key: says(one.key, file) for one in left}
        finish(
            marking.pk,
            audit,
            answers=answers,
            words={},
            saved=1,
            actor=actor,
            at=AT,
            tables=tables,
        )
        asked[file["record_id"]] = seen
    return asked


def figure(audit, question, root, **asked):
    """The cells of a question, as figures read them from the store."""
    mirror(root, at=AT)
    measure = catalogue.measure(f"{audit.key}.{question}")
    return calculate(request(measure, **asked), open_reader(root)).cells


@pytest.mark.ledger("CON-12")
def test_thrive_is_read_while_the_contact_is_open(force, root):
    rows = [incident(n, closed=n % 2 == 0) for n in range(8)]

    run = drawn(LIVE_AUDIT, root, Incident, rows, force["auditor"], size=Size(total=4))
    mark(run, LIVE_AUDIT, force["other-supervisor"], root)
    assert not Marking.objects.exists()  # their own team attended
    mark(run, LIVE_AUDIT, force["supervisor"], root)

    assert FrameRow.objects.filter(run=run).count() == 4
    (cell,) = figure(LIVE_AUDIT, "used", root)
    assert (cell.numerator, cell.denominator) == (4, 4)


@pytest.mark.ledger("CON-13", "CON-14")
def test_a_central_team_marks_contacts_own_reviews_again_and_the_agreement_is_a_number(force, root):
    """A supervisor marks colleagues kindly; the auditor, who sees none of it, does not."""
    rows = [
        incident(n, risk_assessment="T: none." if n < 2 else "T: at the door.") for n in range(6)
    ]
    run = drawn(LATER_AUDIT, root, Incident, rows, force["auditor"], second_share=100)

    mark(run, LATER_AUDIT, force["supervisor"], root)
    mark(
        run,
        LATER_AUDIT,
        force["auditor-2"],
        root,
        says=lambda key, file: (
            "no" if key == "meaningful" and file["risk_assessment"] == "T: none." else "yes"
        ),
    )

    by_turn = dict.fromkeys(Turn, "") | {
        one.turn: one.user.name for one in Marking.objects.select_related("user")
    }
    assert by_turn[Turn.FIRST] == "Demo supervisor"
    assert by_turn[Turn.SECOND] == "Demo auditor-2"
    agreed = {one.question: one.agreement for one in agreement_of(run, LATER_AUDIT)}
    assert (agreed["meaningful"].agreed, agreed["meaningful"].n) == (4, 6)
    assert (agreed["used"].agreed, agreed["used"].n) == (6, 6)


@pytest.mark.ledger("CON-26")
def test_what_is_missing_reaches_the_handler_and_not_whoever_attended(force, root):
    run = drawn(LATER_AUDIT, root, Incident, [incident(n) for n in range(2)], force["auditor"])
    mark(run, LATER_AUDIT, force["supervisor"], root, says=lambda key, file: "no")

    item = Item.objects.filter(run=run).first()
    told = give_on_item(
        item,
        LATER_AUDIT,
        words="Harm and risk say nothing of this call: ask what may come next.",
        actor=force["auditor"],
        at=AT,
        tables=open_reader(root),
    )

    assert (told.officer_ref, told.unit_ref) == ("no-call-handler", None)
    found = Finding.objects.filter(sample_ref=run.ref)
    assert set(found.values_list("officer_ref", "unit_ref")) == {("no-call-handler", None)}
    answered = reply(told.feedback_ref, words="I will ask.", actor=force["call-handler"], at=AT)
    assert answered.replied_at == AT


@pytest.mark.ledger("INV-11", "INV-14")
def test_a_file_is_scored_stage_by_stage_and_strong_and_weak_teams_are_seen(force, root):
    rows = [file_of_crime(n, unit=("S1", "N1")[n % 2]) for n in range(6)]
    run = drawn(QUALITY, root, Investigation, rows, force["auditor"])

    asked = mark(
        run,
        QUALITY,
        force["auditor"],
        root,
        says=lambda key, file: "no" if key == "lines" and file["unit_ref"] == "N1" else "yes",
    )

    stages = {section.key for section in QUALITY.versions[-1].sections}
    assert stages == {"first-contact", "attendance", "investigation", "supervision", "care"}
    assert len(asked) == 6
    found = {
        dict(one.breakdown)["unit"]: one for one in figure(QUALITY, "lines", root, by=("unit",))
    }
    assert (found["S1"].numerator, found["S1"].denominator) == (3, 3)
    assert (found["N1"].numerator, found["N1"].denominator) == (0, 3)


@pytest.mark.ledger("INV-12", "INV-13")
def test_supervisors_read_files_of_other_teams_and_never_their_own(force, root):
    rows = [file_of_crime(n, unit=("S1", "N1")[n % 2], state="Open") for n in range(6)]
    run = drawn(DIP, root, Investigation, rows, force["auditor"])

    of_the_north = mark(run, DIP, force["supervisor"], root)
    of_the_south = mark(run, DIP, force["other-supervisor"], root)

    assert {int(one[-3:]) % 2 for one in of_the_north} == {0}
    assert {int(one[-3:]) % 2 for one in of_the_south} == {1}
    assert not Item.objects.filter(run=run, settled_at=None).exists()
    with pytest.raises(MayNotReview):
        take_next(run, DIP, actor=force["auditor"], at=AT, tables=open_reader(root))


@pytest.mark.ledger("INV-18", "INS-07")
def test_each_outcome_code_is_held_against_its_own_conditions(force, root):
    ended = {"outcome_because": "Because.", "outcome_by": "no-somebody"}
    codes = ("20", "16", "18")
    rows = [file_of_crime(n, outcome_code=codes[n % 3], **ended) for n in range(12)]
    run = drawn(
        OUTCOME_AUDIT,
        root,
        Investigation,
        rows,
        force["auditor"],
        design=CHOSEN,
        divided_by="outcome",
        size=Size(quotas={"20": 4, "16": 1, "18": 1}),
    )

    asked = mark(
        run,
        OUTCOME_AUDIT,
        force["auditor"],
        root,
        says=lambda key, file: "no" if key == "body-named" else "yes",
    )

    code = {row["record_id"]: row["outcome_code"] for row in rows}
    for address, questions in asked.items():
        assert ("body-named" in questions) == (code[address] == "20")
        assert ("evidence-led" in questions) == (code[address] == "16")
        # Nobody agreed to it and nobody asked the victim: that is no, without asking.
        assert not {"supervised", "victim-view"} & set(questions)
    (cell,) = figure(OUTCOME_AUDIT, "body_named", root)
    assert (cell.numerator, cell.denominator, cell.lower) == (0, 4, None)
    found = {
        dict(one.breakdown)["stratum"]: one
        for one in figure(OUTCOME_AUDIT, "passed", root, by=("stratum",))
    }
    assert (found["20"].numerator, found["20"].denominator) == (0, 4)
    assert (found["16"].numerator, found["16"].denominator) == (1, 1)


@pytest.mark.ledger("VUL-26")
def test_declined_risk_forms_are_drawn_and_corrected_ones_are_listed_as_left_out(force, root):
    rows = [
        {
            "record_id": f"assessment-{n}",
            "assessment_ref": f"R-{n}",
            "of_type": "incident",
            "of_id": "incident-001",
            "procedure": DASH.key,
            "asked_version": 1,
            "made_at": datetime(2026, 3, 5, 9, tzinfo=UTC),
            "month": MONTH,
            "unit_ref": "S1",
            "officer_ref": "no-somebody",
            "outcome": "Refused" if n == 0 else "Completed",
            "drawn": False,
            "replaced_by": "assessment-9" if n == 3 else None,
        }
        for n in range(5)
    ]

    run = drawn(DASH_AUDIT, root, Assessment, rows, force["auditor"], size=Size(total=4))
    asked = mark(run, DASH_AUDIT, force["auditor"], root)

    left_out = FrameRow.objects.filter(run=run).exclude(left_out="")
    assert [(one.of_id, one.left_out) for one in left_out] == [("assessment-3", "corrected")]
    assert "known-facts" in asked["assessment-0"]
    assert "explored" not in asked["assessment-0"]
    assert "explored" in asked["assessment-1"]
    (cell,) = figure(DASH_AUDIT, "known_facts", root)
    assert (cell.numerator, cell.denominator) == (1, 1)


@pytest.mark.ledger("INS-06", "INS-07")
def test_an_inspector_reads_files_that_were_chosen_by_outcome(force, root):
    rows = [
        file_of_crime(n, outcome_code="20" if n < 6 else "18", outcome_because="Because.")
        for n in range(12)
    ]
    run = drawn(
        VICTIM_SERVICE,
        root,
        Investigation,
        rows,
        force["auditor"],
        design=CHOSEN,
        divided_by="outcome",
        size=Size(quotas={"20": 4, "18": 2}),
    )

    asked = mark(
        run,
        VICTIM_SERVICE,
        force["inspector"],
        root,
        says=lambda key, file: "not-applicable" if key == "statement-considered" else "yes",
    )

    assert len(asked) == 6
    (considered,) = figure(VICTIM_SERVICE, "statement_considered", root)
    assert considered.value is None
    (cell,) = figure(VICTIM_SERVICE, "triage_meaningful", root)
    assert (cell.numerator, cell.denominator, cell.lower) == (6, 6, None)
    assert "it is no estimate for all" in cell.note
