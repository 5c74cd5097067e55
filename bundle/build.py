"""Makes dist/liangxin-graph-<version>-<platform>.zip: all that an office PC without internet needs but Python itself.

Wheels hold the app and its packages; Neo4j's jars (GPLv3) lie beside them as Maven Central gives them, with their lock.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

from graph.progress import Step, shown
from graph.server.jars import ensure_jars
from graph.server.releases import RELEASES
from graph.settings import read_settings
from graph.text import Text

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).parent
INSTALLERS = ("install.sh", "install.cmd", "README.txt")


def pip(*arguments: str) -> None:
    """Run this environment's pip."""
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *arguments], cwd=ROOT, check=True)


def build() -> Path:
    """The finished archive."""
    settings = read_settings()
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    python = f"py{sys.version_info.major}.{sys.version_info.minor}"
    name = f"liangxin-graph-{version}-{sysconfig.get_platform()}-{python}"
    folder = ROOT / "dist" / name
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(ROOT / "build", ignore_errors=True)  # a module deleted since the last wheel would come back
    wheels = folder / "wheels"
    with shown(settings.language) as progress:
        progress(Step(Text("收集安装包", "gathering the packages")))
        pip("wheel", "--wheel-dir", str(wheels), "--require-hashes", "-r", "requirements/runtime.txt")
        pip("wheel", "--wheel-dir", str(wheels), "--no-deps", "--no-build-isolation", ".")
        release = RELEASES[settings.neo4j_version]
        jars = ensure_jars(release, settings.jars, maven=settings.maven, progress=progress)
        shutil.copytree(jars, folder / "jars" / jars.name)
        progress(Step(Text("压缩", "packing")))
        for file in INSTALLERS:
            shutil.copy(HERE / file, folder)
        (folder / "python-version").write_text(f"{sys.version_info.major}.{sys.version_info.minor}\n", "ascii")
        archive = shutil.make_archive(str(folder), "zip", root_dir=folder.parent, base_dir=name)
    shutil.rmtree(folder)
    return Path(archive)


if __name__ == "__main__":
    sys.stdout.write(f"{build().relative_to(ROOT)}\n")
