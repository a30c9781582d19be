"""Every page of surveys, in the order of their addresses."""

from peelian.web.force.surveys import (
    answered,
    approaches,
    code,
    ending,
    ideas,
    inviting,
    one_round,
    opening,
    printed,
    results,
    rounds,
    themes,
)

pages = (
    *rounds.pages,
    *opening.pages,
    *printed.pages,
    *answered.pages,
    *approaches.pages,
    *one_round.pages,
    *inviting.pages,
    *ending.pages,
    *results.pages,
    *themes.pages,
    *code.pages,
    *ideas.pages,
)
