# Everything sets up what it needs in .venv; only Python 3.11+, make and a package index are required.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PINS := scripts/constraints.txt
CALLS := tests/core tests/behaviour tests/resources tests/reconcile tests/test_client.py tests/test_models.py tests/test_upsert.py
SCALE ?= 1

.DEFAULT_GOAL := help
.PHONY: help demo test test-httpx2 coverage check format generate release release-notes spec spec-sync spec-lint try-generator catalogs catalogs-compare fiscal-cases pins extras sandbox shop docs docs-serve docs-look pictures bench bench-sandbox bench-bulk bench-workers fuzz fuzz-wire fuzz-spec torture mutants clean

help: ## this list
	@grep -E '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

$(READY): pyproject.toml $(PINS)
	@echo "== setting up $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version)'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c $(PINS) -e '.[dev]'
	@touch $@

demo: $(READY) ## the main job: a sandbox process and the quickstart against it, over TCP
	@$(BIN)/python scripts/demo.py

test: $(READY) ## all tests
	@echo "== tests"
	@$(BIN)/python -m pytest -q -n 3

test-httpx2: $(READY) ## the tests of the core on httpx2, the successor of httpx
	@$(BIN)/python -m pytest -q -n 3 -p tests.on_httpx2 $(CALLS)

coverage: $(READY) ## all tests, and which branches they leave out
	@$(BIN)/python -m coverage run -m pytest -q
	@$(BIN)/python -m coverage report

check: $(READY) ## format, lint, types (of the docs too), spec lint, drift of the generated code, the site, layer rules
	@echo "== format and lint"
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@echo "== types"
	@$(BIN)/python -m scripts.check_types
	@echo "== spec"
	@$(BIN)/python -m scripts.spec.build --check
	@$(BIN)/python -m scripts.spec.lint
	@echo "== drift of the generated code"
	@$(BIN)/python -m scripts.generate --check
	@$(BIN)/python scripts/catalogs.py --check
	@echo "== consequences of changes of a spec"
	@$(BIN)/python -m tests.regenerate.changes --check
	@echo "== site"
	@$(BIN)/python -m scripts.docs.site
	@echo "== version"
	@$(BIN)/python -m scripts.release_notes --check
	@echo "== layers"
	@$(BIN)/python -m pytest -q tests/test_architecture.py

format: $(READY) ## formats the code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

spec: $(READY) ## writes openapi.yaml from spec/upstream and spec/overlay.yaml
	@$(BIN)/python -m scripts.spec.build

generate: spec ## writes openapi.yaml, then gigstack_api/operations and gigstack_api/_generated from it
	@$(BIN)/python -m scripts.generate

release: $(READY) ## VERSION=1.2.3: all of a release but the upload, in about fifteen minutes (TESTED=1: check and test have passed)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c $(PINS) -e '.[release]'
	@$(BIN)/python -m scripts.release $(VERSION) $(if $(TESTED),--tested)

release-notes: $(READY) ## the section of the changelog since the last release, or FROM=ref, from both specs and packages
	@$(BIN)/python -m scripts.release_notes $(if $(FROM),--from $(FROM))

spec-sync: $(READY) ## FROM=file, URL or docs: takes over what the vendor publishes, and says what changed (REPORT=file.md, GAPS=keep, DRY=1); DRIFT=drift.jsonl: proposals for the overlay
	@$(BIN)/python -m scripts.spec_sync $(if $(FROM),'$(FROM)') $(if $(REPORT),--report '$(REPORT)') $(if $(filter keep,$(GAPS)),--keep-gaps) $(if $(DRY),--dry-run) $(if $(DRIFT),--drift '$(DRIFT)')

spec-lint: $(READY) ## checks openapi.yaml against our rules
	@$(BIN)/python -m scripts.spec.lint

try-generator: $(READY) ## the tests of the templates on the newest openapi-python-client and ruff, in a fresh environment under build/
	@$(BIN)/python -m scripts.try_generator

catalogs: $(READY) ## writes the modules of gigstack_api/catalogs from scripts/catalogs.yaml
	@$(BIN)/python scripts/catalogs.py

catalogs-compare: $(READY) ## the differences between our catalogues and those of satcfdi
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[catalogs-compare]'
	@$(BIN)/python -m scripts.catalogs_compare

fiscal-cases: $(READY) ## how the checks and the sandbox judge the cases of tests/fiscal/sat_cases.yaml
	@$(BIN)/python -m scripts.fiscal_cases

pins: ## writes the newest version of every tool and library that checks and tests use to scripts/constraints.txt
	@$(PYTHON) -m venv build/pins
	@build/pins/bin/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@build/pins/bin/python -m pip freeze --exclude-editable > $(PINS)

extras: $(READY) ## the package alone and with each extra, in fresh environments under build/extras
	@$(BIN)/python -m scripts.extras

sandbox: $(READY) ## serves the sandbox on 127.0.0.1:4010
	@$(BIN)/python -m gigstack_api.sandbox

shop: $(READY) ## a small web shop on a sandbox of its own, on 127.0.0.1:8000
	@echo "== python -m examples.fastapi_shop"
	@$(BIN)/python -m examples.fastapi_shop

docs: $(READY) ## the site of both languages in site/, its links checked; DRAFT=1 with stubs for pages that do not exist yet
	@$(BIN)/python -m scripts.docs.site $(if $(DRAFT),--draft)

docs-serve: $(READY) ## the site on 127.0.0.1:8001, built again when a page changes
	@$(BIN)/python -m scripts.docs.site.serving

docs-look: docs ## the built site in a browser: axe-core on every page, and the search questions; Chromium is needed
	@$(BIN)/python -m scripts.docs.site.look

pictures: $(READY) ## writes docs/images; Chromium is needed
	@$(BIN)/python -m scripts.docs.pictures

bench: $(READY) ## speed beside the peers, each goal with its figure, in under five minutes after set-up
	@$(BIN)/python -m scripts.bench

bench-sandbox: $(READY) ## how fast the sandbox is on this machine, in under a minute
	@$(BIN)/python scripts/bench/sandbox.py

bench-bulk: $(READY) ## how fast imports are beside bare calls, what the journal costs, and their memory; in about two minutes
	@$(BIN)/python scripts/bench/bulk.py

bench-workers: $(READY) ## how much two workers gain over one process, in about two minutes
	@$(BIN)/python scripts/bench/workers.py

fuzz: $(READY) ## schemathesis against a sandbox process, bounded in count and time
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fuzz]'
	@$(BIN)/python scripts/fuzz.py

fuzz-wire: $(READY) ## mutated conversations of a client with a host, each connection beside h11, in about a minute
	@$(BIN)/python -m tests.core.http.conversations.fuzz

fuzz-spec: $(READY) ## specs with faults, of which nothing but a refusal in plain words may come out, in some five minutes
	@$(BIN)/python -m tests.regenerate.fuzz

torture: $(READY) ## every promise of docs/en/guides/reliability.md under faults, with figures; about twenty-two minutes on two idle cores, less with SCALE=0.1
	@$(BIN)/python -m tests.stress --scale $(SCALE)

mutants: $(READY) ## small changes to retry, paging, reply and upsert code: how many the tests notice; in about half an hour
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[mutation]'
	@$(BIN)/python scripts/mutants.py

clean: ## removes what was set up and built
	@rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .coverage
