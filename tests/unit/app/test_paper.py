"""How much of a firm's long lists has room on one sheet."""

from __future__ import annotations

from app.paper import MOST, Sheet, printed

FEW = [[["私营"], ["半导体"]], [["无"]]]


def test_a_usual_sheet_shows_five_of_each_list() -> None:
    many = [[[f"第{i}件" for i in range(400)]]]
    assert printed(Sheet([FEW, many], ["不足三名"], ["指导员、需求"])) == MOST


def test_the_longer_the_texts_and_the_more_the_lists_the_fewer_of_each() -> None:
    long = [["一件说来话长的事" * 9] * 40]
    shown = [printed(Sheet([FEW, [long] * count], ["不足三名"] * 9, [])) for count in (1, 3, 5, 9)]
    assert shown == sorted(shown, reverse=True)
    assert shown[0] == MOST
    assert shown[-1] == 1
