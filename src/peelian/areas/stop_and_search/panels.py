"""Panels of the public that look at stops and searches: the county's, and local ones."""

from dataclasses import replace
from datetime import date
from typing import Final

from ibis import _

from peelian.areas.stop_and_search.codes import NO_SUSPICION
from peelian.areas.stop_and_search.models import TOLD, StopSearch
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

CHILDREN: Final = ("under 10", "10-17")
GROUNDS: Final = ("grounds_seen", "grounds_told", "grounds_known", "grounds")
SHEET: Final = Version(
    1,
    SINCE,
    "First score sheet.",
    (
        Page(
            "encounter",
            "How the search was done",
            (
                COURTEOUS,
                how_far(
                    "explained",
                    "Were the reason, the power and the right to a copy explained?",
                    "A search that is not explained is not understood, and may not be lawful.",
                ),
                how_far(
                    "convincing",
                    "Would the grounds, as you heard and read them, convince you?",
                    "The law asks for grounds that would convince a reasonable person.",
                ),
                LISTENED,
                how_far(
                    "dignity",
                    "Was the person searched with care for their dignity and privacy?",
                    "More than a coat, jacket or gloves comes off out of public view.",
                ),
                OVERALL_VIEW,
                TO_OFFICER,
            ),
        ),
    ),
)

SCRUTINY: Final = Panel(
    key="stop_and_search.panel",
    title="Stop and search scrutiny panel",
    why="People outside the police say what a search looks like to those who are searched.",
    of=StopSearch,
    frame=_.search_ref.notnull()
    & _.search_type.isin(("Person search", "Person and Vehicle search")),
    frame_words="searches of people that officers recorded",
    versions=(SHEET,),
    triggers=(
        Trigger("complaint", "the person complained about it"),
        Trigger("asked", "the force or the person asked for the panel's view"),
        Trigger(
            "clothing",
            "more than a coat, jacket or gloves came off",
            _.more_than_outer_clothing.fill_null(False),
            always=True,
        ),
        Trigger("child", "a child was searched", _.age_range.isin(CHILDREN).fill_null(False)),
        Trigger(
            "no-suspicion",
            "the power needs no suspicion",
            (_.power == NO_SUSPICION).fill_null(False),
        ),
    ),
    themes=THEMES,
    shows=(
        "month",
        "search_type",
        "age_range",
        "gender",
        "legislation",
        "object_of_search",
        *GROUNDS,
        *TOLD,
        "more_than_outer_clothing",
        "outcome",
        "linked_to_object",
    ),
    texts=GROUNDS,
    hides=(
        Hides("officer", ("officer_ref", "present_refs", "reviewer_ref")),
        Hides("team", ("unit_ref",)),
        Hides("ethnicity", ("self_defined_ethnicity", "officer_defined_ethnicity", "vehicle")),
    ),
    video="video_ref",
    no_video="no_video_because",
    cases=Setting("stop_and_search.panel.cases", "Cases at a meeting", 10, "cases"),
    by_lot=Setting("stop_and_search.panel.by_lot", "Of these, drawn by lot", 6, "cases"),
    reply_days=Setting(
        "stop_and_search.panel.reply", "For an officer to answer the panel", 28, "days"
    ),
    vetted=True,
    authority=INSPECTED,
    owned_by="Commissioner's panel office",
    review_by=date(2027, 11, 30),
    ledger=("POW-13", "POW-16", "POW-23"),
    results=(
        IS_COURTEOUS,
        Result(
            "explained",
            "Searches that were explained",
            "were judged fully explained by most members",
            (YES,),
        ),
        Result(
            "convincing",
            "Grounds that convinced the panel",
            "had grounds that convinced most members",
            (YES,),
        ),
        IS_FINE,
    ),
)

# Members without vetting know their area, and could know the people: no text, no power of the day.
LOCAL: Final = replace(
    SCRUTINY,
    key="stop_and_search.local_panel",
    title="Local stop and search panel",
    why="Residents of an area judge what happens in it, without being vetted first.",
    shows=("search_type", "legislation", "object_of_search", *TOLD, "outcome"),
    texts=(),
    cases=Setting("stop_and_search.local_panel.cases", "Cases at a local meeting", 6, "cases"),
    by_lot=Setting("stop_and_search.local_panel.by_lot", "Of these, drawn by lot", 4, "cases"),
    reply_days=Setting(
        "stop_and_search.local_panel.reply", "For an officer to answer a local panel", 28, "days"
    ),
    vetted=False,
    local=True,
    ledger=("POW-20",),
)

PANELS: Final = (SCRUTINY, LOCAL)

SCRUTINY_MEETING: Final = Pack(
    key="stop-and-search",
    title="Internal stop and search scrutiny meeting",
    why="Leads read in one place whether searches find what they look for, of whom, and what "
    "people outside say of them.",
    audience="Leads of stop and search",
    measures=(
        "stop_and_search.searches",
        "stop_and_search.linked_find_rate",
        "stop_and_search.black_white_ratio",
        "stop_and_search.ethnicity_not_stated",
        "stop_and_search.no_suspicion_searches",
        "stop_and_search.clothing",
        "stop_and_search.complaints",
        "stop_and_search.grounds_found_adequate",
    ),
    of=StopSearch,
    users_called="searches",
    panels=("stop_and_search.panel", "stop_and_search.local_panel"),
    owned_by="Stop and search lead",
    ledger=("POW-05", "POW-06"),
)
PACKS: Final = (SCRUTINY_MEETING,)
