"""The server that tests start for themselves, and what it says where it cannot."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

import postgres

PRINT_ADDRESS = (sys.executable, "-c", "import os; print(os.environ['PEELIAN_DATABASE'])")


def test_a_command_finds_an_empty_database_and_nothing_is_left_of_it(capfd):
    ask = (
        "import os, psycopg; "
        "asked = psycopg.connect(os.environ['PEELIAN_DATABASE']); "
        "print(asked.execute('SELECT count(*) FROM pg_tables WHERE schemaname = %s', "
        "['public']).fetchone()[0], asked.info.host)"
    )
    assert postgres.main([sys.executable, "-c", ask]) == 0
    tables, folder = capfd.readouterr().out.split()

    assert tables == "0"
    assert not Path(folder).exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(postgres.address(Path(folder), postgres.DATABASE))


def test_the_command_ends_as_it_would_alone():
    assert postgres.main([sys.executable, "-c", "raise SystemExit(3)"]) == 3
    assert postgres.main([]) == 2


def test_programs_that_the_stand_in_may_not_reach_are_copied(tmp_path, monkeypatch):
    """As root in a checkout that is closed to everybody else."""
    if os.geteuid() != 0:
        pytest.skip("only root needs somebody to stand in")
    install = postgres.find_programs().parent
    closed = tmp_path / "closed" / "pgserver" / install.name
    closed.parent.mkdir(parents=True)
    subprocess.run(["cp", "-r", install, closed], check=True)
    for part in install.parent.parent.glob("pgserver.libs"):
        subprocess.run(["cp", "-r", part, tmp_path / "closed"], check=True)
    (tmp_path / "closed").chmod(0o700)
    monkeypatch.setattr(postgres, "find_programs", lambda: closed / "bin")

    with postgres.server() as named, psycopg.connect(named) as asked:
        assert asked.execute("SELECT 1").fetchone() == (1,)


def test_where_there_is_no_server_the_sentence_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr(postgres, "find_spec", lambda name: None)
    monkeypatch.setattr(postgres.shutil, "which", lambda name: None)
    monkeypatch.setattr(postgres, "INSTALLED", Path("/nonexistent"))

    assert postgres.main(PRINT_ADDRESS) == 1
    assert "apt-get install postgresql" in capsys.readouterr().err


def test_an_installed_server_serves_where_the_package_is_missing(monkeypatch, tmp_path):
    newest, older = tmp_path / "16" / "bin", tmp_path / "9" / "bin"
    for folder in (newest, older):
        folder.mkdir(parents=True)
        for name in ("initdb", "postgres"):
            (folder / name).touch()
    monkeypatch.setattr(postgres, "find_spec", lambda name: None)
    monkeypatch.setattr(postgres.shutil, "which", lambda name: None)
    monkeypatch.setattr(postgres, "INSTALLED", tmp_path)

    assert postgres.find_programs() == newest
