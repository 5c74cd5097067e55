"""Credit codes that fail: a repair is offered where exactly one code is likely, and never a wrong one."""

from __future__ import annotations

from random import Random

from graph.values.codes import CREDIT_ALPHABET, credit_code_state
from graph.values.repairs import credit_code_repair, passes_both_checks
from loaders.demo.codes import credit_codes

CODES = [code for code, _ in zip(credit_codes(Random(7)), range(150), strict=False)]


def test_the_published_code_passes_both_checks_and_its_neighbour_fails() -> None:
    assert passes_both_checks("91350100M000100Y43")
    assert credit_code_state("91350100M000100Y4Z") == "failed"


def test_letters_for_the_digits_they_look_like() -> None:
    for code in CODES[:50]:
        assert credit_code_repair(code.replace("0", "O", 1)) == code
        assert credit_code_repair(code.replace("1", "I")) == code


def test_one_slip_is_repaired_or_left_alone_and_never_made_worse() -> None:
    random, right = Random(1), 0
    for code in CODES:
        place = random.randrange(8, 17)
        for slip in (
            code[:place] + random.choice(CREDIT_ALPHABET) + code[place + 1 :],
            code[:place] + code[place + 1] + code[place] + code[place + 2 :],
            code[:place] + code[place + 1 :],
            code[:place] + code[place] * 2 + code[place + 1 :],
        ):
            offered = credit_code_repair(slip) if slip != code else code
            assert offered in (None, code)
            right += offered == code
    assert right > 150


def test_digits_that_a_spreadsheet_lost_are_offered_only_if_nothing_else_fits() -> None:
    rounded = [code[:15] + "000" for code in CODES if code.isdigit()]
    assert rounded
    assert {credit_code_state(code) for code in rounded} == {"damaged"}
    offered = {repair for code in rounded if (repair := credit_code_repair(code))}
    assert offered <= set(CODES)


def test_nothing_is_offered_for_what_is_no_code() -> None:
    for word in ("", "办理中", "9.1361E+17", "91350100M000100", "1" * 18):
        assert credit_code_repair(word) is None
