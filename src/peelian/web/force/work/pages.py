"""Every page of duties and work, in the order of their addresses."""

from peelian.web.force.work import (
    acts,
    duty,
    force_settings,
    give,
    lists,
    owned,
    pacesetter,
    team,
)

pages = (
    *duty.pages,
    *acts.pages,
    *team.pages,
    *pacesetter.pages,
    *lists.pages,
    *give.pages,
    *owned.pages,
    *force_settings.pages,
)
