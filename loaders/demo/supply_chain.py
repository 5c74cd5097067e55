"""Who supplies whom in the zone: neighbours in a chain of trades."""

from __future__ import annotations

from datetime import date
from random import Random

from graph.values.dates import OPEN
from loaders.demo.service import Supply
from loaders.demo.world import SETTLED, World

_CHAINS = (
    ("有色加工", "光电", "铜箔"), ("有色加工", "汽车零部件", "铝型材"), ("有色加工", "电子信息", "铜箔"),
    ("机械", "汽车零部件", "精密模具"), ("机械", "食品", "包装设备"), ("电子信息", "光电", "驱动电路板"),
    ("电子信息", "汽车零部件", "车载电路板"), ("光电", "电子信息", "光学模组"),
)  # fmt: skip
_EACH, _ENDED = 3, 2


def link_supplies(random: Random, world: World) -> tuple[Supply, ...]:
    """Three pairs to each link of a chain; the first two have ended."""
    operating = [f for f in world.firms if f.operates(SETTLED) and f.surveys and f.listed_on <= SETTLED]
    by_trade = {trade: [f.uscc for f in operating if f.industry == trade] for chain in _CHAINS for trade in chain[:2]}
    supplies: list[Supply] = []
    for selling, buying, product in _CHAINS:
        sellers, buyers = random.sample(by_trade[selling], k=_EACH), random.sample(by_trade[buying], k=_EACH)
        for supplier, buyer in zip(sellers, buyers, strict=True):
            since = date(random.randint(2019, 2025), random.randint(1, 12), 1)
            until = date(2026, 6, 30) if len(supplies) < _ENDED else OPEN
            supplies.append(Supply(supplier, buyer, product, since, until))
    return tuple(supplies)
