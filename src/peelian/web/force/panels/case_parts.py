"""Parts of the pages of a case that more than one of them shows."""

from django.http import Http404, QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.engines.panels.declared import Panel
from peelian.engines.panels.feeding_back import answered
from peelian.engines.panels.models import Case
from peelian.engines.panels.opening import said_of
from peelian.engines.panels.preparing import BEING_PREPARED
from peelian.engines.panels.rights import case_named, prepares
from peelian.engines.panels.sheet import SheetRow
from peelian.engines.panels.states import CaseState
from peelian.engines.procedures.asking import Answers
from peelian.web.components.parts import Link, SummaryRow, Table, TableCell
from peelian.web.force.panels.desk import panel_named, panel_of
from peelian.web.force.panels.parts import Section
from peelian.web.force.panels.words import answer_in_words, came, state_of_case
from peelian.web.force.procedures.page_form import PageForm
from peelian.web.force.procedures.question_fields import answer_box
from peelian.web.force.reader import Caller
from peelian.web.force.tables import plain_table
from peelian.web.force.words import in_text, label, moment


def found_case(ref: str, who: Caller) -> tuple[Case, Panel]:
    """The case as this reader may know of it, with its panel; else a 404."""
    key = Case.objects.filter(ref=ref).values_list("meeting__panel", flat=True).first()
    if key is None:
        raise Http404
    panel = panel_named(key)
    found = case_named(ref, who.actor, panel, at=who.at)
    return found, panel_of(found)


def score_form(data: QueryDict | None, found: Case, panel: Panel, given: Answers) -> PageForm:
    """The score sheet of the meeting as a form."""
    version = panel.version(found.meeting.asked_version)
    return PageForm(
        data, version=version, questions=tuple(version.questions), given=given, found={}
    )


def box_of(panel: Panel, found: Case, key: str) -> str:
    """The box of a question on the score sheet."""
    version = panel.version(found.meeting.asked_version)
    return answer_box(next(one for one in version.questions if one.key == key))


def facts_of(found: Case, panel: Panel, who: Caller) -> list[Section]:
    """Why the case is here, where it stands; the way to prepare it."""
    facts = [
        SummaryRow(_("Why it is here"), came(found, panel)),
        SummaryRow(
            _("State"), state_of_case(found) + (f"\n{found.set_aside}" if found.set_aside else "")
        ),
    ]
    links: tuple[Link, ...] = ()
    waits = found.meeting.state in BEING_PREPARED and found.state != CaseState.SET_ASIDE
    if waits and prepares(who.actor, who.at):
        links = (Link(_("Prepare it"), who.url("panel-prepare", found.ref)),)
    return [Section("", facts=tuple(facts), links=links)]


def shown_at_meeting(found: Case) -> tuple[str, ...]:
    """Under which name the recording is shown, and how much of it."""
    said = [_("The recording is shown at the meeting as case {ref}.").format(ref=found.ref)]
    if found.stretch:
        said.append(_("Shown: {stretch}.").format(stretch=found.stretch))
    return (" ".join(said),)


def sheet_rows(rows: tuple[SheetRow, ...]) -> tuple[SummaryRow, ...]:
    """The sheet in words."""
    return tuple(
        SummaryRow(label(row.card), in_text(row.card.name, row.value) or _("Not recorded"))
        for row in rows
    )


def masked_places(rows: tuple[SheetRow, ...], *, preparing: bool = False) -> str:
    """How many places of the sheet are hidden, and what to do where one was missed."""
    number = sum(row.masked for row in rows)
    hidden = ngettext(
        "{n} place is hidden because it could say who was there.",
        "{n} places are hidden because they could say who was there.",
        number,
    ).format(n=number)
    if preparing:
        rest = _("Masking misses some: read the texts, and name below what they still show.")
    elif number:
        rest = _("Masking misses some: if you recognise anybody, step back from the case.")
    else:
        return ""
    return f"{hidden} {rest}"


def scores_of(found: Case, panel: Panel) -> list[Section]:
    """What members said, question by question, and in their words."""
    version = panel.version(found.meeting.asked_version)
    rows = []
    for question in version.questions:
        said = said_of(found, question)
        if said is None:
            continue
        each = "; ".join(
            f"{answer_in_words(question, key)}: {number}" for key, number in said.counts.items()
        )
        if question.kind != "words":
            rows.append(
                (
                    TableCell(question.text),
                    TableCell(answer_in_words(question, said.answer), under=each),
                )
            )
    words = [
        text
        for one in found.scores.filter(conflict=False).order_by("pk")
        for text in one.words.values()
        if text
    ]
    if not rows:
        return []
    table: Table = plain_table(
        _("What members said"), (_("Question"), _("What most members said")), rows
    )
    stepped = found.scores.filter(conflict=True).count()
    told = (
        (
            ngettext(
                "{n} member stepped back from it.", "{n} members stepped back from it.", stepped
            ).format(n=stepped),
        )
        if stepped
        else ()
    )
    return [
        Section(_("What members said"), says=told, table=table),
        *([Section(_("In their words"), says=tuple(words))] if words else []),
    ]


def feedback_of(found: Case, panel: Panel, who: Caller) -> list[Section]:
    """The feedback that was given, or the way to give it."""
    given = answered_feedback(found, panel, who)
    if given or found.state != CaseState.READY:
        return given
    if not found.scores.filter(conflict=False).exists():
        return []
    link = Link(_("Give the officer feedback"), who.url("panel-feedback", found.ref))
    return [Section(_("Feedback to the officer"), links=(link,))]


def answered_feedback(found: Case, panel: Panel, who: Caller) -> list[Section]:
    """What was given and what the officer answered; nothing where nothing was."""
    back = answered(found, panel, at=who.at, tables=who.tables)
    if back is None:
        return []
    facts = [SummaryRow(_("The panel said"), back.words)]
    if back.replied_at:
        facts.append(
            SummaryRow(_("The officer answered"), f"{back.reply}\n{moment(back.replied_at)}")
        )
    elif back.reply_by:
        facts.append(
            SummaryRow(
                _("The officer answered"),
                _("Not yet; asked to by {day}.").format(day=date_format(back.reply_by, "j F Y")),
            )
        )
    return [Section(_("Feedback to the officer"), facts=tuple(facts))]
