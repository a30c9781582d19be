"""The rows of pages of panels: see `matrix.routes`, which takes them in."""

from typing import Final

from matrix.rows import Row, held_by, nobody, with_args

# Who runs panels, who prepares their cases, and who reads the packs of meetings. What they meet on
# a meeting that there is stands in tests/web/force/panels.
PANEL: Final = with_args("stop_and_search.panel")
PANEL_OFFICE: Final = held_by("commissioner-staff")
HAVE_A_PART_IN_PANELS: Final = held_by("commissioner-staff", "auditor", "standards-investigator")
READ_PACKS: Final = held_by(
    "call-handler", "patrol-officer", "investigator", "other-team", "offender-manager",
    "supervisor", "analyst", "auditor", "standards-investigator", "chief-officer",
    "records-manager",
)  # fmt: skip
BECAUSE: Final = {"because": "a reason in words"}

PANEL_ROUTES: Final = {
    "panels": Row(passes=HAVE_A_PART_IN_PANELS),
    "briefings": Row(),
    "briefing": Row(with_args("B-NONE"), passes=nobody),
    "briefing-end": Row(with_args("B-NONE"), reads=False, sends=BECAUSE, passes=nobody),
    "panel-brief": Row(PANEL, sends={"title": "x", "words": "x"}, passes=PANEL_OFFICE),
    "panel-pack": Row(with_args("stop-and-search"), sends={"words": ""}, passes=READ_PACKS),
    "panel-meeting": Row(with_args("P-NONE"), passes=nobody),
    "panel-frame": Row(with_args("P-NONE"), passes=nobody),
    "panel-attendance": Row(with_args("P-NONE"), sends={}, passes=nobody),
    "panel-name-case": Row(
        with_args("P-NONE"), sends={"reference": "x", "trigger": "complaint"}, passes=nobody
    ),
    "panel-step": Row(with_args("P-NONE", "freeze"), reads=False, sends={}, passes=nobody),
    "panel-case": Row(with_args("P-NONE-1"), sends={}, passes=nobody),
    "panel-step-back": Row(with_args("P-NONE-1"), reads=False, sends={}, passes=nobody),
    "panel-paper": Row(with_args("P-NONE-1"), sends={}, passes=nobody),
    "panel-feedback": Row(with_args("P-NONE-1"), sends={"words": "x"}, passes=nobody),
    "panel-prepare": Row(with_args("P-NONE-1"), sends={"video_ref": "x"}, passes=nobody),
    "panel": Row(PANEL, passes=PANEL_OFFICE),
    "panel-plan": Row(PANEL, sends={"place": "x"}, passes=PANEL_OFFICE),
    "panel-members": Row(PANEL, sends={"name": "x"}, passes=PANEL_OFFICE),
    "panel-member": Row(
        with_args("stop_and_search.panel", 999_999), sends={"gender": "x"}, passes=nobody
    ),
}
