"""The Compose file: valid by the specification, and closed to the network."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "tests" / "data" / "compose-spec.json").read_text("utf-8"))
TEXT = (ROOT / "docker-compose.yml").read_text("utf-8")


@pytest.fixture
def services():
    return yaml.safe_load(TEXT)["services"]


def test_the_file_keeps_to_the_specification():
    jsonschema.Draft7Validator(SCHEMA).validate(yaml.safe_load(TEXT))


def test_the_specification_would_refuse_a_slip(services):
    services["app"]["depend_on"] = services["app"].pop("depends_on")
    with pytest.raises(jsonschema.ValidationError, match="depend_on"):
        jsonschema.Draft7Validator(SCHEMA).validate({"services": services})


def test_every_published_port_is_on_loopback(services):
    published = [port for service in services.values() for port in service.get("ports", [])]
    assert published
    assert all(port.startswith("127.0.0.1:") for port in published)


def test_no_password_is_written_down_and_none_is_refused():
    uses = re.findall(r"\$\{NEO4J_PASSWORD[^}]*\}", TEXT)
    assert len(uses) == 2
    assert all(use.startswith("${NEO4J_PASSWORD:?") for use in uses)


def test_the_app_waits_for_a_healthy_database(services):
    assert services["app"]["depends_on"]["neo4j"]["condition"] == "service_healthy"
    assert services["neo4j"]["healthcheck"]["test"]


def test_the_database_keeps_its_data_in_a_volume(services):
    assert "neo4j-data:/data" in services["neo4j"]["volumes"]


def test_the_app_runs_as_an_ordinary_user():
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    assert lines.index("USER liangxin") < next(i for i, line in enumerate(lines) if line.startswith("CMD"))
