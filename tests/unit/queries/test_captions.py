from queries.captions import caption, missing_caption, shown


def test_a_firm_is_called_by_its_name_else_by_its_key() -> None:
    assert caption("Enterprise", "91A", {"name": "甲光电"}, "zh") == "甲光电"
    assert caption("Enterprise", "91A", {}, "zh") == "91A"


def test_a_person_is_called_by_masked_name_and_handle() -> None:
    assert caption("Member", "h1", {"name": "张三丰"}, "zh") == "张*"
    assert caption("Officer", "h2", {"name": "李四"}, "en", handle=12) == "李*·12"


def test_a_choice_is_called_in_the_language() -> None:
    assert caption("SurveyRecord", "r", {"operating_state": "stopped"}, "zh") == "停产"
    assert caption("SurveyRecord", "r", {"operating_state": "stopped"}, "en") == "Stopped"


def test_private_values_are_masked_and_search_keys_never_shown() -> None:
    stored = {"key": "h", "name": "张三", "phone": "13812345678", "search_keys": "zs zhangsan", "post": "科员"}
    assert shown("Officer", stored) == {"name": "张*", "phone": "138****5678", "post": "科员"}


def test_what_is_missing_has_a_name() -> None:
    assert missing_caption("Branch", "zh") == "待建党组织"
    assert missing_caption("Officer", "en") == "Missing: officer"
