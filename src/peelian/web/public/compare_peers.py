"""The forces most like the own one, by variables that are stated, and the comparison with them."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from peelian.engines.comparisons.compared import Peer, Peers
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.request import BadRequest
from peelian.engines.publishing.sentences import force_name
from peelian.records.store.reader import Reader
from peelian.web.answers import compared
from peelian.web.components.parts import Column, SummaryRow, Table, TableCell, TableRow
from peelian.web.public.compare_filters import DIVISORS, CompareFilters
from peelian.web.public.compare_panels import ForcesPanel, as_panel
from peelian.web.public.compare_tables import LeftOut, left_out


@dataclass(frozen=True)
class PeersPanel(ForcesPanel):
    """The comparison within the peers, who they are, how like they are, and by what."""

    who: str
    peers: Table | None
    variables: tuple[SummaryRow, ...]
    method: str
    not_held: tuple[LeftOut, ...]


def peers_panel(tables: Reader, measure: Measure, asked: CompareFilters) -> PeersPanel:
    """The own force among its peers. Raises `BadRequest` for what cannot be asked."""
    if not asked.own:
        raise BadRequest(_("Pick a force out to see which forces are most like it."))
    found = compared(
        tables,
        measure.key,
        where=asked.where,
        first=asked.chosen.first or None,
        last=asked.chosen.last or None,
        own=asked.own,
        divisor=DIVISORS[asked.divisor],
        among_peers=True,
    )
    panel = as_panel(tables, found, asked)
    peers = found.comparison.peers
    return PeersPanel(
        **{name: getattr(panel, name) for name in ForcesPanel.__dataclass_fields__},
        who=_who(peers) if peers else "",
        peers=_table(peers) if peers else None,
        variables=_variables(peers) if peers else (),
        method=peers.method if peers else "",
        not_held=left_out(found, peers.left_out) if peers else (),
    )


def _who(peers: Peers) -> str:
    names = [force_name(peer.force) for peer in peers.peers]
    titles = [variable.title for variable in peers.variables]
    return _("Most like {force} by {variables}: {names}.").format(
        force=force_name(peers.of.force), variables="; ".join(titles), names=", ".join(names)
    )


def _variables(peers: Peers) -> tuple[SummaryRow, ...]:
    return tuple(
        SummaryRow(
            capfirst(variable.title), f"{capfirst(variable.scaling)}.\n{variable.authority}."
        )
        for variable in peers.variables
    )


def _table(peers: Peers) -> Table:
    columns = (
        Column(_("Police force")),
        Column(_("Distance"), numeric=True),
        *(Column(capfirst(variable.title), numeric=True) for variable in peers.variables),
    )
    rows = [_row(peers, peers.of, own=True), *(_row(peers, peer) for peer in peers.peers)]
    caption = _("How like {force} each force is, nearest first").format(
        force=force_name(peers.of.force)
    )
    return Table(caption, columns, tuple(rows))


def _row(peers: Peers, peer: Peer, *, own: bool = False) -> TableRow:
    cells = [
        TableCell(force_name(peer.force)),
        TableCell(_("the force itself") if own else f"{peer.distance:.2f}"),
        *(TableCell(_number(peer.values.get(v.key))) for v in peers.variables),
    ]
    return TableRow(tuple(cells), own=own)


def _number(value: float | None) -> str:
    """A variable's value: what lies between 0 and 1 is a share of residents."""
    if value is None:
        return ""
    return f"{value:.1%}" if value <= 1 else f"{value:,.0f}"
