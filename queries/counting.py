"""How the counts behind the coverage rates are made, and the digest of that by which kept ones are found again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Any

from queries.composing import compose

_COUNTS = """
WITH $at AS asked
// include: rate_counts
RETURN by, rate, place, group_key, group_name, group_order, numerator, denominator, unknown
ORDER BY by, place, group_order, group_key
"""


@cache
def counts() -> str:
    """Cypher that counts every group of each grouping for all rates on the day `$at`, of the base `$base`."""
    return compose(_COUNTS, "rate_counts").strip()


def counting(thresholds: Mapping[str, Any]) -> str:
    """The digest of the counting: its Cypher, which another release may change, and the values of the rules it uses."""
    told = json.dumps([counts(), thresholds], sort_keys=True, ensure_ascii=False, default=str)
    return sha256(told.encode()).hexdigest()[:16]
