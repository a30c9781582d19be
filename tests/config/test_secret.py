"""The key of an installation, and the folder that is made for it."""

from stat import S_IMODE

from peelian.config.secret import secret_key


def test_a_new_home_and_its_key_are_for_their_owner_alone(tmp_path, monkeypatch):
    monkeypatch.delenv("PEELIAN_SECRET_KEY", raising=False)
    home = tmp_path / "new" / "home"

    key = secret_key(home)

    assert S_IMODE(home.stat().st_mode) == 0o700
    assert S_IMODE((home / "secret-key").stat().st_mode) == 0o600
    assert secret_key(home) == key


def test_a_key_from_the_environment_makes_no_file(tmp_path, monkeypatch):
    monkeypatch.setenv("PEELIAN_SECRET_KEY", "from the environment")

    assert secret_key(tmp_path / "home") == "from the environment"
    assert not (tmp_path / "home").exists()
