"""Parts of the language and of libraries that turn data into deeds, and where they may stand."""

import ast
import re

import pytest

from house.tree import PACKAGE, project_files, short
from security.package_code import calls, importers, imports, modules

# Starts programs by a list of words, never through a shell.
MAY_START_PROGRAMS = {
    "engines/publishing/checker/apart.py",
    "jobs/keeping/database.py",
    "jobs/working/beside.py",
}
RUNS_DATA = {"eval", "exec", "compile", "__import__"}
UNPACKS_DEEDS = {"pickle", "marshal", "shelve", "dill", "yaml", "xmlrpc"}
READERS = "engines/publishing/checker/reading/"
READS_XML = {"xml", "lxml", "xmltodict", "defusedxml"}
ASKS_OUTSIDE = {"requests", "urllib3", "httpx", "aiohttp", "http", "ftplib", "telnetlib", "socket"}
# Patterns put together of constants of the same module.
OF_CONSTANTS = {
    "records/load/quotes.py",
    "engines/publishing/checker/claims/tables/cells.py",
    "engines/publishing/checker/reading/characters.py",
    "engines/publishing/checker/reading/grids.py",
    "sources/police_uk/names.py",
    # Lists of words of ours, each escaped by `masking_spans.alternatives`.
    "engines/audits/masking_ethnicity.py",
    "engines/audits/masking_officers.py",
    "engines/audits/masking_results.py",
    "engines/audits/masking_teams.py",
}
# They name the statuses of answers, and ask nobody.
NAMES_STATUSES = {
    "web/limits.py",
    "web/public/check_report.py",
    "web/surveys/asking.py",
    "web/surveys/door.py",
    "web/surveys/ways.py",
}
SPEAKS_DIRECTORY = {"ldap", "ldap3", "pymemcache", "pylibmc", "pylatex"}


def test_there_is_code_to_look_at():
    assert len(modules()) > 200


def test_no_text_is_run_as_code():
    found = [
        path
        for path, found in calls().items()
        for node, name in found
        if name in RUNS_DATA and isinstance(node.func, ast.Name)
    ]

    assert found == []


def test_nothing_is_read_in_a_form_that_can_carry_deeds():
    assert importers(UNPACKS_DEEDS) == set()


def test_xml_is_parsed_in_the_bare_process_of_the_report_checker_alone():
    """Spreadsheets are read by a library that resolves no entities."""
    assert {path for path in importers(READS_XML) if not path.startswith(READERS)} == set()


def test_readers_of_reports_are_known_to_that_process_alone():
    """Whoever asks for a check imports their words for what is wrong, and their limits."""
    room = f"peelian.{READERS.replace('/', '.')}"
    known = {
        path: {
            name
            for name in found
            if name.startswith(room) and name.removeprefix(room) not in ("errors", "limits")
        }
        for path, found in imports().items()
        if not path.startswith(READERS)
    }

    assert {path for path, names in known.items() if names} == {
        "engines/publishing/checker/child.py"
    }


def test_no_directory_cache_server_or_typesetter_is_spoken_to():
    assert importers(SPEAKS_DIRECTORY) == set()


def test_nothing_of_ours_asks_an_address_outside():
    """Only the sign-in library asks, and only the providers that the force has configured."""
    assert importers(ASKS_OUTSIDE) <= NAMES_STATUSES
    assert not [path for path, found in imports().items() if "urllib.request" in found]


def test_programs_are_started_without_a_shell_and_in_few_places():
    assert importers({"subprocess", "pty", "commands"}) == MAY_START_PROGRAMS
    for path in MAY_START_PROGRAMS:
        for node, name in calls()[path]:
            if name in ("run", "Popen"):
                assert not [one for one in node.keywords if one.arg == "shell"], path
    assert not [
        path
        for path, found in calls().items()
        for node, name in found
        if name in ("system", "popen") and isinstance(node.func, ast.Attribute)
    ]


def test_templates_are_files_of_ours_and_never_made_of_words():
    assert not [
        path
        for path, found in calls().items()
        for _node, name in found
        if name in ("from_string", "Template")
    ]


def test_no_query_is_put_together_behind_the_back_of_the_model():
    assert not [
        path
        for path, found in calls().items()
        for _node, name in found
        if name in ("RawSQL", "raw", "extra")
    ]


def test_patterns_are_written_by_us_and_never_by_readers():
    """A pattern put together of something that is no constant, would be found here."""
    made = {
        path
        for path, found in calls().items()
        for node, name in found
        if name
        in ("compile", "match", "fullmatch", "search", "sub", "findall", "split", "finditer")
        and isinstance(node.func, ast.Attribute)
        and getattr(node.func.value, "id", "") == "re"
        and node.args
        and isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
        and any(isinstance(part, ast.Name | ast.Call) for part in ast.walk(node.args[0]))
        and "escape" not in ast.dump(node.args[0])
    }

    assert made <= OF_CONSTANTS


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bmd5\(",
        r"\bsha1\(",
        r"\bMD5\(",
        r"\bSHA1\(",
        r"modes\.ECB",
        r"PKCS1v15",
        r"\bDES\b|\bARC4\b",
    ],
)
def test_no_broken_algorithm_protects_anything(pattern):
    """MD5 makes addresses of rows, where nobody gains by a collision, and says so itself."""
    found = [
        (short(path), line.strip())
        for path in project_files()
        if path.suffix == ".py" and PACKAGE in path.parents
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(pattern, line) and "usedforsecurity=False" not in line
    ]

    assert [one for one in found if "records/load/address.py" not in one[0]] == []


def test_what_must_not_be_guessed_is_drawn_by_the_system():
    """`random` serves simulation alone; rooms that make secrets do not know it."""
    users = importers({"random"})

    assert {path.split("/")[0] for path in users} <= {"areas", "sources", "jobs"}
    assert not [path for path in users if path.startswith(("jobs/keeping", "jobs/demo_people"))]
