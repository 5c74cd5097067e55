"""The Chromium that browser tests drive, and a font for Chinese: found, or installed where Debian can.

`python tests/browser/chromium.py` sees to both before the tests; LIANGXIN_NO_BROWSER=1 leaves browser tests out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = {"chromium": "chromium", "font": "fonts-noto-cjk"}


def executable() -> str | None:
    """The Chromium to drive: LIANGXIN_CHROMIUM, or the first one known here."""
    chosen = os.environ.get("LIANGXIN_CHROMIUM")
    if chosen:
        return chosen if Path(chosen).is_file() else None
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def arguments() -> list[str]:
    """How to start it: as root, as in containers, Chromium runs only without its sandbox."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def has_chinese_font() -> bool:
    """Whether some font has Chinese characters; where nothing can tell (not Linux), the system brings one."""
    if shutil.which("fc-list") is None:
        return not sys.platform.startswith("linux")
    listed = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=True)
    return bool(listed.stdout.strip())


def missing() -> list[str]:
    """The Debian packages that are needed and not there."""
    needed = {"chromium": executable() is not None, "font": has_chinese_font()}
    return [PACKAGES[part] for part, present in needed.items() if not present]


def install(packages: list[str]) -> None:
    """Install Debian packages, as root."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        sys.stderr.write(f"apt-get {' '.join(step)}\n")
        subprocess.run(["apt-get", "--quiet=2", *step], env=quiet, stdout=sys.stderr, check=True)


def main() -> int:
    """0 when browser tests can run or are left out, else 1 and what to do."""
    if os.environ.get("LIANGXIN_NO_BROWSER") == "1":
        sys.stderr.write("LIANGXIN_NO_BROWSER=1：不运行浏览器测试 / browser tests are left out\n")
        return 0
    chosen = "LIANGXIN_CHROMIUM" in os.environ  # a wrong choice is told, not made good with another
    if missing() and not chosen and shutil.which("apt-get") and os.geteuid() == 0:
        install(missing())
    if not missing():
        return 0
    sys.stderr.write(
        f"浏览器测试缺少 / browser tests lack: {', '.join(missing())}\n"
        f"  Debian: sudo apt-get install {' '.join(missing())}\n"
        "  或用 LIANGXIN_CHROMIUM 指定 Chromium；LIANGXIN_NO_BROWSER=1 可不运行浏览器测试\n"
        "  or name a Chromium in LIANGXIN_CHROMIUM; LIANGXIN_NO_BROWSER=1 leaves these tests out\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
