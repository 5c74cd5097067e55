"""`python -m app.cli` is `liangxin`."""

from app.cli.main import run

run()
