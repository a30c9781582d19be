"""The project builds anywhere: no file names a package registry or a folder of one machine."""

import re

import pytest

from house.tree import short, text_files

REGISTRIES = re.compile(
    r"pypi[.]org|pythonhosted[.]org|registry[.]npmjs|npmjs[.]org/|yarnpkg[.]com|unpkg[.]com|"
    r"jsdelivr[.]net|--(?:extra-)?index-url[ =]|--find[-]links"
)
MACHINE_PATHS = re.compile(r"(?<![\w.}~-])/(work|home|root|tmp|Users|opt|mnt)/[\w.]|[A-Z]:\\+Users")


def places(pattern):
    return [
        f"{short(path)}:{number}"
        for path, text in text_files()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_file_names_a_registry():
    assert places(REGISTRIES) == []


def test_no_file_names_a_folder_of_one_machine():
    assert places(MACHINE_PATHS) == []


# Written with a # in the middle, so that these lines are not themselves found.
@pytest.mark.parametrize(
    "line", ["https://pypi#.org/simple", "pip --index#-url x", "https://registry#.npmjs.org"]
)
def test_a_registry_would_be_found(line):
    assert REGISTRIES.search(line.replace("#", ""))


@pytest.mark.parametrize(
    "line", ["cd /ho#me/someone", "'/t#mp/x.csv'", "(/wo#rk/main)", r"C:\U#sers\someone"]
)
def test_a_folder_would_be_found(line):
    assert MACHINE_PATHS.search(line.replace("#", ""))


@pytest.mark.parametrize("line", ["/figures/home/x", "docs/work/x", "~/tmp/x", "/usr/share"])
def test_addresses_of_pages_and_systems_are_left_alone(line):
    assert not MACHINE_PATHS.search(line)
