"""The audit of recorded grounds: as the inspectorate reads searches, and stricter on blindness.

It reads searches of people under two powers alone, so its share is not that of all searches
(INS-08). Judged is what is written; what the officer may have known besides counts for nothing.
"""

from datetime import date
from typing import Final

from ibis import _

from peelian.areas.stop_and_search.audit_examples import EXAMPLES, KEY, REASONABLE
from peelian.areas.stop_and_search.codes import AUDITED, OF_PERSONS
from peelian.areas.stop_and_search.dimensions import AGE, ETHNIC_GROUP, OBJECT, POWER
from peelian.areas.stop_and_search.models import StopSearch
from peelian.areas.stop_and_search.words import OWNER, REVIEW_BY
from peelian.engines.audits.declared import (
    Audit,
    AuditQuestion,
    AuditVersion,
    Exclusion,
    Hides,
    Passes,
    Section,
)
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.settings import Setting
from peelian.engines.measures.declared import Dimension
from peelian.engines.procedures.questions import NO, When

GROUNDS: Final = ("grounds_seen", "grounds_told", "grounds_known", "grounds")
UNIT = Dimension("unit", "Unit that searched", field="unit_ref", unknown="no unit recorded")

WRITTEN = Section(
    "grounds",
    "The grounds as they are written",
    (
        AuditQuestion(
            REASONABLE,
            "Do the recorded grounds give reasonable suspicion that this person had the item?",
            "A search without reasonable grounds is unlawful, however it ends.",
            "had reasonable grounds recorded",
            blank=GROUNDS,
            hint="Judge the words alone. What was found, and what the officer may have known "
            "besides, is no part of it.",
        ),
        AuditQuestion(
            "person",
            "Do they say why this person, rather than anybody else who was there?",
            "Grounds that fit everybody are grounds against nobody.",
            "said why this person",
            blank=GROUNDS,
        ),
        AuditQuestion(
            "item",
            "Do they say why this item, under this power?",
            "The power depends on what is looked for.",
            "said why this item",
            blank=GROUNDS,
        ),
        AuditQuestion(
            "fact",
            "Do they state a fact: something seen, heard or smelt, or information with its source "
            "and its age?",
            "An opinion that somebody was nervous can be tested by nobody.",
            "stated a fact",
            blank=GROUNDS,
        ),
    ),
)
WEAK = Section(
    "weak",
    "Why they are not enough",
    (
        AuditQuestion(
            "nothing-else",
            "Do they rest on nothing but a record, an appearance, a place or a group?",
            "None of these is enough alone, nor all of them together.",
            "rested on a record, an appearance, a place or a group alone",
            only=(When(REASONABLE, (NO,)),),
            blank=GROUNDS,
            better="lower",
        ),
        AuditQuestion(
            "cannabis-alone",
            "Do they rest on the smell of cannabis alone?",
            "The smell by itself rarely points to one person.",
            "rested on the smell of cannabis alone",
            only=(When(REASONABLE, (NO,)),),
            blank=GROUNDS,
            better="lower",
        ),
    ),
)

GROUNDS_AUDIT = Audit(
    key=KEY,
    title="Audit of the grounds of searches",
    why="A search without reasonable grounds is unlawful, and whether there were any can only be "
    "told from what was written down.",
    of=StopSearch,
    frame=_.legislation.isin(AUDITED) & _.search_type.isin(OF_PERSONS),
    frame_words="searches of people under section 1 of the Police and Criminal Evidence Act and "
    "section 23 of the Misuse of Drugs Act",
    exclusions=(
        Exclusion(
            "open-file",
            "From an open file, which holds no grounds and no reference of the record",
            _.search_ref.isnull(),
        ),
    ),
    versions=(
        AuditVersion(
            1,
            date(2026, 11, 22),
            "The question of the inspectorate, and what makes an answer useful to the officer.",
            (WRITTEN, WEAK),
            Passes((REASONABLE,), "had reasonable grounds recorded"),
        ),
    ),
    shows=(
        "searched_at",
        "legislation",
        "object_of_search",
        "place",
        "vehicle",
        *GROUNDS,
    ),
    texts=("place", "vehicle", *GROUNDS),
    hides=(
        Hides("officer", ("officer_ref", "present_refs", "reviewer_ref", "video_ref")),
        Hides("team", ("unit_ref",)),
        Hides(
            "ethnicity",
            (
                "self_defined_ethnicity",
                "ethnic_group",
                "officer_defined_ethnicity",
                "not_stated_because",
            ),
        ),
        Hides(
            "result",
            ("outcome", "linked_to_object", "more_than_outer_clothing", "custody_ref"),
        ),
    ),
    barred=("officer_ref", "present_refs", "reviewer_ref"),
    by=(OBJECT, POWER, AGE, UNIT),
    strata=(ETHNIC_GROUP, POWER, OBJECT, UNIT),
    second_share=Setting(
        "stop_and_search.audit_second_share",
        "Share of the searches in an audit of grounds that a second reviewer marks, blind",
        20,
        "percent",
    ),
    authority=Authority(
        Weight.DEFAULT,
        "Peelian's default, after the inspectorate's audits of grounds; reasonable suspicion as in "
        "PACE Code A, paragraph 2",
    ),
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-03", "INS-08", "INS-09"),
    roles=("supervisor", "auditor", "inspector"),
    takes="About two minutes a search",
    examples=EXAMPLES,
)

AUDITS = (GROUNDS_AUDIT,)
