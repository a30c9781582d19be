"""What the audits of the areas ask, of whom, and what the record answers by itself."""

import re

import pytest

from peelian import catalogue
from peelian.access.powers import Power
from peelian.access.roles import ROLES
from peelian.areas.investigation.audits import DIP, OUTCOME_AUDIT
from peelian.areas.investigation.models import Investigation
from peelian.areas.investigation.outcome_codes import OUTCOME_TYPES
from peelian.areas.stop_and_search.audits import GROUNDS_AUDIT
from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.audits.declared import NOT_APPLICABLE
from peelian.engines.audits.measuring import measures_of
from peelian.engines.audits.measuring_examples import table
from peelian.engines.audits.models import Finding
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.declared import Example
from peelian.engines.measures.examples import ExampleTables
from peelian.engines.measures.request import request
from peelian.engines.procedures.asking import Answers, open_questions
from peelian.engines.publishing.direction import direction

AUDITS = catalogue.audits()
GROUNDS = GROUNDS_AUDIT.versions[-1]
OUTCOME = OUTCOME_AUDIT.versions[-1]


def cell_of(audit, question, rows):
    """The one cell of a question, from a table of findings."""
    measure = next(one for one in measures_of(audit) if one.key == f"{audit.key}.{question}")
    tables = ExampleTables(Example(says="", rows={Finding: rows}, shows=""), "duckdb")
    (cell,) = calculate(request(measure), tables).cells
    return cell


def asked_of(version, record):
    """The questions that a reviewer of this record is asked, before any answer."""
    open_now = {one.key for one in open_questions(version.as_asked, Answers({}, {}))}
    return {
        one.key
        for one in version.questions
        if one.key in open_now and not one.without_asking(record)
    }


@pytest.mark.parametrize("audit", AUDITS, ids=lambda audit: audit.key)
def test_whoever_may_review_holds_the_power(audit):
    for role in (*audit.roles, *audit.second_roles):
        assert Power.REVIEW_BLIND in ROLES[role].powers, role


@pytest.mark.parametrize("audit", AUDITS, ids=lambda audit: audit.key)
def test_officer_and_team_of_a_file_are_hidden_and_whoever_was_there_is_barred(audit):
    secrets = {one.secret for one in audit.hides}

    assert {"officer", "team"} <= secrets
    assert audit.barred
    for beside in audit.beside:
        shown = set(beside.shows)
        assert not shown & {"officer_ref", "unit_ref", "person_key"}, beside.title


def test_keys_of_audits_and_of_their_settings_are_unique():
    for keys in (
        [one.key for one in AUDITS],
        [f"{one.key}.{question.key}" for one in AUDITS for question in one.versions[-1].questions],
    ):
        assert sorted(keys) == sorted(set(keys))


def test_blank_grounds_are_no_grounds_and_nobody_is_asked():
    blank = StopSearch(grounds_seen=" ", grounds_told=None, grounds_known="", grounds=None)

    answers = {one.key: one.without_asking(blank) for one in GROUNDS.questions}

    assert set(answers.values()) == {"no"}


def test_what_could_sway_a_reviewer_of_grounds_is_not_shown():
    shown = set(GROUNDS_AUDIT.shows)

    assert not shown & {
        "officer_ref",
        "unit_ref",
        "ethnic_group",
        "self_defined_ethnicity",
        "officer_defined_ethnicity",
        "outcome",
        "linked_to_object",
        "custody_ref",
    }


@pytest.mark.parametrize("kind", OUTCOME_TYPES, ids=lambda kind: kind.code)
def test_every_outcome_type_has_conditions_of_its_own(kind):
    record = Investigation(outcome_code=kind.code, outcome_because="Because.", outcome_by="1")
    of_the_code = {one.key for one in OUTCOME.sections[0].questions}

    assert asked_of(OUTCOME, record) & of_the_code


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("14", {"no-suspect", "victim-does-not", "wish-auditable"}),
        ("15", {"suspect-identified", "victim-supports", "evidential-reason"}),
        (
            "16",
            {
                "suspect-identified",
                "victim-does-not",
                "wish-auditable",
                "wish-reason",
                "evidence-led",
                "orders-considered",
            },
        ),
        ("20", {"body-named", "body-told"}),
        ("22", {"suspect-identified", "activity-done"}),
    ],
)
def test_a_file_is_asked_the_conditions_of_its_own_code_and_no_other(code, asked):
    record = Investigation(outcome_code=code, outcome_because="Because.", outcome_by="1")
    of_the_code = {one.key for one in OUTCOME.sections[0].questions}

    assert asked_of(OUTCOME, record) & of_the_code == asked
    others = {one.without_asking(record) for one in OUTCOME.sections[0].questions} - {""}
    assert others == {NOT_APPLICABLE}


def test_what_is_not_written_down_is_no_without_asking():
    record = Investigation(outcome_code="18", outcome_because=None, outcome_by="1234")

    said = {one.key: one.without_asking(record) for one in OUTCOME.sections[1].questions}

    assert (said["rationale"], said["supervised"], said["victim-view"]) == ("no", "no", "no")
    assert (said["right-type"], said["decided-by"]) == ("", "")


def test_supervisors_alone_mark_the_dip_sample_and_never_an_officer_of_the_case():
    assert DIP.roles == ("supervisor",)
    assert "officer_ref" in DIP.barred


@pytest.mark.ledger("POW-03", "INS-09")
@pytest.mark.parametrize("frame", [3_706, 6_250, 8_267, 9_386])
def test_188_of_235_is_80_give_or_take_5_0_by_the_method_of_the_inspectorate(frame):
    rows = table(
        GROUNDS_AUDIT.key,
        "reasonable",
        {"yes": 188, "no": 47},
        method="wald_finite",
        frame=frame,
    )

    cell = cell_of(GROUNDS_AUDIT, "reasonable", rows)

    assert (cell.numerator, cell.denominator) == (188, 235)
    assert f"{100 * cell.value:.1f}" == "80.0"
    assert f"{100 * (cell.upper - cell.lower) / 2:.1f}" == "5.0"


@pytest.mark.ledger("INS-09")
@pytest.mark.parametrize(("method", "margin"), [("wilson", "5.1"), ("exact", "5.3")])
def test_other_methods_do_not_reproduce_what_it_printed(method, margin):
    rows = table(
        GROUNDS_AUDIT.key, "reasonable", {"yes": 188, "no": 47}, method=method, frame=8_000
    )

    cell = cell_of(GROUNDS_AUDIT, "reasonable", rows)

    assert f"{100 * (cell.upper - cell.lower) / 2:.1f}" == margin


@pytest.mark.ledger("POW-03")
def test_26_of_35_is_anything_from_57_9_to_85_8_by_wilson():
    rows = table(GROUNDS_AUDIT.key, "reasonable", {"yes": 26, "no": 9}, method="wilson")

    cell = cell_of(GROUNDS_AUDIT, "reasonable", rows)

    assert (f"{100 * cell.lower:.1f}", f"{100 * cell.upper:.1f}") == ("57.9", "85.8")


def test_contact_marks_first_and_the_central_team_second():
    for audit in AUDITS:
        if audit.key.startswith("contact."):
            assert "supervisor" in audit.roles
            assert audit.second_roles == ("auditor",)


def test_a_declined_risk_form_is_in_the_frame_and_asked_what_a_form_cannot_be():
    audit = next(one for one in AUDITS if one.key == "vulnerability.dash_quality")
    declined = audit.record_type(outcome="Refused", asked_version=1)

    asked = asked_of(audit.versions[-1], declined)

    assert {"refusal-reason", "known-facts", "safety-now"} <= asked
    assert "explored" not in asked


def test_an_outcome_code_is_said_in_words_where_people_choose_or_read_it():
    assert OUTCOME_AUDIT.in_words("outcome", "20") == "20: Action by another body or agency"
    assert OUTCOME_AUDIT.in_words("offence", "Burglary") == "Burglary"


@pytest.mark.ledger("INS-09")
def test_from_75_4_to_80_is_no_clear_change_and_from_75_4_to_90_is_one():
    """The size of the earlier sample was not printed: 181 of 240 fits what was."""

    def year(yes, drawn, frame):
        counts = {"yes": yes, "no": drawn - yes}
        return cell_of(
            GROUNDS_AUDIT,
            "reasonable",
            table(GROUNDS_AUDIT.key, "reasonable", counts, method="wald_finite", frame=frame),
        )

    measure = next(
        one for one in measures_of(GROUNDS_AUDIT) if one.key == "stop_and_search.grounds.reasonable"
    )
    earlier = year(181, 240, 5_000)

    assert f"{earlier.value:.1%}" == "75.4%"
    assert f"{100 * (earlier.upper - earlier.lower) / 2:.1f}" == "5.3"
    assert direction(measure, year(188, 235, 8_000), earlier).change == "no clear change"
    assert direction(measure, year(212, 235, 8_000), earlier).change == "up"


@pytest.mark.parametrize("audit", AUDITS, ids=lambda audit: audit.key)
def test_no_question_tells_a_reviewer_what_others_found(audit):
    """Whoever reads "87 of 88 did" before answering is no blind reviewer."""
    for question in audit.versions[-1].questions:
        told = f"{question.text} {question.why} {question.hint}"
        assert not re.search(r"[Ii]nspect|\d+ of (the )?\d+|per cent|%|most files", told), told
