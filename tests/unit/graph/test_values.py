"""Names, codes, masks, coordinates, digests: their laws."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SettingsError
from graph.values.codes import credit_code_state, is_id_number
from graph.values.coordinates import to_wgs84, wgs84_to_gcj02
from graph.values.dates import PartialDate, parse_date
from graph.values.digest import Digester, add_key, key_file, make_digester, read_digester
from graph.values.masks import mask_id_numbers, mask_name, mask_numbers, mask_phone
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
    assert mask_id_numbers(text) == "张某110***********002X，代码91350100M000100Y43，旧证110********1002"
    for typed in (
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002x",
        "110105-1949-1231-0021",
        "ID110105194912310021",
    ):
        assert not re.search(r"1949|１９４９", mask_id_numbers(f"证件{typed}，已核")), typed
    assert mask_id_numbers("２０２６年没有③") == "２０２６年没有③"
    both = "990000196405050046"
    assert is_id_number(both)
    assert credit_code_state(both) == "valid"
    assert mask_id_numbers(both) == "990***********0046", "what may be either is a person's"
    typing_error = "990000197203010012"
    assert not is_id_number(typing_error)
    assert credit_code_state(typing_error) == "valid"
    assert mask_id_numbers(typing_error) == "990***********0012"


def test_telephone_numbers_in_free_text_are_masked_and_dates_and_codes_are_not() -> None:
    text = "张某138 1234 5678，值班(0793)8123456，+86-13912345678"
    assert mask_numbers(text) == "张某138****5678，值班(079****3456，+86-139****5678"
    for kept in (
        "2026-09-30 至 2026-10-31",
        "036110000123",
        "91990000MA0000001B",
        "注册号361100210012345",
        "1381234567",
    ):
        assert mask_numbers(kept) == kept


@given(st.text(alphabet="０１２３９ 0123456789X-年a", max_size=40))
def test_masking_twice_is_once(text: str) -> None:
    assert mask_numbers(mask_numbers(text)) == mask_numbers(text)


def test_masks() -> None:
    assert (mask_name("张三丰"), mask_name(""), mask_phone("13812345678")) == ("张*", "", "138****5678")
    assert (mask_phone("8123456"), mask_phone("无"), mask_phone("138****5678")) == ("****56", "无", "138****5678")


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
    assert read_digester(tmp_path) is None
    digester = make_digester(tmp_path)
    number = "11010519491231002X"
    assert digester.of(number) == _read(tmp_path).of(number) != make_digester(tmp_path / "other").of(number)
    assert number not in digester.of(number)
    key = key_file(tmp_path)
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert key.read_text().strip() not in repr(digester)
    with pytest.raises(FileExistsError):
        make_digester(tmp_path)
    for damaged in ("short", "", "é" * 64):
        key.write_text(damaged, encoding="utf-8")
        with pytest.raises(SettingsError):
            read_digester(tmp_path)


def test_a_new_key_brings_up_old_digests_to_what_a_number_read_later_becomes(tmp_path: Path) -> None:
    number = "11010519491231002X"
    first = make_digester(tmp_path)
    second = add_key(tmp_path)
    third = add_key(tmp_path)
    assert len({d.of(number) for d in (first, second, third)}) == 3
    assert third.brought_up(first.of(number), 1) == third.brought_up(second.of(number), 2) == third.of(number)
    assert third.marks == (first.mark, second.mark, third.mark)
    assert (_read(tmp_path).of(number), _read(tmp_path).marks) == (third.of(number), third.marks)
    assert stat.S_IMODE(key_file(tmp_path).stat().st_mode) == 0o600
    assert [file.name for file in key_file(tmp_path).parent.iterdir()] == [key_file(tmp_path).name]


def _read(home: Path) -> Digester:
    found = read_digester(home)
    assert found is not None
    return found
