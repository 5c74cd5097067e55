#!/bin/sh
# Installs Liangxin Graph from this folder, without internet: sh install.sh [FOLDER]
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
target=${1:-"$HOME/liangxin-graph"}
wanted=$(cat "$here/python-version")
python=${PYTHON:-python$wanted}

if ! command -v "$python" >/dev/null 2>&1; then
    echo "需要 Python $wanted（可用 PYTHON=/路径/python 指定）/ Python $wanted is needed (PYTHON=/path/to/python names it)" >&2
    exit 2
fi
found=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
if [ "$found" != "$wanted" ]; then
    echo "此安装包用于 Python $wanted，找到的是 $found / this bundle is for Python $wanted, found $found" >&2
    exit 2
fi

echo "[1/3] 准备 Python 环境 / making the Python environment: $target"
mkdir -p "$target"
target=$(CDPATH= cd -- "$target" && pwd)
"$python" -m venv "$target/python"
echo "[2/3] 安装 / installing"
# Isolated: only what lies here, whatever this computer's pip is set to.
"$target/python/bin/python" -m pip --isolated install --quiet --disable-pip-version-check --no-index \
    --find-links "$here/wheels" liangxin-graph
echo "[3/3] 放置数据库程序包 / placing the database's jars"
mkdir -p "$target/jars"
cp -R "$here/jars/." "$target/jars/"
cat > "$target/liangxin" <<END
#!/bin/sh
LIANGXIN_JARS=\${LIANGXIN_JARS:-"$target/jars"} exec "$target/python/bin/liangxin" "\$@"
END
chmod +x "$target/liangxin"
echo "完成 / done: $target/liangxin demo"
