# One command each. `make demo` shows what geodb is; `make test` proves it; `make check` is what a change must pass.
#
# Variables you may set:  PYTHON=python3.12   VENV=/elsewhere/venv   PYTEST_ARGS="-x -k evidence"   WORKERS=0

PYTHON ?= python3
VENV ?= .venv
WORKERS ?= logical
PYTEST_ARGS ?=

BIN := $(VENV)/bin
# Tests of one file stay on one worker, because what they share is expensive to make: a migrated database.
PYTEST := $(BIN)/python -m pytest -q -n $(WORKERS) --maxprocesses 4 --dist loadfile
LOCK_OPTIONS := --quiet --generate-hashes --strip-extras --no-header --no-emit-options --build-deps-for editable

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
export PIP_NO_INPUT := 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint types check bench db wheel lock clean

help:
	@echo "make demo    install what is missing, start PostgreSQL, load the seed article, print the briefing"
	@echo "make test    install what is missing, then run the tests (PYTEST_ARGS=... to choose)"
	@echo "make check   lint, types and tests: what a change must pass"
	@echo "make lint    ruff and import-linter          make types   mypy, strict"
	@echo "make db      start the embedded server and print its address"
	@echo "make bench   run the benchmarks              make wheel   build dist/geodb-*.whl"
	@echo "make lock    resolve requirements/ anew      make clean   remove what tools leave behind, keep .venv"

demo: $(VENV)/.runtime
	@$(BIN)/geodb quickstart

test: $(VENV)/.dev
	@$(PYTEST) $(PYTEST_ARGS)

lint: $(VENV)/.dev
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --quiet --check
	@$(BIN)/lint-imports --no-logo --no-cache

types: $(VENV)/.dev
	@$(BIN)/mypy

check: lint types test

bench: $(VENV)/.dev
	@$(BIN)/python bench/run.py

db: $(VENV)/.runtime
	@$(BIN)/geodb db up
	@$(BIN)/geodb db url

wheel: $(VENV)/.dev
	@$(BIN)/pip wheel -qq --no-deps --no-build-isolation --wheel-dir dist .

# The lock of the tests repeats the pins of the lock of geodb itself, so both can live in one .venv.
lock: $(VENV)/.created
	@$(BIN)/python -m venv build/lock
	@build/lock/bin/pip install -qq pip-tools
	@build/lock/bin/pip-compile $(LOCK_OPTIONS) --upgrade --output-file requirements/runtime.txt pyproject.toml
	@build/lock/bin/pip-compile $(LOCK_OPTIONS) --upgrade --extra dev --constraint requirements/runtime.txt \
		--output-file requirements/dev.txt pyproject.toml

clean:
	@rm -rf build dist htmlcov .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find geodb tests migrations bench -name __pycache__ -type d -prune -exec rm -rf {} +

# pip speaks only of errors (-qq): its warnings are about the machine's own pip settings, not about geodb. A lock is
# complete, so nothing is resolved again (--no-deps): pip before 23.3 looks for the newest release of what another package
# asks for with an extra, and fails on its hash as soon as there is one newer than the lock.
# Each stamp says which step this .venv has behind it; a step is done again when the file it read changes.
$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "geodb needs Python 3.11 or newer, and '$(PYTHON)' is `$(PYTHON) --version 2>&1`." >&2; \
		echo "Install one (Debian 12: apt-get install python3 python3-venv), or: make PYTHON=python3.11" >&2; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "geodb needs Python's venv module, which Debian and Ubuntu package apart." >&2; \
		echo "As root: apt-get install python3-venv" >&2; exit 2; }
	@echo "geodb: making $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml $(VENV)/.created
	@echo "geodb: installing what it needs (requirements/runtime.txt)"
	@$(BIN)/pip install -qq --no-deps --require-hashes -r requirements/runtime.txt
	@$(BIN)/pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml $(VENV)/.created
	@echo "geodb: installing what its tests need (requirements/dev.txt)"
	@$(BIN)/pip install -qq --no-deps --require-hashes -r requirements/dev.txt
	@$(BIN)/pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.runtime
