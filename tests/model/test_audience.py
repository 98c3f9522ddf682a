"""Conditions on readers."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smtrain.model import audience
from smtrain.model.audience import Condition

ROLES, REGIONS = ("hr", "it", "sales"), ("eu", "us")


def condition(text: str, *, otherwise: bool = False) -> Condition:
    """The condition that a text such as "role=hr,!it region=eu" expresses."""
    tests = []
    for part in text.split():
        key, _, values = part.partition("=")
        words = values.split(",")
        tests.append(
            audience.Test(
                key,
                tuple(word for word in words if not word.startswith("!")),
                tuple(word[1:] for word in words if word.startswith("!")),
            )
        )
    return Condition(tuple(tests), otherwise)


@pytest.mark.parametrize(
    ("text", "values", "holds"),
    [
        ("role=hr", {"role": "hr"}, True),
        ("role=hr", {"role": "it"}, False),
        ("role=hr", {}, None),
        ("role=hr,it", {"role": "it"}, True),
        ("role=!hr", {"role": "hr"}, False),
        ("role=!hr", {"role": "it"}, True),
        ("role=hr,!hr", {"role": "hr"}, False),
        ("role=hr region=eu", {"role": "hr", "region": "eu"}, True),
        ("role=hr region=eu", {"role": "it"}, False),
        ("role=hr region=eu", {"role": "hr"}, None),
    ],
)
def test_a_condition_is_settled_by_what_is_known(
    text: str, values: dict[str, str], holds: bool | None
) -> None:
    """One test that fails is enough; to hold, all must be known."""
    assert condition(text).settle(values) is holds
    turned = condition(text, otherwise=True).settle(values)
    assert turned is (None if holds is None else not holds)


_PARTS = st.sampled_from(["role=hr", "role=!hr", "role=hr,it", "role=it,!hr", "region=eu", "region=!us"])


@given(st.lists(_PARTS, max_size=3).map(" ".join), st.booleans(), st.sampled_from(["role", "region", ""]))
def test_what_is_settled_early_is_what_everybody_would_get(text: str, turned: bool, known: str) -> None:
    """With a part of the values known, a settled condition says what it says for all who share that part."""
    tested = condition(text, otherwise=turned)
    for role, region in product(ROLES, REGIONS):
        everything = {"role": role, "region": region}
        early = tested.settle({key: value for key, value in everything.items() if key == known})
        assert early is None or early == tested.settle(everything)
