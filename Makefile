# Everything starts here: `make site`, `make test`, `make serve`. Needed are make, Python 3.11 or newer with its venv module, git, and
# for the first run the network: pip fetches the libraries of requirements/*.lock.
PYTHON ?= python3
BIN := .venv/bin
ADDRESS ?= 127.0.0.1:8000
export NO_MKDOCS_2_WARNING := 1

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: site pdf test test-fast serve check accuracy search-quality lint lock clean

site: .venv/site.stamp ## the whole site, in site/
	$(BIN)/python -m generator build
	$(BIN)/mkdocs build --strict --clean

pdf: .venv/pdf.stamp ## the whole site, with a PDF of each document and chapter (needs Pango, which most desktops have)
	$(BIN)/python -m generator build --pdf
	$(BIN)/mkdocs build --strict --clean

serve: .venv/site.stamp ## the site at http://127.0.0.1:8000, rebuilt when a file is saved
	$(BIN)/python -m generator serve --address $(ADDRESS)

check: .venv/site.stamp ## everything that can be wrong with the inputs
	$(BIN)/python -m generator check

test: .venv/dev.stamp lint ## every check and test
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

test-fast: .venv/dev.stamp ## the tests that need no browser and no built site
	$(BIN)/python -m pytest -q -n auto --dist worksteal -m "not browser and not site and not slow"

accuracy: .venv/dev.stamp ## how well the readers and annotators do on the hand-made expectations
	$(BIN)/python -m tests.accuracy

search-quality: .venv/dev.stamp ## how well the search answers questions whose answers are known (needs Chromium)
	$(BIN)/python -m tests.search

lint: .venv/dev.stamp
	$(BIN)/ruff check generator tests overrides
	$(BIN)/ruff format --check generator tests overrides
	$(BIN)/mypy generator tests overrides

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is not there: install Python 3.11 or newer, or name it: make PYTHON=python3.12 site" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.12 site" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python cannot make .venv without its venv module: on Debian and Ubuntu, apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python could not make .venv; is there room on the disk?" >&2; exit 1; }

.venv/site.stamp: requirements/site.lock | .venv/bin/python
	@$(PIP) -r requirements/site.lock || $(no_libraries)
	@touch $@

.venv/pdf.stamp: requirements/pdf.lock .venv/site.stamp
	@$(PIP) -r requirements/pdf.lock || $(no_libraries)
	@touch $@

.venv/dev.stamp: requirements/dev.lock requirements/site.lock | .venv/bin/python
	@$(PIP) -r requirements/dev.lock || $(no_libraries)
	@touch $@ .venv/site.stamp

# What pip said stands above; the usual reason in plain words.
no_libraries = { echo "The libraries could not be fetched: the first run needs the network. Is this computer online, and may pip reach its index?" >&2; exit 1; }

lock: ## renew requirements/*.lock from requirements/*.in (needs uv)
	for set in site dev; do \
	  uv pip compile --python-version 3.11 --universal --generate-hashes --no-header --no-annotate \
	    --no-emit-index-url --upgrade requirements/$$set.in --output-file requirements/$$set.lock; \
	done
	uv pip compile --python-version 3.11 --universal --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --upgrade requirements/pdf.in --constraint requirements/site.lock --output-file requirements/pdf.lock

clean: ## remove what was made, not what was written: what .gitignore lists, but for .venv
	git clean -fdXq docs site build
