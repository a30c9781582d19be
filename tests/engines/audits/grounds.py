"""A small audit of the grounds of searches, and a force with files for it, as tests need them."""

from datetime import UTC, date, datetime, timedelta

from ibis import _

from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.audits.declared import (
    NOT_APPLICABLE,
    Audit,
    AuditQuestion,
    AuditVersion,
    Exclusion,
    Hides,
    Passes,
    Section,
)
from peelian.engines.audits.planning import plan
from peelian.engines.audits.sizing import Size
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.settings import Setting
from peelian.engines.measures.declared import Dimension
from peelian.engines.procedures.questions import NO, YES, When
from people import FORCE
from stored_rows import put_rows

AT = datetime(2026, 4, 2, 9, tzinfo=UTC)
MONTH = "2026-03"
ETHNICITY = Dimension("ethnicity", "Ethnic group", field="ethnic_group", unknown="not stated")
OUTCOME = Dimension("outcome", "Outcome", field="outcome")

GROUNDS = Audit(
    key="sample.grounds",
    title="Grounds of searches",
    why="Nobody should be searched without reasonable grounds.",
    of=StopSearch,
    frame=_.search_type == "Person search",
    frame_words="searches of people",
    versions=(
        AuditVersion(
            1,
            date(2020, 1, 1),
            "First version.",
            (
                Section(
                    "grounds",
                    "Grounds",
                    (
                        AuditQuestion(
                            "reasonable",
                            "Are there reasonable grounds?",
                            "The law asks for them.",
                            "had reasonable grounds recorded",
                            blank=("grounds",),
                        ),
                        AuditQuestion(
                            "how",
                            "Is it said how they came to be known?",
                            "Without it nobody can judge them.",
                            "said how the grounds came to be known",
                            only=(When("reasonable", (YES,)),),
                        ),
                        AuditQuestion(
                            "copy",
                            "Was a copy offered?",
                            "The person is entitled to one.",
                            "offered a copy",
                            relevant="Searches that did not end in custody",
                        ),
                    ),
                ),
            ),
            Passes(("reasonable", "how"), "met the standard"),
        ),
    ),
    shows=("searched_at", "legislation", "object_of_search", "grounds"),
    texts=("grounds",),
    hides=(Hides("officer", ("officer_ref",)), Hides("result", ("outcome",), ("found",))),
    second_share=Setting("sample.second", "Share marked twice", 20, "per cent"),
    authority=Authority(Weight.DEFAULT, "An example; no force goes by it"),
    owned_by="Head of audit",
    review_by=date(2027, 11, 1),
    ledger=("POW-03",),
    roles=("auditor", "supervisor", "inspector"),
    exclusions=(Exclusion("custody", "Searches in custody", _.custody_ref.notnull()),),
    by=(OUTCOME,),
    strata=(ETHNICITY,),
    barred=("officer_ref", "present_refs"),
)


def search(number, *, unit="S1", **more):
    """A search as a force's extract brings it."""
    return {
        "record_id": f"search-{number:05}",
        "search_ref": f"SS-{number}",
        "searched_at": datetime(2026, 3, 1, 12, tzinfo=UTC) + timedelta(minutes=number),
        "month": MONTH,
        "search_type": "Person search",
        "legislation": "Misuse of Drugs Act 1971 (section 23)",
        "object_of_search": "Controlled drugs",
        "grounds": f"Seen to hand over a packet for money, {number}.",
        "outcome": "Arrest" if number % 5 == 0 else "A no further action disposal",
        "ethnic_group": ("White", "Black", "Asian")[number % 3],
        "unit_ref": unit,
        "officer_ref": "no-somebody",
        **more,
    }


def put(root, rows, **more):
    """These searches as what is loaded of the month."""
    return put_rows(root, StopSearch, rows, month=MONTH, **more)


def planned(tables, actor, **more):
    """A planned run of the month; `size` as a number of files unless it is said otherwise."""
    told = {
        "force_id": FORCE,
        "title": "Grounds in March",
        "first": MONTH,
        "last": MONTH,
        "size": Size(total=4),
        "actor": actor,
        "at": AT,
        "tables": tables,
        **more,
    }
    return plan(GROUNDS, **told)


YES_TO_ALL = {"reasonable": YES, "how": YES, "copy": YES}
NO_GROUNDS = {"reasonable": NO, "copy": NOT_APPLICABLE}
