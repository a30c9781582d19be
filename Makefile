# The commands of Peelian. `make` alone lists them. Each sets up what it needs, once.

.DEFAULT_GOAL := help
SHELL := bash
export PYTHON ?= python3
BIN := .venv/bin

# Tests never touch the data of an installation in ./var.
TEST_HOME := PEELIAN_HOME=$(CURDIR)/.cache/test-home

# Tests and the commands that they start keep what was compiled, whatever the shell says.
unexport PYTHONDONTWRITEBYTECODE

# Counted where the rooms are tested and nowhere else: it makes every test that it watches slower.
COVERED := --cov --cov-report= --cov-fail-under=0

# Each worker keeps to one half of the tests, so that what a module sets up is seldom made twice.
HALVES := -n 2 --dist worksteal

# What is asked of the house as a whole. All else belongs to one of its rooms.
WHOLE := tests/house tests/matrix tests/security

# A PostgreSQL server for one command, named in PEELIAN_DATABASE.
ON_POSTGRES = $(BIN)/python tests/postgres.py

.PHONY: help demo serve test test-postgres long fast check style types layers fresh fix bench lock assets \
	set-up-core set-up-test

help: ## list these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-13s %s\n", $$1, $$2 }'

demo: set-up-core ## install, load the samples and serve them; prints the address
	@$(BIN)/peelian demo

serve: set-up-core ## serve what is in ./var, or in the folder named by PEELIAN_HOME
	@$(BIN)/peelian serve

test: check ## everything that must pass: checks, all tests, coverage
	@bash scripts/install_browser.sh
	$(TEST_HOME) $(BIN)/pytest $(HALVES) -m "not browser and not kill" $(COVERED) $(WHOLE:%=--ignore %)
	$(BIN)/coverage report
	$(TEST_HOME) $(BIN)/pytest $(HALVES) -m "not browser and not kill" $(WHOLE)
	$(TEST_HOME) $(BIN)/pytest -n 2 --dist loadfile -m "browser and not kill"
	$(TEST_HOME) $(BIN)/pytest -m kill
	$(TEST_HOME) $(ON_POSTGRES) $(BIN)/pytest $(HALVES) -m "not browser and not kill" --database-only \
		--ignore tests/web --ignore tests/matrix --ignore tests/security

test-postgres: set-up-test ## the whole suite on a PostgreSQL server of its own
	@bash scripts/install_browser.sh
	$(TEST_HOME) $(ON_POSTGRES) $(BIN)/pytest $(HALVES) -m "not browser and not kill"
	$(TEST_HOME) $(ON_POSTGRES) $(BIN)/pytest -n 2 --dist loadfile -m "browser and not kill"
	$(TEST_HOME) $(ON_POSTGRES) $(BIN)/pytest -m kill

long: set-up-test ## the long runs, on both databases; each prints what it may claim
	$(TEST_HOME) $(BIN)/pytest -m long
	$(TEST_HOME) $(ON_POSTGRES) $(BIN)/pytest -m long --database-only

fast: set-up-test ## the quick tests only, for while you work
	$(TEST_HOME) $(BIN)/pytest $(HALVES) -m "not browser and not kill"

check: set-up-test ## style, types, layers, migrations, generated pages; never writes
	@$(MAKE) --no-print-directory -j 2 types style layers fresh

style: set-up-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: set-up-test
	$(BIN)/mypy

layers: set-up-test
	$(BIN)/lint-imports --no-logo --cache-dir .cache/import-linter

fresh: set-up-test
	$(TEST_HOME) $(BIN)/peelian makemigrations --check --dry-run
	$(TEST_HOME) $(BIN)/python scripts/manual_docs.py --check
	$(TEST_HOME) $(BIN)/python scripts/journey_docs.py --check
	$(TEST_HOME) $(BIN)/python scripts/coverage_doc.py --check
	$(TEST_HOME) $(BIN)/python scripts/asvs_doc.py --check
	$(TEST_HOME) $(BIN)/python scripts/intervals_doc.py --check
	$(TEST_HOME) $(BIN)/python scripts/report_checker_doc.py --check
	$(TEST_HOME) $(BIN)/python scripts/report_checker_trials.py --check

fix: set-up-test ## repair style and write generated pages anew
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(TEST_HOME) $(BIN)/python scripts/manual_docs.py
	$(TEST_HOME) $(BIN)/python scripts/journey_docs.py
	$(TEST_HOME) $(BIN)/python scripts/coverage_doc.py
	$(TEST_HOME) $(BIN)/python scripts/asvs_doc.py
	$(TEST_HOME) $(BIN)/python scripts/intervals_doc.py
	$(TEST_HOME) $(BIN)/python scripts/report_checker_doc.py
	$(TEST_HOME) $(BIN)/python scripts/report_checker_trials.py

bench: set-up-test ## measure speed as ratios within one run
	$(BIN)/python -m bench

lock: set-up-test ## compile the pinned requirements anew from requirements/*.in
	@for set in tools core postgres test; do \
		.tools/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-header \
			--output-file requirements/$$set.txt requirements/$$set.in || exit 1; \
	done

assets: ## build the committed styles and scripts anew (needs Node)
	bash scripts/build_assets.sh

set-up-core:
	@bash scripts/bootstrap.sh core

set-up-test:
	@bash scripts/bootstrap.sh test
