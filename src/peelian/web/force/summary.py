"""A record as facts in words: its open fields, why it may be seen, and how it is kept."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.engines.registers.opening import Opened
from peelian.records.protection import Regime
from peelian.web.components.parts import SummaryRow
from peelian.web.force.registers import Register
from peelian.web.force.words import WHY, in_text, label

# The address is in the address, and the force in the menu: neither is what a reader came for.
NOT_FACTS = frozenset({"record_id", "source"})
ORIGINS = {
    "typed": "Typed here.",
    "adopted": "Brought by {source}, and changed here since.",
    "loaded": "Brought by {source}.",
}
REGIMES = {
    Regime.LAW_ENFORCEMENT: "Law-enforcement processing: {law}.",
    Regime.GENERAL: "General processing: {law}.",
}


def name_of(register: Register, opened: Opened, record_id: str) -> str:
    """What people call this record by; its address where it has nothing better."""
    called = opened.cells.get(register.reference)
    return str(called) if called else record_id


def facts(register: Register, opened: Opened, units: Mapping[str, str]) -> tuple[SummaryRow, ...]:
    """Every field that is open in this record, in the order of declaration."""
    unit = register.protected.unit
    rows = []
    for card in opened.columns:
        if card.name in NOT_FACTS or card.name not in opened.cells:
            continue
        value = opened.cells[card.name]
        text = in_text(card.name, value)
        if card.name == unit and text in units:
            text = f"{units[text]} ({text})"
        rows.append(SummaryRow(label(card), text or _("Not recorded")))
    return tuple(rows)


def why(opened: Opened) -> str:
    """The reason for which the reader may see the record, in one sentence."""
    return _("You may see this because {reason}.").format(reason=WHY[opened.because])


def keeping(register: Register, opened: Opened) -> tuple[SummaryRow, ...]:
    """Where the record is from, under which law it is held and for how long."""
    protected = register.protected
    kept = protected.retention
    source = opened.cells.get("source") or _("a source")
    return (
        SummaryRow(_("Where it is from"), ORIGINS[opened.origin].format(source=source)),
        SummaryRow(_("Held under"), REGIMES[protected.regime].format(law=protected.regime.value)),
        SummaryRow(
            _("Kept for"),
            ngettext("{n} year", "{n} years", kept.years).format(n=kept.years)
            + f"\n{kept.says} "
            + _("Then a person decides, and again every {n} years.").format(n=kept.review_years)
            + f"\n{kept.authority}",
        ),
        SummaryRow(_("Version"), str(opened.version)),
    )
