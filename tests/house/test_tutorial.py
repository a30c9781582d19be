"""The contributor's tutorial, followed to the letter on a copy of the project."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from tree import ROOT

TUTORIAL = ROOT / "docs" / "tutorial.md"
# Shows the page of a force as the server of the copy would.
SHOW_PAGE = """
import django
django.setup()
from django.test import Client
print(Client(HTTP_HOST="localhost").get("/forces/staffordshire/").content.decode())
"""
RUN_EXAMPLES = """
import django
django.setup()
from peelian import catalogue
from peelian.engines.measures.examples import ENGINES, run
measure = catalogue.measure("crime.cannot_prosecute_share")
for example in measure.examples:
    for engine in ENGINES:
        assert run(measure, example, engine) == example.shows, (engine, example.says)
print("examples hold")
"""


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """A copy of the project in which every change of the tutorial is made."""
    copy = tmp_path_factory.mktemp("copy")
    samples = shutil.ignore_patterns("__pycache__", "node_modules")
    shutil.copytree(ROOT / "src", copy / "src", ignore=samples)
    changes = re.findall(r"```diff\n(.*?)```", TUTORIAL.read_text(encoding="utf-8"), re.DOTALL)
    assert len(changes) == 3
    for change in changes:
        subprocess.run(
            ["git", "apply", "-"], input=change, text=True, cwd=copy, check=True, timeout=60
        )
    return copy


@pytest.fixture
def run(followed, sample_store):
    """Runs Python in the copy, over the sample data, and gives what it printed."""

    def python(*words):
        environment = os.environ | {
            "PYTHONPATH": str(followed / "src"),
            "PEELIAN_HOME": str(sample_store.parent),
            "DJANGO_SETTINGS_MODULE": "peelian.config.settings",
        }
        done = subprocess.run(
            [sys.executable, *words],
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return python


def test_the_worked_example_of_the_tutorial_holds_on_both_engines(run):
    assert "examples hold" in run("-c", RUN_EXAMPLES)


def test_the_command_prints_the_line_that_the_tutorial_promises(run):
    promised = re.search(r"^    (2021-12 .*)$", TUTORIAL.read_text(encoding="utf-8"), re.MULTILINE)
    assert promised is not None
    printed = run(
        "-m",
        "django",
        "measure",
        "crime.cannot_prosecute_share",
        "--by",
        "month",
        "--where",
        "force=staffordshire",
    )
    lines = [" ".join(line.split()[:8]) for line in printed.splitlines()]
    assert " ".join(promised[1].split()) in lines


def test_the_card_of_the_tutorial_stands_on_the_page_of_a_force(run):
    page = run("-c", SHOW_PAGE)
    assert "How many crimes are closed because the suspect cannot be prosecuted?" in page
    assert "crime.cannot_prosecute_share@1;" in page


def test_the_error_that_the_tutorial_shows_is_the_one_a_misspelt_field_gives(followed, run):
    measures = followed / "src" / "peelian" / "areas" / "crime" / "measures.py"
    right = measures.read_text(encoding="utf-8")
    wrong = right.replace('counting=_.outcome_type == "Unable', 'counting=_.outcome_typ == "Unable')
    assert wrong != right
    measures.write_text(wrong, encoding="utf-8")
    try:
        with pytest.raises(AssertionError, match="uses 'outcome_typ', but Outcome has no such"):
            run("-c", RUN_EXAMPLES)
    finally:
        measures.write_text(right, encoding="utf-8")
