"""The demo zone: an invented development zone at three dates, written as the ledgers its offices would send."""

from loaders.demo.ledgers import DEMO_SCOPE, DemoLedger, write_demo_zone

__all__ = ["DEMO_SCOPE", "DemoLedger", "write_demo_zone"]
