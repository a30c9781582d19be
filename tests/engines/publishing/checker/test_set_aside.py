"""Sentences written before the grammar and kept from it: what is found, missed and wrongly flagged.

They judge. The results of each are committed beside it, by the numbers of the sentences, so that a
change for the worse is seen, and so is one for the better. A set is read only after its first
judgement, and the next is then written by somebody who has seen nothing. Of the fifth, only the
one sentence that was wrongly flagged has been read.
"""

import tomllib
from pathlib import Path

import pytest

from engines.publishing.checker.scoring import cases, score

HERE = Path(__file__).parent
SETS = ("set_aside", "second_set", "third_set", "fourth_set", "fifth_set")


@pytest.mark.parametrize("name", SETS)
def test_the_results_are_those_committed(name):
    found = score(cases(HERE / f"{name}.toml"))

    results = HERE / f"{name}_results.toml"
    committed = results.read_text(encoding="utf-8") if results.exists() else ""

    assert tomllib.loads(committed) == tomllib.loads(found.written()), (
        f"{results.name} should be:\n{found.written()}"
    )


@pytest.mark.parametrize("name", SETS)
def test_about_half_of_the_sentences_are_wrong(name):
    read = cases(HERE / f"{name}.toml")

    assert 0.4 < sum(bool(case.wrong) for case in read) / len(read) < 0.6
