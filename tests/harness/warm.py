"""What the processes of the harnesses need, imported once in the one that they are forked from."""

from importlib import import_module

import django
import pyarrow as pa

django.setup()
pa.array([0])  # Its first array makes pyarrow import pandas, which takes longer than a small load.
# Models can be imported only now. Whatever is missing here costs each process its own time.
for name in (
    "harness.chased",
    "harness.deeds",
    "harness.deeds_duties",
    "harness.deeds_records",
    "harness.deeds_rights",
    "harness.deeds_store",
    "harness.deeds_visits",
    "harness.reviewed",
    "harness.trials",
    "harness.working_day",
    "harness.writers",
    "records.loading_process",
):
    import_module(name)
