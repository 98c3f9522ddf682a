"""Receipts as people type them, on the cases that the player's own test writes."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smtrain.model.receipt import Illegible, read_receipt, written

CASES = json.loads((Path(__file__).parents[1] / "player" / "receipts.json").read_text("utf-8"))
CODES = [case["code"] for case in CASES]
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@pytest.mark.parametrize("case", CASES, ids=CODES)
def test_says_what_the_player_wrote(case: dict[str, Any]) -> None:
    """Every fact comes back, and the marks fit what they were made of and nothing else."""
    receipt = read_receipt(case["code"])
    outcome, facts, course = case["outcome"], case["facts"], case["course"]
    days = min(max(0, facts["day"] - 18261), 16383)
    assert receipt.day == (date(2019, 12, 31) + timedelta(days) if days else None)
    assert (receipt.completed, receipt.success) == (outcome["completion"], outcome["success"])
    assert receipt.percent == (None if outcome["scaled"] is None else facts["percent"])
    assert receipt.is_module(course["id"])
    assert not receipt.is_module(course["id"] + "x")
    assert receipt.is_version(course["version"])
    assert not receipt.is_version(course["version"] + "x")
    assert receipt.has_learner == bool(facts["learner"])
    assert receipt.is_learner(facts["learner"]) == bool(facts["learner"])
    assert receipt.is_learner(f" {facts['learner'].upper()} ") == bool(facts["learner"])
    assert not receipt.is_learner(facts["learner"] + "x")


def test_is_read_however_it_is_typed() -> None:
    """Small letters, no hyphens, spaces, and the letters that look like digits."""
    (code,) = [code for code in CODES if "0" in code and "1" in code][:1]
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert read_receipt(typed) == read_receipt(code) == read_receipt(code.replace("-", ""))
    assert written(typed) == code.split("-")


@given(st.sampled_from(CODES), st.integers(0, 19), st.sampled_from(SIGNS))
def test_a_wrong_sign_is_told_by_its_group(code: str, at: int, sign: str) -> None:
    """Whichever sign is mistaken for whichever other."""
    signs = code.replace("-", "")
    changed = signs[:at] + sign + signs[at + 1 :]
    if changed == signs:
        return
    with pytest.raises(Illegible) as slip:
        read_receipt(changed)
    assert slip.value.groups == (at // 5 + 1,)


@given(st.sampled_from(CODES), st.integers(0, 3), st.integers(0, 4), st.integers(0, 4))
def test_swapped_signs_are_told_by_their_group(code: str, place: int, one: int, other: int) -> None:
    """Any two signs of a group."""
    groups = [list(group) for group in code.split("-")]
    group = groups[place]
    if group[one] == group[other]:
        return
    group[one], group[other] = group[other], group[one]
    with pytest.raises(Illegible) as slip:
        read_receipt("".join(map("".join, groups)))
    assert slip.value.groups == (place + 1,)


@pytest.mark.parametrize("code", CODES)
def test_swapped_groups_are_told(code: str) -> None:
    """A group knows its place."""
    a, b, c, d = code.split("-")
    with pytest.raises(Illegible) as slip:
        read_receipt("-".join((b, a, c, d)))
    assert slip.value.groups == (1, 2)


def test_groups_of_two_receipts_do_not_mix() -> None:
    """Four bits stand for the whole: of all mixtures of our cases most are refused, and each could be."""
    mixed = ["-".join([*a.split("-")[:3], b.split("-")[3]]) for a in CODES for b in CODES if a != b]
    refused = [code for code in mixed if "do not belong to one receipt" in _slip(code)]
    assert len(refused) >= len(mixed) * 0.8


def _slip(code: str) -> str:
    """What is wrong with a code; "" when it can be read."""
    try:
        read_receipt(code)
    except Illegible as slip:
        return str(slip)
    return ""


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("", "has 20 signs, and this has 0"),
        ("ABCDE", "has 20 signs, and this has 5"),
        (CODES[0] + "A", "and this has 21"),
        ("U" + CODES[0][1:], "a slip in group 1"),
        (CODES[0][:-1] + "ß", "signs"),
    ],
)
def test_what_is_no_receipt(code: str, said: str) -> None:
    """Words for people at a desk with a note in their hand."""
    with pytest.raises(Illegible, match=said):
        read_receipt(code)
