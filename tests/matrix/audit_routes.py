"""The rows of audits and of feedback, behind every door."""

from typing import Final

from matrix import audited
from matrix.rows import Row, held_by, nobody, numbered, with_args

# Who plans audits, and who has a part in them.
AUDITORS: Final = held_by(*audited.RUNNERS)
IN_AUDITS: Final = held_by(*audited.REVIEWERS)
THE_RUN: Final = numbered("run")
OWN_REVIEW: Final = held_by("auditor")
WHY_ENDED: Final = {"why": "a reason in words"}

AUDIT_ROUTES: Final = {
    "feedback": Row(),
    "feedback-reply": Row(
        with_args("FB-TEAM"), sends={"words": "x"}, passes=held_by("investigator")
    ),
    "audits": Row(passes=IN_AUDITS),
    "audit-plan": Row(with_args(audited.AUDIT.key), sends={"title": "x"}, passes=AUDITORS),
    "audit-size": Row(
        with_args(audited.AUDIT.key), reads=False, sends={"title": "x"}, passes=AUDITORS
    ),
    "audit-quality": Row(
        with_args(audited.AUDIT.key),
        passes=held_by(
            *audited.REVIEWERS,
            "call-handler",
            "analyst",
            "standards-investigator",
            "chief-officer",
            "records-manager",
        ),
    ),
    "audit": Row(THE_RUN, passes=IN_AUDITS),
    "audit-freeze": Row(THE_RUN, reads=False, sends={}, passes=AUDITORS),
    "audit-seed": Row(THE_RUN, sends={"seed": "4 5 6"}, passes=AUDITORS),
    "audit-draw": Row(THE_RUN, reads=False, sends={}, passes=AUDITORS),
    "audit-close": Row(THE_RUN, sends=WHY_ENDED, passes=AUDITORS),
    "audit-abandon": Row(THE_RUN, sends=WHY_ENDED, passes=AUDITORS),
    "audit-next": Row(THE_RUN, reads=False, sends={}, passes=IN_AUDITS),
    "audit-decide": Row(THE_RUN, reads=False, sends={}, passes=IN_AUDITS),
    "audit-frame": Row(THE_RUN, passes=AUDITORS),
    "audit-drawn": Row(THE_RUN, passes=AUDITORS),
    "audit-check": Row(THE_RUN, passes=AUDITORS),
    "audit-files": Row(THE_RUN, passes=AUDITORS),
    "audit-file": Row(numbered("run", 1), passes=AUDITORS),
    "audit-file-aside": Row(numbered("run", 1), reads=False, sends=WHY_ENDED, passes=AUDITORS),
    "audit-feedback": Row(numbered("run", 1), reads=False, sends={"words": "x"}, passes=nobody),
    "audit-give": Row(THE_RUN, reads=False, sends={"row": "none"}, passes=nobody),
    "audit-results": Row(THE_RUN, passes=nobody),
    "audit-mark": Row(numbered("review"), sends={"saved": "1"}, passes=OWN_REVIEW),
    "audit-save": Row(numbered("review"), reads=False, sends={"saved": "1"}, passes=OWN_REVIEW),
    "audit-aside": Row(numbered("review"), reads=False, sends=WHY_ENDED, passes=OWN_REVIEW),
}
