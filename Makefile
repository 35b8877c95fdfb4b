# What one can do with a fresh clone, with python3 (3.11 or newer), make and, for speed, a C compiler.
#
#   make demo    run the main job against a small picture board on this machine   (ONCE=1: end by itself)
#   make test    check, then run every test
#   make check   style, types and layers
#   make bench   measure against others, as ratios
#   make words   gather every sentence into the translation catalogues
#   make docs    write the pages that are made from the code, and check all pages
#   make clean   remove everything these commands made

UV_VERSION := 0.13.9
WORKERS ?= auto

PYTHON := $(shell python3 -c 'import sys; print(sys.executable)' 2>/dev/null)
BIN := .venv/bin
READY := .venv/.ready
KERNEL := $(wildcard src/rescind/kernel/*.c src/rescind/kernel/*.h)

export UV_PYTHON := $(PYTHON)
export UV_PYTHON_DOWNLOADS := never
# Where the system keeps its own certificates, they count: networks of offices and laboratories often have one of theirs.
export UV_SYSTEM_CERTS := $(if $(wildcard /etc/ssl/certs/ca-certificates.crt),true,false)
export UV_PROJECT_ENVIRONMENT := .venv
unexport VIRTUAL_ENV

.DELETE_ON_ERROR:
.PHONY: demo test check bench words docs clean

demo: $(READY)
	@$(BIN)/python -m demo.run

test: check
	@$(BIN)/python -m pytest -n $(WORKERS) --maxprocesses 4 --dist loadgroup

check: $(READY)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { $(BIN)/ruff format --check .; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@NO_COLOR=1 $(BIN)/lint-imports >.venv/.layers 2>&1 || { cat .venv/.layers; exit 1; }
	@$(BIN)/python tools/check_page.py
	@echo "Style, types and layers are as they should be."

# The peers are needed only to measure, so only this target installs them.
bench: $(READY)
	@for measure in bench/*.py; do \
		.tools/uv run --locked --quiet --inexact --extra desk --extra pdf --extra video --group dev --group bench python "$$measure" || exit 1; \
	done

words: $(READY)
	@$(BIN)/python tools/gather_words.py

docs: $(READY)
	@$(BIN)/python tools/write_commands.py
	@$(BIN)/python tools/write_duties.py
	@$(BIN)/python tools/write_openapi.py
	@$(BIN)/python -m pytest tests/house/test_docs.py tests/house/test_safety.py

clean:
	@rm -rf .venv .tools build dist demo-out src/*.egg-info src/rescind/kernel/*.so
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find src tests demo bench tools -name __pycache__ -type d -prune -exec rm -rf {} +

# A second run is instant: everything is installed again only when what it is made from has changed. pdqhash, which the
# kernel is compared with, needs a C++ compiler; without one (or without that package) its tests skip and say so.
$(READY): uv.lock pyproject.toml setup.py $(KERNEL) | .tools/uv
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Rescind needs python3 3.11 or newer."; exit 1; }
	@echo "Setting up .venv (the first time this takes a minute) ..."
	@command -v cc >/dev/null 2>&1 || echo "There is no C compiler (cc): fingerprints are made by NumPy, which is slower."
	@set -- --locked --quiet --extra desk --extra pdf --extra video --group dev --reinstall-package rescind; \
	if c++ --version >/dev/null 2>&1; then \
		.tools/uv sync "$$@" --group oracle || .tools/uv sync "$$@"; \
	else \
		echo "There is no C++ compiler (c++): the comparison with the pdqhash package is left out."; \
		.tools/uv sync "$$@"; \
	fi
	@touch $@

# uv as it is on this machine; else our own in .tools, from a virtual environment or, where Python has none, beside it.
.tools/uv:
	@test -n "$(PYTHON)" || { echo "Rescind needs python3 (3.11 or newer) on the PATH."; exit 1; }
	@mkdir -p .tools
	@if command -v uv >/dev/null 2>&1; then \
		ln -sf "$$(command -v uv)" $@; \
	elif "$(PYTHON)" -m venv .tools/venv >/dev/null 2>&1 && .tools/venv/bin/pip install --quiet uv==$(UV_VERSION); then \
		ln -sf venv/bin/uv $@; \
	elif "$(PYTHON)" -m pip install --quiet --target .tools/lib uv==$(UV_VERSION); then \
		ln -sf lib/bin/uv $@; \
	else \
		echo "Could not get uv. Install it, or python3-venv, and try again."; exit 1; \
	fi
