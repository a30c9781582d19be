"""No definition changes without a new version, and no key of a measure is ever used again.

`definitions.json` holds, for each measure, the fingerprint of every version there ever was. A
measure that is given up keeps its entry, with `"retired": "why and when"` beside its versions.
"""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from ibis import _

from peelian import catalogue
from peelian.areas.crime.measures import charged_within_2_months, rate, recorded
from peelian.engines.measures.declared import Version
from peelian.engines.measures.fingerprint import fingerprint
from peelian.records.schema import schema_of

WRITTEN = Path(__file__).with_name("definitions.json")
RETIRED = "retired"


def faults(measures, written):
    """A sentence for each measure that is not as it was written down."""
    declared = {measure.key: measure for measure in measures}
    for key in sorted(set(written) - set(declared)):
        if RETIRED not in written[key]:
            yield (
                f"{key} is written down but no longer declared. A key stands for its measure for "
                f'ever: declare it again, or add "{RETIRED}" with the reason to its entry.'
            )
    for key, measure in declared.items():
        entry, number = written.get(key, {}), str(measure.version)
        found = fingerprint(measure)
        line = f'"{number}": "{found}"'
        if RETIRED in entry:
            yield f"{key} was the key of a measure that is retired; give the new one a new key."
        elif number not in entry:
            yield f"{key} has a version that is not written down yet; add {line} to its entry."
        elif entry[number] != found:
            yield (
                f"{key} is not what its version {number} was. Add a Version({measure.version + 1}, "
                "…) with the day and the reason to its declaration, and then its fingerprint here. "
                f"Only if version {number} has never left this working copy, write {line}."
            )


def test_every_definition_is_as_written_down():
    assert list(faults(catalogue.declared_measures(), json.loads(WRITTEN.read_text()))) == []


def test_every_version_of_a_measure_stays_written_down():
    written = json.loads(WRITTEN.read_text())

    for measure in catalogue.declared_measures():
        numbers = [name for name in written[measure.key] if name != RETIRED]
        assert numbers == [str(version.number) for version in measure.versions], measure.key


ENTRY = {recorded.key: {"1": fingerprint(recorded)}}
CHANGED = replace(recorded, counting=_.crime_type == "Burglary")
SECOND = (*recorded.versions, Version(2, date(2027, 1, 1), "Burglary alone."))


@pytest.mark.parametrize(
    ("measures", "written", "sentence"),
    [
        ([CHANGED], ENTRY, "is not what its version 1 was. Add a Version(2, …)"),
        ([replace(CHANGED, versions=SECOND)], ENTRY, 'not written down yet; add "2": "'),
        ([], ENTRY, "crime.recorded is written down but no longer declared."),
        ([recorded], {}, 'not written down yet; add "1": "'),
        (
            [recorded],
            {recorded.key: ENTRY[recorded.key] | {RETIRED: "2027-01-01: never used"}},
            "give the new one a new key",
        ),
    ],
)
def test_the_guard_says_what_to_do(measures, written, sentence):
    (fault,) = faults(measures, written)

    assert sentence in fault


@pytest.mark.parametrize(
    ("measures", "written"),
    [
        ([recorded], ENTRY),
        ([], {recorded.key: {"1": "0" * 16, RETIRED: "2027-01-01: never used"}}),
        (
            [replace(CHANGED, versions=SECOND)],
            {
                recorded.key: ENTRY[recorded.key]
                | {"2": fingerprint(replace(CHANGED, versions=SECOND))}
            },
        ),
    ],
)
def test_the_guard_is_silent_where_all_is_well(measures, written):
    assert list(faults(measures, written)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"counting": _.crime_type != "Drugs"},
        {"definition": "Something else."},
        {"dated_by": "location"},
        {"distinct": "crime_id"},
    ],
)
def test_a_change_of_definition_changes_the_fingerprint(change):
    assert fingerprint(replace(recorded, **change)) != fingerprint(recorded)


def test_a_change_of_a_view_or_of_the_population_changes_the_fingerprint():
    view, per = charged_within_2_months.of, rate.per

    def only_of_one_force(tables):
        rows = view.build(tables)
        return rows.filter(rows.force_id == "staffordshire")

    def of_one_force(tables):
        areas = per.table(tables)
        return areas.filter(areas.area_force == "staffordshire")

    narrower_view = replace(charged_within_2_months, of=replace(view, build=only_of_one_force))
    narrower_population = replace(rate, per=replace(per, table=of_one_force))

    assert fingerprint(narrower_view) != fingerprint(charged_within_2_months)
    assert fingerprint(narrower_population) != fingerprint(rate)


def test_words_that_do_not_define_it_leave_the_fingerprint_alone():
    reworded = replace(recorded, title="Crime", why="Because.", owner="Someone else", by=())

    assert fingerprint(reworded) == fingerprint(recorded)


@pytest.mark.parametrize("measure", [recorded, charged_within_2_months, rate])
def test_a_field_that_a_measure_does_not_use_leaves_its_fingerprint_alone(measure):
    def with_one_more_and_one_less(model):
        held = {name: kind for name, kind in schema_of(model).items() if name != "location"}
        return {"a_new_field": "string"} | held

    assert fingerprint(measure, fields=with_one_more_and_one_less) == fingerprint(measure)


def test_a_field_that_a_measure_uses_does_not():
    def with_numbers_for_types(model):
        return dict(schema_of(model).items()) | {"crime_id": "int64"}

    changed = fingerprint(charged_within_2_months, fields=with_numbers_for_types)

    assert changed != fingerprint(charged_within_2_months)


def test_fingerprints_are_the_same_in_every_process():
    program = (
        "import django; django.setup()\n"
        "from peelian.areas.crime.measures import charged_within_2_months as measure\n"
        "from peelian.engines.measures.fingerprint import fingerprint\n"
        "print(fingerprint(measure))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }

    assert printed == {fingerprint(charged_within_2_months)}
