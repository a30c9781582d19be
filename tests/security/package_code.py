"""The package's own modules as trees, read once for all tests that look for something in them."""

import ast
from functools import cache

from house.tree import PACKAGE, project_files


@cache
def modules():
    """Modules by their path in the package; migrations are made by a tool and left out."""
    paths = [path for path in project_files() if path.suffix == ".py" and PACKAGE in path.parents]
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in paths
        if path.parent.name != "migrations" and path.exists()
    }


@cache
def imports():
    """What each module imports, by dotted names."""
    return {path: frozenset(_imports(tree)) for path, tree in modules().items()}


@cache
def calls():
    """Each call of each module, with the last part of the name that is called."""
    return {path: tuple(_calls(tree)) for path, tree in modules().items()}


def importers(names):
    """The modules that import something of these packages."""
    return {path for path, found in imports().items() if {n.split(".")[0] for n in found} & names}


def _imports(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def _calls(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func
            yield node, name.attr if isinstance(name, ast.Attribute) else getattr(name, "id", "")
