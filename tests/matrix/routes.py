"""Every named route with its row. A route without one fails the build, and so does a stray row.

Names behind the doors stand once: the matrix asks each behind every door.
"""

from typing import Final
from uuid import UUID

from matrix.audit_routes import AUDIT_ROUTES
from matrix.beside import ASSESSED
from matrix.panel_routes import BECAUSE, PANEL_ROUTES
from matrix.rows import (
    Row,
    accounts,
    assessed,
    assesses,
    assesses_called,
    called,
    changes,
    few_records,
    files,
    held_by,
    kept_by,
    nobody,
    numbered,
    of_record,
    records,
    registers,
    sees,
    sees_all,
    with_args,
    work_of,
)
from matrix.survey_routes import SURVEY_ROUTES
from matrix.work_about import LIST
from peelian import catalogue
from peelian.engines.duties.models import Duty
from peelian.engines.procedures.models import Assessment

OPENED: Final = "investigation.opened"
FIGURE: Final = "investigation.opened@1;2026-03;force=staffordshire"
OPEN_FIGURE: Final = "crime.recorded@1;2026-03;force=staffordshire"
NO_REQUEST: Final = UUID(int=7)
HERE: Final = "force=staffordshire"
COLLEAGUE: Final = "analyst@force.example"
WHY: Final = {"reason": "a reason in words"}
SIGNING_IN: Final = "part of signing in: shows no record, and its tests stand in tests/web/people"
PROVIDER: Final = "leads to an identity provider: tests/web/people/test_identity_provider.py"

DISCLOSERS: Final = held_by(
    "investigator", "other-team", "supervisor", "analyst", "standards-investigator",
    "people-services", "records-manager",
)  # fmt: skip
ADMINISTRATOR: Final = held_by("administrator")
ORGANISERS: Final = held_by("administrator", "people-services")
KEEPERS: Final = held_by("records-manager")
SEALERS: Final = held_by("records-manager", "standards-investigator", "chief-officer")
DECLARERS: Final = held_by("supervisor", "standards-investigator")
ANSWERERS: Final = held_by("records-manager", "chief-officer")
TRAIL_REVIEWERS: Final = held_by("trail-reviewer")
REVIEWERS: Final = held_by("trail-reviewer", "standards-investigator")
CHIEF: Final = held_by("chief-officer")
EVALUATORS: Final = held_by("analyst", "auditor", "chief-officer")
GLASS: Final = held_by(
    "call-handler", "patrol-officer", "investigator", "offender-manager", "supervisor", "other-team"
)
# Who counts over the whole force for policing.
COUNTERS: Final = held_by(
    "call-handler", "analyst", "auditor", "standards-investigator", "chief-officer", "inspector",
    "records-manager",
)  # fmt: skip

# Whose role records searches, and who reads what was assessed: its maker, and whoever reads the
# incidents of the whole force.
SEARCHERS: Final = held_by(
    "patrol-officer", "investigator", "other-team", "offender-manager", "supervisor"
)
READERS_OF_INCIDENTS: Final = held_by(
    "supervisor", "call-handler", "analyst", "auditor", "standards-investigator", "chief-officer",
    "inspector", "records-manager",
)  # fmt: skip
# Who reads a duty of the north, who acts on it, and who sets the numbers by which clocks run.
READERS_OF_DUTIES: Final = held_by(
    "supervisor", "call-handler", "analyst", "auditor", "standards-investigator", "chief-officer",
    "inspector", "records-manager",
)  # fmt: skip
SUPERVISORS: Final = held_by("supervisor", "chief-officer")
GIVERS: Final = held_by(
    "call-handler", "patrol-officer", "investigator", "other-team", "offender-manager",
    "supervisor", "chief-officer",
)  # fmt: skip
DUTIES: Final = work_of(Duty, "duty")
ASSESSMENTS: Final = work_of(Assessment, "assessment")
ACT_ON_DUTIES: Final = of_record(SUPERVISORS, "supervisor", "chief-officer")
SETTERS: Final = held_by("supervisor", "chief-officer", "people-services", "administrator")
FIRST_PAGE: Final = next(
    one.versions[-1].pages[0].key for one in catalogue.procedures() if one.key == ASSESSED
)

PUBLIC: Final = {
    "health-live": Row(),
    "health-ready": Row(),
    "metrics": Row(),
    "api-guide": Row(),
    "api:openapi-json": Row(),
    "api:index": Row(),
    "api:measures": Row(),
    "api:measure": Row(with_args(OPENED)),
    "api:areas": Row(query="q=Zq"),
    "api:forces": Row(),
    "api:coverage": Row(),
    "api:procedures": Row(),
    "api:procedure": Row(with_args("vulnerability.dash")),
    "api:cells": Row(with_args(OPENED), query="by=unit"),
    "api:cells-csv": Row(with_args(OPENED)),
    "api:comparison": Row(with_args(OPENED)),
    "api:comparison-csv": Row(with_args(OPENED)),
    "api:control": Row(with_args(OPENED)),
    "api:figure": Row(with_args(FIGURE)),
    "api:api-root": Row(not_asked="the same address as api:index"),
    "api-missing": Row(with_args("no/such/address")),
    "home": Row(),
    "forces": Row(),
    "force": Row(with_args("staffordshire")),
    "measures": Row(),
    "measure": Row(with_args(OPENED)),
    "compare": Row(with_args(OPENED)),
    "download": Row(with_args(OPENED, "csv")),
    "map": Row(with_args("crime.recorded")),
    "places": Row(query="q=Zq"),
    "place": Row(with_args("E01029359")),
    "figure": Row(with_args(OPEN_FIGURE)),
    "rows": Row(with_args(OPEN_FIGURE, "counted")),
    "staffing": Row(),
    "check-report": Row(),
    "picture": Row(with_args("0" * 32, "640")),
    "data": Row(),
    "data-file": Row(with_args("investigation", "staffordshire", "2026-03")),
    "manual": Row(),
    "manual-entry": Row(with_args(OPENED)),
    "surveys": Row(),
    "survey": Row(numbered("open link")),
    "survey-sent": Row(),
    "survey-way": Row(numbered("open link", "complaint")),
}

ENTRANCE: Final = {
    "account_login": Row(),
    "mfa_authenticate": Row(),
    "mfa_login_webauthn": Row(not_asked=SIGNING_IN),
    "account_inactive": Row(),
    "account_reset_password": Row(),
    "account_reset_password_done": Row(),
    "account_reset_password_from_key": Row(with_args("1", "no-such-key")),
    "account_reset_password_from_key_done": Row(),
    "account_change_password": Row(),
    "socialaccount_login_cancelled": Row(),
    "socialaccount_login_error": Row(),
    "openid_connect_login": Row(not_asked=PROVIDER),
    "openid_connect_callback": Row(not_asked=PROVIDER),
    "account_logout": Row(),
    "again": Row(),
    "left-alone": Row(not_asked="locks the visit of whoever asks: tests/web/people/test_lock.py"),
    "still-here": Row(),
    "mfa_index": Row(),
    "mfa_activate_totp": Row(),
    "mfa_deactivate_totp": Row(),
    "mfa_add_webauthn": Row(),
    "mfa_remove_webauthn": Row(with_args(999_999)),
    "mfa_view_recovery_codes": Row(),
    "mfa_generate_recovery_codes": Row(),
}

PEOPLE: Final = {
    "me": Row(),
    "visits": Row(),
    "end-other-visits": Row(reads=False, sends={}),
    "end-visit": Row(numbered("visit"), sends={}, passes=nobody),
    "people": Row(),
    "roles": Row(),
    "my-access": Row(),
    "give-role": Row(accounts, sends={"role": "supervisor", **WHY}, passes=ADMINISTRATOR),
    "end-role": Row(numbered("role"), sends=WHY, passes=ADMINISTRATOR),
    "accounts": Row(passes=ADMINISTRATOR),
    "make-account": Row(
        sends={"name": "Demo somebody", "email": "some@force.example"}, passes=ADMINISTRATOR
    ),
    "invite": Row(accounts, sends={}, passes=ADMINISTRATOR),
    "turn-off": Row(accounts, sends=WHY, passes=ADMINISTRATOR),
    "turn-on": Row(accounts, sends=WHY, passes=ADMINISTRATOR),
    "end-account": Row(accounts, sends=WHY, passes=ADMINISTRATOR),
    "account": Row(accounts, passes=ADMINISTRATOR),
    "organisation": Row(passes=ORGANISERS),
    "make-unit": Row(
        sends={"unit_ref": "X", "name": "X", "kind": "Team", "on": "2026-01-01"}, passes=ORGANISERS
    ),
    "move-unit": Row(
        sends={"unit": "N1", "parent": "S", "on": "2026-01-01"}, passes=ORGANISERS
    ),
    "make-post": Row(
        sends={"post_ref": "X", "title": "X", "unit": "N1", "on": "2026-01-01"}, passes=ORGANISERS
    ),
    "hold-post": Row(
        sends={"post_ref": "post-analyst", "officer_ref": "no-partner", "on": "2026-01-01"},
        passes=ORGANISERS,
    ),
    "end-holding": Row(numbered("holding"), sends={"last_day": "2025-01-01"}, passes=ORGANISERS),
    "record-shift": Row(
        sends={"officer_ref": "no-analyst", "starts_at": "2026-03-01 09:00",
               "ends_at": "2026-03-01 17:00"},
        passes=ORGANISERS,
    ),
    "record-absence": Row(
        sends={"officer_ref": "no-analyst", "starts_on": "2026-03-01"}, passes=ORGANISERS
    ),
    "team": Row(),
    "conflicts": Row(),
    "declare-conflict": Row(),
    "end-conflict": Row(numbered("conflict"), sends=WHY, passes=DECLARERS),
    "seal-record": Row(
        sends={"kind": "investigation", "called": "none", "members": COLLEAGUE, **WHY},
        passes=SEALERS,
    ),
    "ask-member": Row(
        numbered("seal"), sends={"email": COLLEAGUE, **WHY}, passes=KEEPERS
    ),
    "add-member": Row(numbered("seal", 1), sends={}, passes=KEEPERS),
    "end-member": Row(numbered("seal", 1), sends=WHY, passes=KEEPERS),
    "ask-to-lift": Row(numbered("seal"), sends=WHY, passes=KEEPERS),
    "lift-seal": Row(numbered("seal"), sends={}, passes=KEEPERS),
    "seals": Row(passes=SEALERS),
    "seal": Row(numbered("seal"), passes=KEEPERS),
    "shares": Row(passes=CHIEF),
    "make-share": Row(with_args("investigation"), sends={"unit": "N1", **WHY}, passes=CHIEF),
    "end-share": Row(numbered("share"), sends=WHY, passes=CHIEF),
}  # fmt: skip

INSIDE: Final = {
    "inside-measures": Row(),
    "inside-measure": Row(with_args(OPENED), passes=COUNTERS),
    "inside-download": Row(with_args(OPENED, "csv"), query=HERE, passes=COUNTERS),
    "inside-figure": Row(with_args(FIGURE), passes=COUNTERS),
    "inside-rows": Row(with_args(FIGURE, "counted"), passes=COUNTERS),
}

# Behind each door, without the door.
BEHIND_DOORS: Final = {
    "first": Row(),
    "look-up": Row(query="kind=investigation&reference=Zq"),
    "read-notice": Row(
        numbered("notice"), reads=False, sends={}, passes=held_by("supervisor"), harmless=True
    ),
    "break-glass": Row(
        sends={"kind": "conductmatter", "called": "none", "reason": "life"}, passes=GLASS
    ),
    "exports": Row(),
    "export": Row(numbered("export"), passes=held_by("supervisor")),
    "export-file": Row(numbered("export"), passes=held_by("supervisor")),
    "ask-export": Row(
        with_args("investigation"), sends={"reason": "task", "form": "csv"}, passes=DISCLOSERS
    ),
    "registers": Row(),
    "register": Row(registers),
    "add": Row(
        with_args("conductmatter"),
        sends={"kind": "Complaint", "state": "Recorded", "allegation": "x"},
        passes=nobody,
    ),
    "record": Row(records, passes=sees),
    "change": Row(few_records, sends={"version": "1", "summary": "x"}, passes=changes),
    "attach": Row(few_records, reads=False, sends={"file": b"some words"}, passes=changes),
    "file": Row(files, passes=sees_all),
    "follow": Row(few_records, reads=False, sends={}, passes=sees),
    "figures": Row(few_records, passes=sees),
    "add-person": Row(
        few_records,
        sends={"person_key": "person-x", "part": "Witness", "basis": "Fact"},
        passes=changes,
    ),
    "procedures": Row(),
    "procedure-new": Row(with_args("stop_and_search.record"), sends={}, passes=SEARCHERS),
    "procedure-start": Row(assessed, sends={}, passes=assesses),
    "procedure-called": Row(called, sends={}, passes=assesses_called),
    "procedure-correct": Row(numbered("assessment"), sends={}, passes=held_by("supervisor")),
    "procedure-again": Row(numbered("assessment"), sends={}, passes=held_by("supervisor")),
    "procedure-offer": Row(
        numbered("draft"), sends={"offered": "will"}, passes=held_by("supervisor")
    ),
    "procedure-page": Row(
        numbered("draft", FIRST_PAGE), sends={"x": "y"}, passes=held_by("supervisor")
    ),
    "procedure-decide": Row(
        numbered("draft"), sends={"grade": "high", "reasons": "x"}, passes=held_by("supervisor")
    ),
    "procedure-check": Row(numbered("draft"), sends={}, passes=held_by("supervisor")),
    "procedure-discard": Row(
        numbered("draft"), reads=False, sends={}, passes=held_by("supervisor")
    ),
    "procedure-done": Row(ASSESSMENTS, passes=of_record(held_by("supervisor"), "analyst")),
    "assessment": Row(ASSESSMENTS, passes=of_record(READERS_OF_INCIDENTS)),
    **PANEL_ROUTES,
    "duty": Row(DUTIES, passes=of_record(READERS_OF_DUTIES)),
    "duty-done": Row(DUTIES, sends={"proof": "x"}, passes=ACT_ON_DUTIES),
    "duty-move": Row(DUTIES, sends={"to_post": "post-supervisor", **WHY}, passes=ACT_ON_DUTIES),
    "duty-waive": Row(DUTIES, sends=WHY, passes=nobody),
    "team-work": Row(
        sends={"duty": "duty-of-the-matrix", "to_post": "post-supervisor", **WHY},
        passes=SUPERVISORS,
    ),
    "pacesetter": Row(
        sends={
            "words": "x",
            "post_ref": "post-supervisor",
            "due_on_0": "1",
            "due_on_1": "1",
            "due_on_2": "2099",
        },
        passes=SUPERVISORS,
    ),
    "task-list": Row(
        lambda world, wide: [("L-MATRIX",), (LIST,)],
        passes=lambda world, reader, args: (
            READERS_OF_DUTIES(world, reader, args)
            or (
                args == (LIST,) and reader in ("patrol-officer", "investigator", "offender-manager")
            )
        ),
    ),
    "give-work": Row(
        with_args(FIGURE),
        reads=False,
        sends={"row": "none", "title": "x", "post_ref": "post-supervisor"},
        passes=GIVERS,
        harmless=True,
    ),
    "owned": Row(passes=nobody),
    "duty-settings": Row(passes=SETTERS),
    "duty-setting": Row(
        with_args("work.feed.hours"),
        sends={
            "value": "3",
            "authority": "x",
            "starts_on_0": "1",
            "starts_on_1": "1",
            "starts_on_2": "2099",
        },
        passes=SETTERS,
    ),
    **AUDIT_ROUTES,
    # Changes on trial: what stands behind a reference is tested with the pages.
    "evaluations": Row(passes=EVALUATORS),
    "evaluation-choose": Row(passes=EVALUATORS),
    "evaluation-register": Row(
        with_args("stop_and_search.action_rate"), sends={"title": "x"}, passes=EVALUATORS
    ),
    "evaluation": Row(with_args("E-NONE"), passes=nobody),
    "evaluation-judge": Row(with_args("E-NONE"), sends={"note": "x"}, passes=nobody),
    "evaluation-withdraw": Row(with_args("E-NONE"), sends=BECAUSE, passes=nobody),
    **SURVEY_ROUTES,
    "keeping": Row(passes=ANSWERERS),
    "due": Row(with_args("investigation"), passes=KEEPERS),
    "review": Row(few_records, sends={"outcome": "keep", **WHY}, passes=kept_by("records-manager")),
    "hold": Row(few_records, sends=WHY, passes=kept_by("records-manager")),
    "holds": Row(passes=KEEPERS),
    "lift-hold": Row(with_args(999_999), sends=WHY, passes=nobody),
    "proposals": Row(passes=KEEPERS),
    "proposal": Row(with_args(999_999), sends=WHY, passes=nobody),
    "withdraw": Row(with_args(999_999), reads=False, sends={}, passes=nobody),
    "erased": Row(passes=KEEPERS),
    "rules": Row(passes=KEEPERS),
    "requests": Row(passes=ANSWERERS),
    "new-request": Row(sends={"person_key": "person-x", **WHY}, passes=KEEPERS),
    "request": Row(with_args(NO_REQUEST), passes=nobody),
    "request-step": Row(with_args(NO_REQUEST, "lines"), reads=False, sends={}, passes=nobody),
    "release-request": Row(with_args(NO_REQUEST), sends={}, passes=nobody),
    "bundle": Row(with_args(NO_REQUEST), passes=nobody),
    "trail": Row(passes=TRAIL_REVIEWERS),
    "trail-check": Row(passes=TRAIL_REVIEWERS),
    "trail-entry": Row(numbered("entry"), passes=TRAIL_REVIEWERS),
    "look-ups": Row(passes=REVIEWERS),
    "look-ups-judged": Row(passes=REVIEWERS),
    "look-up-alert": Row(with_args(999_999), sends={"found": "nothing"}, passes=nobody),
    "look-up-signals": Row(passes=REVIEWERS),
    "look-up-fairness": Row(passes=REVIEWERS),
}
DOORS: Final = ("force", "inspectorate", "commissioner", "partner")

ROUTES: Final = {**PUBLIC, **ENTRANCE, **PEOPLE, **INSIDE}


def row_of(name: str) -> Row | None:
    """The row of a route by its whole name, behind a door or not."""
    door, _, page = name.rpartition(":")
    return BEHIND_DOORS.get(page) if door in DOORS else ROUTES.get(name)
