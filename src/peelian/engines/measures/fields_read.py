"""Which fields of a row a measure looks at, so that no verdict tells of a field that is hidden."""

import ibis
from ibis.expr import operations as ops

from peelian.engines.measures.binding import schema_for
from peelian.engines.measures.kinds import Count, Measure, Share


def fields_read(measure: Measure) -> frozenset[str]:
    """The fields of the rows, those that a view adds among them, on which the measure depends."""
    table = ibis.table(schema_for(measure.of), name="read")
    names = {measure.dated_by}
    for expression in (
        measure.counting,
        *(getattr(measure, name) for name in measure.conditions),
        getattr(measure, "among", None),
    ):
        if expression is None:
            continue
        (bound,) = table.bind(expression)
        names |= {one.name for one in bound.op().find(ops.Field)}
    if isinstance(measure, Count | Share) and measure.distinct:
        names.add(measure.distinct)
    return frozenset(names)
