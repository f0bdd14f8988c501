# Every target works from a fresh clone with python3 (3.11 or newer), pip and make.
PY := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help demo test check evals bench train clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

.venv/stamp: pyproject.toml uv.lock
	python3 -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check uv
	.venv/bin/uv sync --quiet --frozen --inexact
	touch $@

demo: .venv/stamp  ## read three bundled articles, keep them, brief a pair
	PATH="$(CURDIR)/.venv/bin:$$PATH" sh examples/demo.sh

test: .venv/stamp  ## run the tests
	$(PY) -m pytest

check: .venv/stamp  ## lint, types and the rooms' one-way imports
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

evals: .venv/stamp  ## quality on the project's gold sets, against their floors
	$(PY) -m evals

bench: .venv/stamp  ## speed and memory
	$(PY) -m benchmarks

train:  ## train the scorer anew on the corpus (half an hour; needs PyTorch)
	python3 -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
	PYTHONPATH=src .venv-train/bin/python -m training

clean:  ## remove what the targets made
	rm -rf .venv .venv-train demo
