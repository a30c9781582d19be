"""Every page of panels, in the order in which addresses are tried."""

from peelian.web.force.panels import (
    briefings,
    cases,
    front,
    meeting,
    meeting_forms,
    members,
    packs,
    panel,
    papers,
    preparing,
)

# A panel's key could be any word, so its page comes last.
pages = (
    *front.pages,
    *briefings.pages,
    *packs.pages,
    *meeting_forms.pages,
    *meeting.pages,
    *cases.pages,
    *papers.pages,
    *preparing.pages,
    *members.pages,
    *panel.pages,
)
