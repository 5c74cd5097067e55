import pytest

from graph.errors import SettingsError
from graph.settings import Settings, read_settings, variable


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch):
    for field in Settings.model_fields:
        monkeypatch.delenv(variable(field), raising=False)


def refused(**environment):
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        with pytest.raises(SettingsError) as caught:
            read_settings()
    return caught.value


def test_without_any_variable_the_local_database_of_this_release_is_used():
    settings = read_settings()
    assert (settings.neo4j_uri, settings.neo4j_version, settings.language) == (None, "2026.09.0", "zh")


def test_a_chosen_home_keeps_its_jars(monkeypatch, tmp_path):
    monkeypatch.setenv("LIANGXIN_HOME", str(tmp_path))
    assert read_settings().jars == tmp_path / "jars"


def test_the_default_home_shares_the_users_cache(tmp_path):
    settings = read_settings()
    assert not settings.jars.is_relative_to(settings.home)


def test_homes_can_share_jars(monkeypatch, tmp_path):
    monkeypatch.setenv("LIANGXIN_HOME", str(tmp_path / "one"))
    monkeypatch.setenv("LIANGXIN_JARS", str(tmp_path / "shared"))
    assert read_settings().jars == tmp_path / "shared"


def test_other_programs_variables_are_not_ours(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    monkeypatch.setenv("LANGUAGE", "de")
    settings = read_settings()
    assert settings.home != tmp_path / "person" and settings.language == "zh"


def test_a_relative_home_is_made_absolute(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LIANGXIN_HOME", "zone")
    assert read_settings().home == tmp_path / "zone"


@pytest.mark.parametrize("name", ["NEO4J_URI", "NEO4J_PASSWORD", "LIANGXIN_HOME"])
def test_set_but_empty_is_refused(name):
    error = refused(**{name: ""})
    assert name in error.say("en") and "empty" in error.say("en")
    assert name in error.say("zh") and "为空" in error.say("zh")


@pytest.mark.parametrize("uri", ["http://127.0.0.1:7474", "127.0.0.1:7687", "bolt://", "neo4j+x://a"])
def test_an_address_of_another_kind_is_refused(uri):
    error = refused(NEO4J_URI=uri, NEO4J_PASSWORD="secret")
    assert "NEO4J_URI" in error.say("en") and "bolt" in error.say("en") and uri in error.say("en")


@pytest.mark.parametrize("uri", ["bolt://127.0.0.1:7687", "neo4j+s://x.databases.neo4j.io", "bolt+ssc://db:1"])
def test_the_drivers_addresses_are_accepted(uri, monkeypatch):
    monkeypatch.setenv("NEO4J_URI", uri)
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")
    assert read_settings().neo4j_uri == uri


def test_a_remote_server_needs_a_password():
    assert "NEO4J_PASSWORD" in refused(NEO4J_URI="bolt://127.0.0.1:7687").say("zh")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LIANGXIN_NEO4J", "4.4.0"),
        ("LIANGXIN_LANG", "de"),
        ("LIANGXIN_QUESTION_SECONDS", "0"),
        ("LIANGXIN_WAIT_SECONDS", "-1"),
        ("LIANGXIN_BOLT_PORT", "70000"),
        ("LIANGXIN_HEAP_MB", "lots"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(name, value):
    error = refused(**{name: value})
    assert name in error.say("en") and value in error.say("en")


def test_the_password_is_not_shown():
    settings = Settings(neo4j_uri="bolt://127.0.0.1:1", neo4j_password="topsecret")
    assert "topsecret" not in repr(settings)
