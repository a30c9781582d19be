"""What the methods of comparison promise to the pages and files that print them."""

import re

import pytest

from peelian.numbers.interval import METHODS
from peelian.numbers.methods import COMPARING


def test_the_keys_of_the_methods_are_those_stored_with_comparisons():
    assert list(COMPARING) == [
        "deviation_lines",
        "funnel_share",
        "funnel_rate",
        "xmr",
        "nearest",
        "least_mean",
    ]


@pytest.mark.parametrize("key", COMPARING)
def test_every_method_states_its_assumption_in_one_sentence_and_names_its_source(key):
    method = COMPARING[key]
    assert method.key == key
    assert method.assumes.startswith("Takes ")
    assert method.assumes.endswith(".")
    assert method.assumes.count(". ") == 0
    assert re.search(r" (19|20)\d\d, ", method.source)


def test_no_method_of_comparison_takes_the_key_or_name_of_an_interval():
    assert not set(COMPARING) & set(METHODS)
    names = [method.name for method in (*COMPARING.values(), *METHODS.values())]
    assert len(set(names)) == len(names)


def test_the_methods_cannot_be_added_to_from_outside():
    with pytest.raises(TypeError):
        COMPARING["guess"] = COMPARING["xmr"]
