"""The parts of an assessment in order: which comes next, and how far somebody has come."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from peelian.engines.procedures.asking import open_pages, wrong_with
from peelian.engines.procedures.preparing import wrong_with_refusal
from peelian.engines.procedures.questions import Page
from peelian.web.force.procedures.open_draft import OpenDraft

OFFER, DECIDE, CHECK = "offer", "decide", "check"
# In the address of a part to which its reader came back from the check page.
BACK_TO_CHECK = "from=check"


@dataclass(frozen=True)
class Step:
    """One part, where it is, and whether all that it asks is answered."""

    key: str
    title: str
    url: str
    done: bool


def steps_of(draft: OpenDraft) -> tuple[Step, ...]:
    """Every part that the answers so far lead to."""
    return tuple(_steps(draft))


def _steps(draft: OpenDraft) -> Iterator[Step]:
    body, procedure = draft.body, draft.procedure
    if procedure.can_be_refused:
        wrong = wrong_with_refusal(procedure, body.refusal, body.refusal_words)
        yield Step(
            OFFER,
            _("Whether they will answer"),
            draft.url("offer"),
            body.offered and not wrong,
        )
    for page in open_pages(draft.version, body.given):
        yield _page(draft, page)
    if procedure.grades is not None:
        yield Step(DECIDE, _("What you decide"), draft.url("decide"), bool(body.grade))
    yield Step(CHECK, _("Check your answers"), draft.url("check"), done=False)


def _page(draft: OpenDraft, page: Page) -> Step:
    wrong = wrong_with(draft.version, draft.body.given, page)
    return Step(f"page-{page.key}", page.title, draft.url("page", page.key), not wrong)


def progress(draft: OpenDraft, key: str) -> str:
    """How far one has come: "Part 2 of 6"."""
    keys = [step.key for step in steps_of(draft)]
    if key not in keys:
        return ""
    return _("Part {n} of {all}").format(n=keys.index(key) + 1, all=len(keys))


def url_after(draft: OpenDraft, key: str, *, checking: bool) -> str:
    """Where somebody goes from a part: the next one or, once all is answered, back to the check.

    An answer that is changed from the check page can open a branch: that is asked first.
    """
    steps = steps_of(draft)
    if checking:
        return url_of_first_gap(draft)
    at = next((n for n, step in enumerate(steps) if step.key == key), -1)
    return steps[at + 1].url


def url_before(draft: OpenDraft, key: str) -> str:
    """The part before; the list of drafts before the first."""
    steps = steps_of(draft)
    at = next((n for n, step in enumerate(steps) if step.key == key), 0)
    return steps[at - 1].url if at else draft.who.url("procedures")


def url_of_first_gap(draft: OpenDraft) -> str:
    """The first part that is not answered; the check page where all are."""
    return next(step.url for step in steps_of(draft) if not step.done or step.key == CHECK)


def gap_before(draft: OpenDraft, key: str) -> str:
    """The address of a part before this one that is not answered; empty where all are."""
    for step in steps_of(draft):
        if step.key == key:
            return ""
        if not step.done:
            return step.url
    return ""
