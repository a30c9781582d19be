"""One record, the operational table and the store: the same rows are in sight in all three."""

from datetime import timedelta

import ibis
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from peelian.access.conflict import Conflict
from peelian.access.decide import may
from peelian.access.glass import BrokenGlass
from peelian.access.roles import ROLES
from peelian.access.seal import Seal, SealMember
from peelian.access.tie import Tie
from peelian.access.visible import visible
from peelian.areas.investigation.models import Investigation
from peelian.records.schema import schema_of
from peelian.spine.person import Involvement
from people import FORCE, NOW, employ, make_units

EARLIER = NOW - timedelta(days=1)


def sees(user, record, field=None):
    return may(user, "consult", type(record), record, field, at=NOW)


units = st.none() | st.sampled_from(["N1", "N2", "S1", "N", "none"])
officers = st.none() | st.sampled_from(["no-a", "no-b"])
rows = st.lists(
    st.tuples(units, officers, st.sampled_from(["extracts", "police_uk", "typed"]), st.booleans()),
    min_size=1,
    max_size=5,
)


class EveryStorageAnswersAlike(TestCase):
    """One by one, in the operational table and in the store, for whatever is held or denied."""

    @settings(max_examples=25, deadline=None)
    @given(
        role=st.sampled_from(sorted(ROLES)),
        unit=st.sampled_from(["F", "N", "N1", "S1"]),
        held=rows,
        tied=st.sets(st.integers(0, 4)),
        denied=st.sets(st.integers(0, 4)),
        sealed=st.sets(st.integers(0, 4)),
        member=st.booleans(),
        part_in=st.sets(st.integers(0, 4)),
        broken=st.sets(st.integers(0, 4)),
    )
    def test_alike(self, role, unit, held, tied, denied, sealed, member, part_in, broken):
        make_units()
        user = employ(role, unit, name="a")
        records = [
            Investigation.objects.create(
                record_id=f"r{n}",
                source=source,
                force_id=FORCE if here else "kent",
                investigation_ref=str(n),
                month="2026-03",
                offence="Burglary",
                state="Open",
                unit_ref=at,
                officer_ref=officer,
            )
            for n, (at, officer, source, here) in enumerate(held)
        ]
        for n, record in enumerate(records):
            named = {"record_type": "investigation", "record_id": record.record_id}
            if n in tied:
                Tie.objects.create(
                    user=user, kind="task", starts_at=EARLIER, given_by="person:x", **named
                )
            if n in denied:
                Conflict.objects.create(
                    user=user,
                    kind="friend",
                    force_id=FORCE,
                    starts_at=EARLIER,
                    declared_by="person:x",
                    **named,
                )
            if n in sealed:
                seal = Seal.objects.create(
                    starts_at=EARLIER, reason="staff", sealed_by="person:x", **named
                )
                if member:
                    SealMember.objects.create(
                        seal=seal, user=user, starts_at=EARLIER, added_by="person:x"
                    )
            if n in part_in:
                Involvement.objects.create(
                    record_id=f"i{n}",
                    source="extracts",
                    force_id=FORCE,
                    person_key="person-a",
                    record_type="investigation",
                    reference=str(n),
                    part="Witness",
                    basis="Fact",
                )
            if n in broken:
                BrokenGlass.objects.create(user=user, reason="life", starts_at=EARLIER, **named)
        seen = visible(user, Investigation, at=NOW)
        schema = schema_of(Investigation)
        table = ibis.memtable(
            pa.Table.from_pylist(
                [{name: getattr(one, name) for name in schema.names} for one in records],
                schema=schema.to_pyarrow(),
            ),
            schema=schema,
        )

        one_by_one = {one.record_id for one in records if sees(user, one)}
        operational = set(
            Investigation.objects.filter(seen.as_q()).values_list("record_id", flat=True)
        )
        stored = set(table.filter(seen.as_ibis(table)).record_id.to_pyarrow().to_pylist())
        assert one_by_one == operational == stored
        for one in records:
            for name in schema.names:
                assert sees(user, one, name) == (name in seen.open_fields(one))
                in_column = Investigation.objects.filter(
                    seen.rows_open_in(name).as_q(), record_id=one.record_id
                ).exists()
                assert in_column == sees(user, one, name)
