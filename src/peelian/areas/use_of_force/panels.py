"""Panels of the public that look at force: in public, and in custody by itself."""

from dataclasses import replace
from datetime import date
from typing import Final

from ibis import _

from peelian.areas.use_of_force.codes import NO_INJURY, TASER_DISCHARGED
from peelian.areas.use_of_force.measures import any_tactic
from peelian.areas.use_of_force.models import IN_ORDER, UseOfForce
from peelian.engines.audits.declared import Hides
from peelian.engines.duties.settings import Setting
from peelian.engines.panels.declared import Panel, Result, Trigger
from peelian.engines.panels.packs import Pack
from peelian.engines.panels.usual import (
    COURTEOUS,
    INSPECTED,
    IS_COURTEOUS,
    IS_FINE,
    LISTENED,
    OVERALL_VIEW,
    SINCE,
    THEMES,
    TO_OFFICER,
    how_far,
)
from peelian.engines.procedures.questions import YES, Page, Version

CHILDREN: Final = ("under 11", "11-17")
CUSTODY: Final = ("Custody block",)
ACCOUNT: Final = ("account",)
SHEET: Final = Version(
    1,
    SINCE,
    "First score sheet.",
    (
        Page(
            "encounter",
            "How force was used",
            (
                COURTEOUS,
                how_far(
                    "words-first",
                    "Were words tried first, as far as there was time?",
                    "Force that words could have saved is force too much.",
                ),
                how_far(
                    "no-more",
                    "Was it no more than was needed, and did it end when it could?",
                    "The law allows what is reasonable in the circumstances, and no more.",
                ),
                LISTENED,
                how_far(
                    "cared-for",
                    "Was the person cared for afterwards?",
                    "Whoever uses force answers for the person's health until somebody else does.",
                ),
                OVERALL_VIEW,
                TO_OFFICER,
            ),
        ),
    ),
)

SCRUTINY: Final = Panel(
    key="use_of_force.panel",
    title="Use of force scrutiny panel",
    why="People outside the police say what force looks like to those on whom it is used.",
    of=UseOfForce,
    frame=_.force_ref.notnull() & ~_.location.isin(CUSTODY).fill_null(False),
    frame_words="forms about force that was used outside custody",
    versions=(SHEET,),
    triggers=(
        Trigger("complaint", "the person complained about it"),
        Trigger("asked", "the force or the person asked for the panel's view"),
        Trigger(
            "injury",
            "the person was injured",
            (_.person_injury != NO_INJURY).fill_null(False),
            always=True,
        ),
        Trigger(
            "taser",
            "a Taser was discharged",
            any_tactic(TASER_DISCHARGED),
            always=True,
        ),
        Trigger("child", "it was used on a child", _.seen_age.isin(CHILDREN).fill_null(False)),
    ),
    themes=THEMES,
    shows=(
        "month",
        *IN_ORDER,
        "reason",
        "impacts",
        "location",
        "seen_age",
        "seen_gender",
        "seen_disability",
        *ACCOUNT,
        "person_injury",
        "medical_help",
        "outcome",
    ),
    texts=ACCOUNT,
    hides=(
        Hides("officer", ("officer_ref", "present_refs", "reviewer_ref")),
        Hides("team", ("unit_ref",)),
        Hides("ethnicity", ("seen_ethnicity",)),
    ),
    video="video_ref",
    no_video="no_video_because",
    cases=Setting("use_of_force.panel.cases", "Cases at a meeting", 10, "cases"),
    by_lot=Setting("use_of_force.panel.by_lot", "Of these, drawn by lot", 6, "cases"),
    reply_days=Setting(
        "use_of_force.panel.reply", "For an officer to answer the panel", 28, "days"
    ),
    vetted=True,
    authority=INSPECTED,
    owned_by="Commissioner's panel office",
    review_by=date(2027, 11, 30),
    ledger=("POW-14", "POW-16", "POW-23"),
    results=(
        IS_COURTEOUS,
        Result(
            "words-first",
            "Words tried first",
            "were judged to have begun with words by most members",
            (YES,),
        ),
        Result(
            "no-more",
            "No more force than was needed",
            "were judged no more force than was needed by most members",
            (YES,),
        ),
        IS_FINE,
    ),
)

# Cells and desks have cameras of their own, and the people in them nowhere to go.
IN_CUSTODY: Final = replace(
    SCRUTINY,
    key="use_of_force.custody_panel",
    title="Custody use of force panel",
    why="Force in custody is seen by nobody else: there are no passers-by.",
    frame=_.force_ref.notnull() & _.location.isin(CUSTODY).fill_null(False),
    frame_words="forms about force that was used in a custody block",
    cases=Setting("use_of_force.custody_panel.cases", "Cases at a meeting", 10, "cases"),
    by_lot=Setting("use_of_force.custody_panel.by_lot", "Of these, drawn by lot", 6, "cases"),
    reply_days=Setting(
        "use_of_force.custody_panel.reply", "For an officer to answer the panel", 28, "days"
    ),
    ledger=("POW-15",),
)

PANELS: Final = (SCRUTINY, IN_CUSTODY)

STAFF_SAFETY: Final = Pack(
    key="use-of-force",
    title="Staff safety group",
    why="Safety leads see which force is used, who is hurt by it, and what training or equipment "
    "it calls for.",
    audience="Leads of officer safety",
    measures=(
        "use_of_force.forms",
        "use_of_force.beyond_compliance",
        "use_of_force.taser_discharged",
        "use_of_force.person_injured",
        "use_of_force.with_video",
    ),
    of=UseOfForce,
    users_called="forms",
    panels=("use_of_force.panel", "use_of_force.custody_panel"),
    owned_by="Use of force lead",
    ledger=("POW-22",),
)
PACKS: Final = (STAFF_SAFETY,)
