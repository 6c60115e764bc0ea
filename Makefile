# make demo   builds the two example briefings from a fresh clone
# make test   checks everything
# make quick  format, lint, types, contracts and the fast tests; under a minute on two cores
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --no-input --disable-pip-version-check
LOCKED := $(INSTALL) --require-hashes --only-binary :all: -r
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-config --no-emit-index-url --no-emit-find-links --no-header --no-annotate
CODE := src tests benchmarks

.PHONY: demo test quick soak fuzz dist format golden bench bench-growth bench-long bench-conformance bench-drafts bench-headings bench-typesetting lock clean

demo: .venv/run
	@mkdir -p build
	$(BIN)/shiryo outline seeds/kokusan-ai.txt -o build/kokusan-ai.yaml --force
	$(BIN)/shiryo build build/kokusan-ai.yaml --root . -d build/draft
	$(BIN)/shiryo build outlines/kokusan-ai.yaml --root . -d build/showcase
	@echo
	@echo "The outline drafted from the article:  build/kokusan-ai.yaml"
	@echo "Deck and handout of that draft:        build/draft/"
	@echo "Deck and handout after an editor:      build/showcase/"

test: .venv/dev .venv/cluster
	.ci/tools
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

quick: .venv/dev .venv/cluster
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 -m "not slow" --hypothesis-profile quick

# What takes hours: many random examples, growth, conformance of long files, killed builds.
soak: .venv/bench .venv/dev .venv/cluster fuzz
	$(BIN)/pytest -n 2 tests/layout tests/end_to_end tests/test_fuzzed.py --hypothesis-profile soak
	$(MAKE) bench-growth bench-long bench-conformance
	$(BIN)/python benchmarks/kills.py
	$(BIN)/python benchmarks/hostile.py
	$(BIN)/python benchmarks/kills.py --watch
	$(BIN)/python benchmarks/batch_kills.py
	$(BIN)/python benchmarks/batch.py 5000
	$(BIN)/python benchmarks/batch_cluster.py
	$(BIN)/python benchmarks/studio.py

# Twenty minutes for each of what reads what strangers wrote.
fuzz: .venv/bench .venv/dev
	$(BIN)/python benchmarks/fuzz.py

# Wheel, sdist and SBOM in dist/, tried in a clean environment (RELEASING.md).
dist: .venv/release
	.ci/dist

format: .venv/dev
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

# Writes what the tests expect anew; read the difference before you commit it.
golden: .venv/dev
	$(BIN)/pytest --golden tests/test_golden.py tests/test_licences.py tests/test_limits.py tests/test_process.py tests/outline/test_reference.py

# Writes docs/performance.md with what it finds.
bench: .venv/bench
	$(BIN)/python benchmarks/bench.py --write

# OUTLINES: more outlines to build and check
bench-conformance: .venv/dev
	$(BIN)/python benchmarks/conformance.py $(OUTLINES)

# Handouts of about 30, 80 and 240 pages: time and memory.
bench-long: .venv/bench
	$(BIN)/python benchmarks/long_handout.py

# Whether time grows with the length: drafting, then checking and building.
bench-growth: .venv/bench
	$(BIN)/python benchmarks/growth.py
	$(BIN)/python benchmarks/growth.py --drafts
	$(BIN)/python benchmarks/growth.py --build

# CORPUS: a folder of articles
bench-drafts: .venv/run
	$(BIN)/python benchmarks/drafts.py $(CORPUS)

# CORPUS: a folder of Markdown documents named repository__….md
bench-headings: .venv/bench
	$(BIN)/python benchmarks/headings.py $(CORPUS)

bench-typesetting: .venv/bench
	$(BIN)/python benchmarks/typesetting

# Pins every package again; needs uv.
lock:
	$(LOCK) --upgrade pyproject.toml --extra studio --extra mcp -o requirements.txt
	$(LOCK) --upgrade --group build -c requirements.txt -o requirements-build.txt
	$(LOCK) --upgrade --group release -c requirements.txt -o requirements-release.txt
	$(LOCK) --upgrade --group dev -c requirements.txt -o requirements-dev.txt
	$(LOCK) --upgrade --group cluster -c requirements.txt -c requirements-dev.txt -o requirements-cluster.txt
	$(LOCK) --upgrade --group bench -c requirements.txt -o requirements-bench.txt

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "shiryo needs Python 3.11 or newer; found none." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || .ci/packages python3-venv
	$(PYTHON) -m venv .venv

.venv/run: requirements.txt requirements-build.txt pyproject.toml | .venv/bin/python
	$(LOCKED) requirements.txt -r requirements-build.txt
	$(INSTALL) --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src
	@touch $@

.venv/dev: requirements-dev.txt .venv/run
	$(LOCKED) requirements-dev.txt
	@touch $@

.venv/release: requirements-release.txt .venv/run
	$(LOCKED) requirements-release.txt
	@touch $@

.venv/cluster: requirements-cluster.txt .venv/run
	$(LOCKED) requirements-cluster.txt
	@touch $@

.venv/bench: requirements-bench.txt .venv/run
	$(LOCKED) requirements-bench.txt
	@touch $@
