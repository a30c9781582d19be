"""Modules stay small, say at their head what they import, and packages import nothing."""

import ast
from collections import Counter

from house.tree import PACKAGE, ROOT, python_files, short

LONGEST = 400


def test_no_module_is_too_long_to_read_in_one_go():
    lengths = {short(path): len(path.read_text().splitlines()) for path in python_files()}
    too_long = {name: lines for name, lines in lengths.items() if lines >= LONGEST}

    assert not too_long, f"Split these by noun before they reach {LONGEST} lines: {too_long}"


def test_nothing_is_imported_inside_a_function():
    inside = [
        f"{short(path)}:{node.lineno}"
        for path in python_files()
        for function in ast.walk(ast.parse(path.read_text()))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert not inside, f"Import at the head of the module, so that layers can be checked: {inside}"


def test_package_files_are_empty():
    """What an import of a package runs would run before Django is ready."""
    filled = [short(path) for path in PACKAGE.rglob("__init__.py") if path.read_text().strip()]

    assert filled == []


def test_every_package_says_that_it_is_one():
    folders = {path.parent for path in python_files() if PACKAGE in path.parents}

    assert [short(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_every_module_says_what_it_is_for():
    silent = [
        short(path)
        for path in python_files()
        if path.name not in {"__init__.py"}
        and ast.get_docstring(ast.parse(path.read_text())) is None
    ]

    assert silent == []


def test_test_modules_have_names_of_their_own():
    """pytest knows a test module by its bare name, so two of one name would hide each other."""
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))

    assert [name for name, times in names.items() if times > 1] == []
