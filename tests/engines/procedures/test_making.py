"""An assessment is made whole or not at all, once, by whoever may, and says no more than asked."""

from datetime import timedelta

import pytest
from django.db import transaction

from engines.procedures.sample import CHECK, RECORD, RISK
from peelian.areas.investigation.models import Investigation
from peelian.engines.procedures.asking import Answers
from peelian.engines.procedures.drafts import Body, answered, begin, body_of, change
from peelian.engines.procedures.errors import MayNotAnswer, NotComplete, WrongDecision
from peelian.engines.procedures.filled import Filled, filled_from
from peelian.engines.procedures.making import make, make_of
from peelian.engines.procedures.models import Answer, Assessment, Draft
from peelian.engines.registers.errors import NoSuchRecord
from peelian.records.happenings import Happening
from peelian.trail.models import Entry
from people import NOW, investigation

COMPLETE = {"threats": "yes", "weapon": "yes", "before": "no-match"}
CHECKED = {"open-lines": "2", "missing": "none", "seen-on": "2026-03-01"}


def told():
    return {row.name: row.facts for row in Happening.objects.filter(withdrawn_at=None)}


@pytest.fixture
def assess(force, case, tables):
    """Make the risk assessment of the case as the supervisor, with these parts changed."""

    def one(procedure=RISK, actor="supervisor", at=NOW, record=case, **parts):
        given = {"answers": COMPLETE, "words": {}, "grade": "medium", "reasons": "My judgement."}
        return make(
            procedure, record=record, actor=force[actor], at=at, tables=tables, **(given | parts)
        )

    return one


def test_answers_and_what_was_decided_are_kept_with_what_was_met(assess, case):
    made = assess(words={"said": "He said so."})

    assert (made.of_type, made.of_id, made.of_ref) == ("investigation", case.record_id, "A")
    assert (made.suggested, made.decided, made.differs) == (None, "medium", "No suggestion")
    assert (made.criteria, made.outcome, made.month) == ("visible", "Completed", "2026-03")
    assert made.unit_ref == "N1"
    rows = {row.question: (row.status, row.answer, row.words) for row in Answer.objects.all()}
    assert rows == {
        "threats": ("Answered", "yes", None),
        "weapon": ("Answered", "yes", None),
        "before": ("Answered", "no-match", None),
        "said": ("Answered", None, "He said so."),
    }
    assert Entry.objects.filter(record_ref=made.record_id, verb="collected").count() == 1


@pytest.mark.ledger("VUL-02")
def test_no_judgement_cancels_a_criterion_that_is_met(assess):
    """Visible high risk is met by the ticks: deciding "standard" changes the grade alone."""
    made = assess(grade="standard", reasons="I know them.")

    assert (made.decided, made.criteria) == ("standard", "visible")
    assert told()["referral-called-for"]["criteria"] == "visible"


@pytest.mark.ledger("VUL-01", "VUL-02")
def test_the_whole_is_declined_with_a_reason_and_nothing_becomes_a_no(assess):
    made = assess(
        answers={"threats": "yes"},
        refusal="afraid",
        refusal_words="Would not speak with him there.",
        grade="high",
        reasons="Seen by me.",
    )

    assert (made.outcome, made.refusal, made.criteria) == ("Refused", "afraid", "judgement")
    rows = dict(Answer.objects.values_list("question", "status"))
    assert rows == {
        "threats": "Answered",
        "weapon": "Refused",
        "before": "Not known",
        "said": "Refused",
    }
    assert set(told()) == {"risk-refused", "referral-called-for"}


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        ({"refusal": "because", "refusal_words": "x"}, "refusal"),
        ({"refusal": "afraid"}, "refusal_words"),
        ({"grade": ""}, "grade"),
        ({"grade": "extreme"}, "grade"),
        ({"reasons": " "}, "reasons"),
    ],
)
def test_a_decision_that_cannot_stand_is_refused_whole(assess, parts, field):
    with pytest.raises(WrongDecision) as refused:
        assess(**parts)

    assert set(refused.value.errors) == {field}
    assert not Assessment.objects.exists()
    assert not Happening.objects.exists()


def test_what_is_missing_is_told_by_question(assess):
    with pytest.raises(NotComplete) as refused:
        assess(answers={"threats": "yes"})

    assert set(refused.value.errors) == {"weapon", "before"}


def test_only_the_roles_named_may_and_nobody_who_was_there(force, assess, case):
    with pytest.raises(MayNotAnswer, match="not for your role"):
        assess(actor="patrol-officer")
    with pytest.raises(NoSuchRecord):
        assess(actor="other-team")
    with pytest.raises(MayNotAnswer, match="somebody else must answer"):
        assess(CHECK, actor="investigator", answers=CHECKED, grade="meets")
    case.officer_ref = "no-somebody, no-supervisor"
    case.save()
    with pytest.raises(MayNotAnswer, match="somebody else must answer"):
        assess(CHECK, answers=CHECKED, grade="meets")


def test_a_suggestion_is_left_only_by_whoever_may_and_with_a_reason(force, assess, case):
    Investigation.objects.update(officer_ref=None)
    short = CHECKED | {"missing": "plan"}

    with pytest.raises(WrongDecision, match="ask a supervisor"):
        assess(CHECK, actor="investigator", answers=short, grade="meets", reasons="I think so.")
    with pytest.raises(WrongDecision, match="Say why"):
        assess(CHECK, answers=short, grade="meets", reasons="")
    with pytest.raises(WrongDecision, match="Nobody may decide below"):
        assess(CHECK, answers=CHECKED, grade="short", reasons="I think so.")
    made = assess(CHECK, answers=short, grade="meets", reasons="The plan is in another file.")
    assert (made.suggested, made.differs) == ("short", "Higher")


def test_the_answers_become_a_record_that_nobody_types_twice(force, tables):
    made = make(
        RECORD,
        record=None,
        answers={"offence": "Fraud", "state": "Open", "opened": "2026-06-03T14:30"},
        words={"summary": "Seen at the door, told by the neighbour."},
        actor=force["investigator"],
        at=NOW,
        tables=tables,
    )

    new = Investigation.objects.get()
    assert made.made_id == made.of_id == new.record_id
    assert (new.offence, new.unit_ref, new.officer_ref) == ("Fraud", "N1", "no-investigator")
    assert new.opened_at.isoformat() == "2026-06-03T13:30:00+00:00"
    assert new.investigation_ref.startswith("P-")
    assert told()["task-given"] == {"offence": "Fraud", "investigation_ref": new.investigation_ref}


def test_what_is_not_known_leaves_the_field_empty(force, tables):
    make(
        RECORD,
        record=None,
        answers={
            "offence": "Fraud",
            "state": "Open",
            "opened": "2026-06-03T14:30",
            "summary": "dont-know",
        },
        words={},
        actor=force["investigator"],
        at=NOW,
        tables=tables,
    )

    assert Investigation.objects.get().summary is None
    assert Answer.objects.get(question="summary").status == "Not known"


def test_what_the_register_refuses_stands_beside_its_question_and_nothing_is_kept(force, tables):
    with pytest.raises(NotComplete) as refused:
        make(
            RECORD,
            record=None,
            answers={"offence": "Fraud", "state": "Open", "opened": "2026-06-03T14:30"},
            words={"summary": "a\x00b that is longer than twenty"},
            actor=force["investigator"],
            at=NOW,
            tables=tables,
        )

    assert "cannot be kept" in refused.value.errors["summary"]
    assert not Assessment.objects.exists()


def test_sending_twice_makes_one(force, case, tables):
    actor = force["supervisor"]
    draft = begin(RISK, Body(), record_id=case.record_id, actor=actor, at=NOW)
    body = change(draft, lambda held: answered(held, COMPLETE, {}), at=NOW)
    filled = filled_from(RISK, draft, body)
    filled = Filled(**{**vars(filled), "grade": "high", "reasons": "Seen.", "found": None})

    first = make_of(RISK, filled, record_id=case.record_id, actor=actor, at=NOW, tables=tables)
    again = make_of(RISK, filled, record_id=case.record_id, actor=actor, at=NOW, tables=tables)

    assert first.record_id == again.record_id == draft.assessment_id
    assert Assessment.objects.count() == 1
    assert Happening.objects.filter(name="risk-assessed").count() == 1
    assert not Draft.objects.exists()


def test_an_error_in_the_middle_leaves_nothing_behind(force, case, tables, monkeypatch):
    """C-AUD-4: without its entry in the trail there is no assessment, answer or happening."""

    def broken(**_parts):
        raise OSError("no trail")

    monkeypatch.setattr("peelian.engines.procedures.making.append", broken)
    with pytest.raises(OSError, match="no trail"), transaction.atomic():
        make(
            RISK,
            record=case,
            answers=COMPLETE,
            words={},
            grade="high",
            reasons="Seen.",
            actor=force["supervisor"],
            at=NOW,
            tables=tables,
        )

    assert not Assessment.objects.exists()
    assert not Answer.objects.exists()
    assert not Happening.objects.exists()


def test_a_correction_stands_beside_what_it_corrects_and_moves_no_clock(
    force, case, tables, assess
):
    """What both tell keeps its moment; what only the first told is withdrawn."""
    first = assess()
    later = NOW + timedelta(days=2)
    filled = Filled(
        given=Answers(COMPLETE | {"threats": "no"}, {}),
        grade="high",
        reasons="Seen.",
        correction="A slip of the pen.",
        replaces=first.record_id,
    )

    new = make_of(
        RISK, filled, record_id=case.record_id, actor=force["supervisor"], at=later, tables=tables
    )

    first.refresh_from_db()
    assert (first.replaced_by, new.replaces, first.decided) == (
        new.record_id,
        first.record_id,
        "medium",
    )
    rows = Happening.objects.filter(withdrawn_at=None).order_by("name")
    assert [(row.name, row.at, row.facts.get("grade")) for row in rows] == [
        ("referral-called-for", NOW, None),
        ("risk-assessed", NOW, "high"),
    ]
    with pytest.raises(MayNotAnswer, match="corrected this assessment already"):
        make_of(
            RISK, filled, record_id=case.record_id, actor=force["supervisor"], at=later,
            tables=tables,
        )  # fmt: skip


def test_a_correction_changes_the_record_that_was_made(force, tables):
    actor = force["investigator"]
    answers = {"offence": "Fraud", "state": "Open", "opened": "2026-06-03T14:30"}
    words = {"summary": "Seen at the door by the neighbour."}
    first = make(
        RECORD, record=None, answers=answers, words=words, actor=actor, at=NOW, tables=tables
    )
    filled = Filled(
        given=Answers({**answers, "summary": "dont-know"}, {}),
        correction="It was somebody else's.",
        replaces=first.record_id,
    )

    make_of(RECORD, filled, record_id="", actor=actor, at=NOW, tables=tables)

    changed = Investigation.objects.get()
    assert (changed.record_id, changed.version, changed.summary) == (first.made_id, 2, None)


def test_an_unfinished_draft_is_sealed_and_keeps_its_version(force, case):
    draft = begin(RISK, Body(), record_id=case.record_id, actor=force["supervisor"], at=NOW)
    change(draft, lambda held: answered(held, {}, {"said": "canary words"}), at=NOW)
    draft.refresh_from_db()

    assert "canary" not in draft.body
    assert body_of(draft).words == {"said": "canary words"}
    assert draft.asked_version == 1
    draft.user = force["investigator"]
    assert body_of(draft) == Body()
    again = begin(RISK, Body(), record_id=case.record_id, actor=force["supervisor"], at=NOW)
    assert again.pk == draft.pk


def test_an_assessment_of_a_hidden_record_is_refused_as_of_a_missing_one(force, tables):
    investigation("S", unit="S1")
    for record_id in ("investigation-S", "investigation-none"):
        with pytest.raises(NoSuchRecord):
            make_of(
                RISK,
                Filled(given=Answers(COMPLETE, {})),
                record_id=record_id,
                actor=force["investigator"],
                at=NOW,
                tables=tables,
            )
