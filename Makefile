# Plain Debian with python3, python3-venv and make is enough. `make demo` is the way in.
PYTHON ?= python3
VENV := .venv
LTS := .venv-lts
RELEASE_LTS := 5.26.30
INSTALL := install --quiet --disable-pip-version-check

.PHONY: demo test kills test-lts oracle planted fuzz check bench-loading bench-questions bench-viewer bundle lock lock-jars clean

demo: $(VENV)/runtime.stamp
	@$(VENV)/bin/liangxin demo

test: $(VENV)/dev.stamp
	@$(VENV)/bin/python tests/browser/chromium.py
	@$(VENV)/bin/python -m pytest -q

# A load killed fifty times at random moments; `make test` takes a sample of three.
kills: $(VENV)/dev.stamp
	@LIANGXIN_KILLS=50 $(VENV)/bin/python -m pytest -q tests/integration/loaders/test_killed_load.py

# What speaks to the database, on the long-term release too, which needs an older Java and so an environment of its own.
# Two stories open every page there; the others prove the browser's side, which is the same on both.
test-lts: $(LTS)/dev.stamp
	@$(LTS)/bin/python tests/browser/chromium.py
	@LIANGXIN_NEO4J=$(RELEASE_LTS) $(LTS)/bin/python -m pytest -q tests/integration tests/oracle \
		tests/browser/test_explorer_story.py tests/browser/test_guide_pictures.py

# Every question against an independent count, on a thousand zones and both releases; `make test` takes sixty. What is
# asked of 250 zones in one graph may take longer than the product lets a question take.
oracle: $(VENV)/dev.stamp $(LTS)/dev.stamp
	@LIANGXIN_ORACLE_ZONES=1000 LIANGXIN_QUESTION_SECONDS=300 $(VENV)/bin/python -m pytest -q -s tests/oracle
	@LIANGXIN_ORACLE_ZONES=1000 LIANGXIN_QUESTION_SECONDS=300 LIANGXIN_NEO4J=$(RELEASE_LTS) $(LTS)/bin/python -m pytest -q -s tests/oracle

# Faults planted in the questions' Cypher, one at a time: a test must catch each. Writes docs/planted-faults.md.
planted: $(VENV)/dev.stamp
	@$(VENV)/bin/python -m tests.planted

# Ten thousand mutated ledgers: each is read or refused with its place.
fuzz: $(VENV)/dev.stamp
	@$(VENV)/bin/python -m tests.fuzz

check: $(VENV)/dev.stamp
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/python -m pytest -q -m docs

# The figures of loading, each against its peers in one run. neomodel stays apart: the product never imports it.
bench-loading: $(VENV)/dev.stamp
	@$(VENV)/bin/pip $(INSTALL) --no-deps --require-hashes --upgrade --target .venv-bench -r benchmarks/requirements.txt
	@PYTHONPATH=.venv-bench $(VENV)/bin/python -m benchmarks.loading
	@$(VENV)/bin/python -m benchmarks.loading_check
	@$(VENV)/bin/python -m benchmarks.loading_memory

# Every question at three sizes, up to a million firms that are made up: 6 GB of disk, an hour. PostGIS is measured beside
# near-branch where Debian's postgresql and postgresql-15-postgis-3 are installed. scipy stays apart as neomodel does.
bench-questions: $(VENV)/dev.stamp
	@$(VENV)/bin/pip $(INSTALL) --no-deps --require-hashes --upgrade --target .venv-bench -r benchmarks/requirements.txt
	@PYTHONPATH=.venv-bench $(VENV)/bin/python -m benchmarks.questions
	@$(VENV)/bin/python -m benchmarks.first_questions

# The explorer in a real Chromium, beside stock dash-cytoscape.
bench-viewer: $(VENV)/dev.stamp
	@$(VENV)/bin/python tests/browser/chromium.py
	@$(VENV)/bin/python -m benchmarks.viewer

# One archive that installs where there is no internet, for this platform and this Python.
bundle: $(VENV)/runtime.stamp
	@$(VENV)/bin/python bundle/build.py

# Pin every package anew, with checksums, for all platforms.
lock: .venv-lock/uv.stamp
	$(COMPILE) pyproject.toml -o requirements/runtime.txt
	$(COMPILE) pyproject.toml --extra dev -o requirements/dev.txt
	$(COMPILE) pyproject.toml --extra dev --override requirements/lts.in -o requirements/lts.txt
	$(COMPILE) requirements/build.in -o requirements/build.txt
	$(COMPILE) --no-deps benchmarks/requirements.in -o benchmarks/requirements.txt
COMPILE = .venv-lock/bin/uv pip compile --quiet --no-config --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header

# Pin Neo4j's jars anew, after a change of graph/server/releases.py.
lock-jars: $(VENV)/dev.stamp
	$(VENV)/bin/python -m graph.server.lock_jars

clean:
	rm -rf $(VENV) $(LTS) .venv-lock .venv-bench build dist *.egg-info

$(VENV)/runtime.stamp: requirements/runtime.txt requirements/build.txt pyproject.toml
	$(call environment,$(VENV),runtime)

$(VENV)/dev.stamp: requirements/dev.txt requirements/build.txt pyproject.toml
	$(call environment,$(VENV),dev)
	@touch $(VENV)/runtime.stamp # what runs is part of what is developed with

$(LTS)/dev.stamp: requirements/lts.txt requirements/build.txt pyproject.toml
	$(call environment,$(LTS),lts)
	@mv $(LTS)/lts.stamp $@

.venv-lock/uv.stamp:
	@$(PYTHON) -m venv .venv-lock
	@.venv-lock/bin/pip $(INSTALL) uv
	@touch $@

# $(1) folder, $(2) which of requirements/
define environment
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo '需要 Python 3.11 或更新版本（make PYTHON=python3.12 …）/ Python 3.11 or later is needed' >&2; exit 2; }
	@echo '[1/3] 准备 Python 环境 / making the Python environment: $(1)'
	@$(PYTHON) -m venv $(1)
	@echo '[2/3] 安装依赖（首次约 1–3 分钟）/ installing packages (1 to 3 minutes the first time)'
	@$(1)/bin/pip $(INSTALL) --require-hashes -r requirements/build.txt
	@$(1)/bin/pip $(INSTALL) --require-hashes -r requirements/$(2).txt
	@echo '[3/3] 安装两新图谱 / installing Liangxin Graph'
	@$(1)/bin/pip $(INSTALL) --no-deps --no-build-isolation -e .
	@touch $(1)/$(2).stamp
endef
