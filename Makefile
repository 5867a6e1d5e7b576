# One word for each thing that somebody does here. `make site` and `make test` set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test setup setup-test lint bench audit serve lock clean

site: setup            ## build the dossier from seeds/; leaves site/index.html
	$(BIN)/python build.py

test: setup-test lint  ## check everything
	$(BIN)/python -m pytest

lint: setup-test       ## style, types, and which room may know which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup-test      ## ratios measured side by side in one run
	$(BIN)/python tests/bench.py

audit: setup-test      ## the slow checks, and the property tests on new random examples
	DOSSIER_EXAMPLES=random $(BIN)/python -m pytest -m "audit or hypothesis"

serve: setup           ## preview with live reload
	$(BIN)/python build.py serve

setup: $(VENV)/.setup
setup-test: $(VENV)/.setup-test

$(VENV)/.setup: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(VENV)/.setup-test: requirements-test.txt $(VENV)/.setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	touch $@

lock:                  ## write the pinned requirements anew from pyproject.toml (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url -c requirements.txt pyproject.toml --group test -o requirements-test.txt

clean:
	rm -rf $(VENV) .build site

.PHONY: second-engine
second-engine: site    ## build the same Markdown folder with another engine, compare words and links; may fail
	$(PYTHON) -m venv .build/second-engine
	.build/second-engine/bin/pip install --quiet --disable-pip-version-check zensical==0.0.73
	.build/second-engine/bin/zensical build --config-file .build/mkdocs.yml --strict
	$(BIN)/python tests/second_engine.py site .build/site

.PHONY: lighthouse
lighthouse: site       ## Lighthouse on each kind of page; needs Node and Chromium
	$(BIN)/python tests/lighthouse.py site
