"""What is in the package folder is in the project, and so in what people install."""

from house.tree import PACKAGE, project_files, short


def test_git_ignores_nothing_that_the_package_needs():
    """The wheel leaves out what git ignores: a template or a table of places would be missing."""
    present = {
        path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }

    assert sorted(short(path) for path in present - set(project_files())) == []


def test_the_project_stays_small_enough_to_clone_in_a_moment():
    """Two thirds of it are sample rows and reference data, which are compact."""
    megabytes = sum(path.stat().st_size for path in project_files()) / 1e6

    assert megabytes < 35, f"{megabytes:.1f} MB"
