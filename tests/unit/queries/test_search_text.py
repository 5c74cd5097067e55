import pytest

from queries.search import lucene


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("科", '"科"'),
        ("晶曜光电", '"晶曜光电"'),
        ("jygd", "jygd*"),
        ("JingYao", "jingyao*"),
        ("９１36", "9136*"),
        ("晶曜gd", '"晶曜" AND gd*'),
        ("晶曜（岚川）", '"晶曜" AND "岚川"'),
        ("OR NOT", "or* AND not*"),
        ('a" OR *:* ~ \\ /x/ [1 TO 2]', "a* AND or* AND x* AND 1* AND to* AND 2*"),
        ("  ", ""),
        ("*?!", ""),
    ],
)
def test_only_letters_and_digits_reach_the_index(text: str, query: str) -> None:
    assert lucene(text) == query
