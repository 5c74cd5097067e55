"""Names, codes, masks, coordinates, digests: their laws."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SettingsError
from graph.values.codes import credit_code_state, find_id_numbers, is_id_number
from graph.values.coordinates import to_wgs84, wgs84_to_gcj02
from graph.values.dates import PartialDate, parse_date
from graph.values.digest import open_digester
from graph.values.masks import mask_id_numbers, mask_name, mask_phone
from graph.values.names import normalise, search_keys


def test_spellings_of_one_name() -> None:
    assert (
        normalise("江西 甲（上饶）有限公司")
        == normalise("江西甲(上饶)有限公司")
        == normalise("江西甲［上饶］有限公司").translate(str.maketrans("[]", "()"))
    )
    assert normalise("Ｏ氏公司") == normalise("o氏公司")


@given(st.text())
def test_normalising_twice_is_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def test_any_part_of_a_name_is_a_prefix_of_some_search_key() -> None:
    words = search_keys("岚川晶曜光电").split()
    for typed in ("lcjygd", "jygd", "gd", "lanchuan", "jingyao", "guangdian"):
        assert any(word.startswith(typed) for word in words), typed
    assert search_keys("ABC") == ""


def test_published_vectors_of_the_codes() -> None:
    assert credit_code_state("91350100M000100Y43") == "valid"
    assert credit_code_state("91350100M000100Y4Z") == "failed"
    assert credit_code_state("913501001234567000") == "damaged"
    assert is_id_number("11010519491231002X")
    assert not is_id_number("110105194912310021")


def test_id_numbers_in_free_text_are_masked_and_credit_codes_are_not() -> None:
    text = "张某11010519491231002X，代码91350100M000100Y43，旧证110105491231002"
    masked = mask_id_numbers(text)
    assert "11010519491231002X" not in masked
    assert "110105491231002" not in masked
    assert "91350100M000100Y43" in masked
    assert "110***********002X" in masked
    assert "１１０１０５" not in mask_id_numbers("１１０１０５１９４９１２３１００２Ｘ")
    assert find_id_numbers("没有") == []


def test_masks() -> None:
    assert (mask_name("张三丰"), mask_name(""), mask_phone("13812345678")) == ("张*", "", "138****5678")


@given(st.floats(117.0, 119.0), st.floats(27.9, 28.9))
def test_datum_conversion_comes_back_within_a_centimetre(longitude: float, latitude: float) -> None:
    back = to_wgs84(*wgs84_to_gcj02(longitude, latitude), "GCJ-02")
    assert abs(back[0] - longitude) < 1e-7
    assert abs(back[1] - latitude) < 1e-7


def test_the_shift_of_chinese_maps_is_some_hundred_metres() -> None:
    shifted = wgs84_to_gcj02(117.95, 28.45)
    assert 0.003 < shifted[0] - 117.95 < 0.008
    with pytest.raises(ValueError, match="200"):
        to_wgs84(200, 10, "WGS-84")


@given(st.dates())
def test_a_date_word_reads_back(day: object) -> None:
    told = PartialDate(day)  # type: ignore[arg-type]
    assert PartialDate.of(str(told)) == told
    month = parse_date("2023年4月")
    assert PartialDate.of(str(month)) == month


def test_one_key_per_home_private_and_stable(tmp_path: Path) -> None:
    digester = open_digester(tmp_path)
    number = "11010519491231002X"
    assert digester.of(number) == open_digester(tmp_path).of(number) != open_digester(tmp_path / "other").of(number)
    assert number not in digester.of(number)
    key = tmp_path / "keys" / "id-number.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    key.write_text("short")
    with pytest.raises(SettingsError):
        open_digester(tmp_path)
