"""How rows are locked: so that two transactions cannot wait for one another for ever.

At its commit PostgreSQL looks at each row that a new row refers to, with the end of the trail held.
A lock that keeps the key of such a row from being looked at would deadlock with it: whoever holds
that lock waits for the end of the trail.
"""

import ast

from house.tree import PACKAGE, python_files, short


def test_every_lock_on_a_row_leaves_its_key_alone():
    found = [
        f"{short(path)}:{node.lineno}"
        for path in python_files()
        if PACKAGE in path.parents
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "select_for_update"
        and "no_key" not in {word.arg for word in node.keywords}
    ]

    assert found == [], "Say select_for_update(no_key=True)."
