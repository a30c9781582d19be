"""What members see and say, what the officer hears, and what becomes a figure."""

from datetime import date

import pytest

from engines.panels.searches import LATER
from peelian.access.decide import NotAllowed
from peelian.access.giving.refusal import NothingThere
from peelian.areas.stop_and_search.panels import LOCAL, SCRUTINY
from peelian.engines.audits.feedback import reply
from peelian.engines.audits.feedback_models import Feedback
from peelian.engines.panels.errors import PanelRefused
from peelian.engines.panels.feeding_back import answered, feed_back
from peelian.engines.panels.members import NOTHING_TOLD, Told, change, join, leave
from peelian.engines.panels.models import PanelFinding
from peelian.engines.panels.opening import close, note_attendance, open_cases
from peelian.engines.panels.preparing import prepare
from peelian.engines.panels.results import replies, themes, turnout
from peelian.engines.panels.rights import case_named, meeting_named
from peelian.engines.panels.scoring import NotRight, score, step_back
from peelian.engines.panels.sheet import sheet_of
from peelian.engines.procedures.asking import Answers
from peelian.records.drawn import CHOSEN, RANDOM
from peelian.spine.person import Person
from peelian.trail.models import Entry
from people import FORCE, NOW

GOOD = {
    "courteous": "yes",
    "explained": "partly",
    "convincing": "no",
    "listened": "yes",
    "dignity": "cannot-tell",
    "overall": "learning",
}


def judged(case, office, *members, **more):
    for member in members:
        score(
            case,
            SCRUTINY,
            Answers(GOOD | more, {}),
            member=member,
            actor=office,
            at=NOW + 3 * LATER,
        )


def test_a_member_sees_no_officer_and_no_person(opened, force, tables):
    """The sheet has declared fields alone, with names out of its texts (C-ACC-1)."""
    case = opened.cases.first()
    case.hide_words = "Silver Bridge"
    case.save()
    Person.objects.create(
        record_id="p-1",
        source="typed",
        force_id=FORCE,
        person_key=f"person-{int(case.of_id[-2:])}",
        family_name="Zqwxname",
        given_names="Zqwxgiven",
    )
    record = case.of_id
    rows = sheet_of(case, SCRUTINY, actor=force["panel-member"], at=NOW, tables=tables)
    assert [row.card.name for row in rows] == list(SCRUTINY.shows)
    shown = " ".join(str(row.value) for row in rows)
    for secret in ("Demo investigator", "no-investigator", "BWV", "S-0", "N1", "person-", record):
        assert secret not in shown
    assert sum(row.masked for row in rows) == 1
    (look,) = Entry.objects.filter(record_type="panel-case", verb="consulted")
    assert look.actor == force["panel-member"].trail_name


def test_names_and_typed_words_are_masked_in_the_texts(opened, force, tables, monkeypatch):
    case = opened.cases.first()
    Person.objects.create(
        record_id="p-1",
        source="typed",
        force_id=FORCE,
        person_key=f"person-{int(case.of_id[-2:])}",
        family_name="Zqwxname",
        given_names="Anna Zqwxgiven",
    )
    case.hide_words = "Silver Bridge"
    case.save()
    from_store = "peelian.engines.panels.sheet.record_of"
    told = SCRUTINY.of(
        force_id=FORCE,
        officer_ref="no-investigator",
        person_key=f"person-{int(case.of_id[-2:])}",
        grounds_seen="Ms ZQWXNAME (Anna) stood at Silver Bridge when no-investigator came.",
    )
    monkeypatch.setattr(from_store, lambda *_: told)
    (row,) = [
        row
        for row in sheet_of(case, SCRUTINY, actor=force["panel-member"], at=NOW, tables=tables)
        if row.card.name == "grounds_seen"
    ]
    for word in ("Zqwx", "ZQWX", "Anna", "Silver", "no-investigator"):
        assert word not in row.value
    assert row.masked == 4


def test_cases_open_to_trained_and_vetted_members_of_the_panel_alone(
    drawn, opened, force, office, members
):
    """Nobody else finds the case, and it sounds as one that is not there (T01)."""
    ref = opened.cases.first().ref
    member = force["panel-member"]
    assert case_named(ref, member, SCRUTINY, at=NOW + 3 * LATER).ref == ref
    assert case_named(ref, office, SCRUTINY, at=NOW).ref == ref
    for role in ("supervisor", "investigator", "chief-officer", "administrator", "inspector"):
        with pytest.raises(NothingThere):
            case_named(ref, force[role], SCRUTINY, at=NOW)
    mine = members[0]
    for told in (Told(trained_on=date(2026, 1, 10)), Told(vetted_until=date(2027, 1, 1))):
        change(mine, told=told, actor=office, at=NOW)
        with pytest.raises(NothingThere):
            case_named(ref, member, SCRUTINY, at=NOW + 3 * LATER)
    leave(mine, left_on=date(2026, 3, 1), actor=office, at=NOW)
    with pytest.raises(NothingThere):
        meeting_named(opened.ref, member, at=NOW)


def test_nothing_lies_open_before_the_force_has_prepared_it(drawn, office, force):
    with pytest.raises(PanelRefused, match="10 of the cases still to prepare"):
        open_cases(drawn, actor=office, at=NOW)
    with pytest.raises(NothingThere):
        case_named(drawn.cases.first().ref, force["panel-member"], SCRUTINY, at=NOW)


def test_recordings_are_prepared_by_the_force_and_only_by_whoever_may(drawn, force, tables):
    case = drawn.cases.first()
    for role in ("commissioner-staff", "panel-member", "investigator", "supervisor"):
        with pytest.raises(NotAllowed):
            prepare(case, SCRUTINY, video_ref="x", actor=force[role], at=NOW, tables=tables)


def test_unvetted_members_get_recordings_in_which_nobody_can_be_recognised(drawn, force, tables):
    """POW-20: stricter redaction, and a sheet without texts, months and ages."""
    case = drawn.cases.first()
    deed = {"actor": force["auditor"], "at": NOW, "tables": tables}
    with pytest.raises(PanelRefused, match="not vetted"):
        prepare(case, LOCAL, video_ref="BWV-1", **deed)
    prepare(case, LOCAL, video_ref="BWV-1", redacted=True, **deed)
    assert LOCAL.texts == ()
    assert not {"month", "age_range", "gender", "local_date", "place"} & set(LOCAL.shows)


def test_a_member_who_knows_somebody_steps_back_and_sees_no_more(opened, force):
    case = opened.cases.first()
    member = force["panel-member"]
    step_back(case, SCRUTINY, actor=member, at=NOW + 3 * LATER)
    with pytest.raises(NothingThere):
        case_named(case.ref, member, SCRUTINY, at=NOW + 3 * LATER)
    with pytest.raises(NothingThere):
        score(case, SCRUTINY, Answers(GOOD, {}), actor=member, at=NOW + 3 * LATER)


def test_scores_of_members_are_their_own_or_typed_from_paper(opened, force, office, members):
    case = opened.cases.first()
    with pytest.raises(NotRight) as wrong:
        score(
            case,
            SCRUTINY,
            Answers({"courteous": "yes"}, {}),
            actor=force["panel-member"],
            at=NOW + 3 * LATER,
        )
    assert set(wrong.value.errors) == {*GOOD} - {"courteous"}
    score(case, SCRUTINY, Answers(GOOD, {}), actor=force["panel-member"], at=NOW + 3 * LATER)
    judged(case, office, members[1])
    with pytest.raises(PanelRefused, match="have not been trained"):
        judged(case, office, members[3])
    with pytest.raises(NotAllowed):
        judged(case, force["auditor"], members[1])
    assert case.scores.count() == 2


@pytest.mark.ledger("POW-16")
def test_the_officer_hears_and_the_panel_reads_the_answer_without_a_name(
    opened, force, office, members, tables
):
    case = opened.cases.first()
    with pytest.raises(PanelRefused, match="Nobody has judged"):
        _feed(case, office, tables)
    judged(case, office, members[0])
    given = _feed(case, office, tables)
    assert (given.officer_ref, given.of_id) == ("no-investigator", case.of_id)
    assert given.reply_by == date(2026, 3, 30)
    with pytest.raises(PanelRefused, match="already"):
        _feed(case, office, tables)
    assert replies([opened], at=NOW).waiting == 1
    reply(
        given.feedback_ref,
        words="I see. PC Demo investigator.",
        actor=force["investigator"],
        at=NOW + 30 * LATER,
    )
    case.refresh_from_db()
    back = answered(case, SCRUTINY, at=NOW + 30 * LATER, tables=tables)
    assert back.reply.startswith("I see.")
    assert "investigator" not in back.reply.replace("[hidden: officer]", "")
    assert (replies([opened], at=NOW).replied, Feedback.objects.count()) == (1, 1)
    assert [(one.key, n) for one, n in themes(SCRUTINY, [opened])] == [("explaining", 1)]


def test_findings_by_lot_stand_for_the_frame_and_others_for_themselves(
    opened, office, members, tables
):
    by_lot, triggered = opened.cases.get(number=1), opened.cases.get(number=10)
    judged(by_lot, office, members[0], members[1])
    judged(by_lot, office, members[2], courteous="no")
    judged(triggered, office, members[0])
    judged(triggered, office, members[1], courteous="no")
    assert close(opened, SCRUTINY, actor=office, at=NOW + 4 * LATER, tables=tables) == 12
    first = PanelFinding.objects.get(of_id=by_lot.of_id, question="courteous")
    assert (first.answer, first.members, first.design) == ("yes", 3, RANDOM)
    assert (first.stratum_size, first.stratum_drawn, first.sample_ref) == (40, 1, opened.ref)
    other = PanelFinding.objects.get(of_id=triggered.of_id, question="courteous")
    assert (other.answer, other.design, other.stratum_size) == ("split", CHOSEN, None)
    with pytest.raises(PanelRefused):
        judged(by_lot, office, members[1])


def test_attendance_and_its_trend(opened, office, members, force):
    first, second, third, _new = members
    note_attendance(
        opened,
        {first.pk: "attended", second.pk: "apologies", third.pk: "attended"},
        actor=office,
        at=NOW,
    )
    (came,) = turnout([opened])
    assert (came.attended, came.noted) == (2, 3)
    with pytest.raises(PanelRefused):
        note_attendance(opened, {first.pk: "late"}, actor=office, at=NOW)
    with pytest.raises(NotAllowed):
        note_attendance(opened, {first.pk: "attended"}, actor=force["auditor"], at=NOW)


def test_what_members_say_of_themselves_goes_when_they_leave(office, members):
    member = members[1]
    change(
        member,
        told=Told(ethnic_group="Asian", speaks_for="the north"),
        actor=office,
        at=NOW,
    )
    leave(member, left_on=date(2026, 3, 2), actor=office, at=NOW)
    member.refresh_from_db()
    assert (member.ethnic_group, member.speaks_for) == ("", "")
    for entry in Entry.objects.filter(record_type="panel-member"):
        assert "Asian" not in entry.detail


def test_an_account_joins_only_with_the_role_of_a_member(office, force):
    with pytest.raises(PanelRefused, match="No account of a panel member"):
        join(
            SCRUTINY,
            name="Demo supervisor",
            email="supervisor@force.example",
            joined_on=date(2026, 1, 1),
            told=NOTHING_TOLD,
            actor=office,
            at=NOW,
        )


def _feed(case, office, tables):
    return feed_back(
        case,
        SCRUTINY,
        words="Say why before you search.",
        themes=["explaining"],
        actor=office,
        at=NOW + 3 * LATER,
        tables=tables,
    )
