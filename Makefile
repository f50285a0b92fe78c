# The tasks of this repository: `make help` lists them.

CARGO ?= cargo
PREFIX ?= /usr/local
HOST := $(shell rustc -vV | sed -n 's/^host: //p')

# A static program starts in less time. Only a build for a named target keeps its flags from the build's own helpers,
# which cannot be static.
ifeq ($(findstring linux-gnu,$(HOST)),linux-gnu)
STATIC = RUSTFLAGS='-C target-feature=+crt-static -C relocation-model=static'
endif

.PHONY: build
build: ## build bin/goc2c and bin/gen-runtime (the default)
	$(STATIC) $(CARGO) build --release --locked --target $(HOST)
	mkdir -p bin
	cp target/$(HOST)/release/goc2c target/$(HOST)/release/gen-runtime bin/

.PHONY: help
help: ## list the tasks
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 16

.PHONY: test
test: ## run all tests
	$(CARGO) test --locked --workspace

.PHONY: stress
stress: ## try dialect gc under load and with random C for a minute each; GOC_STRESS=10m, GOC2C_STRESS=600 for longer
	GOC_STRESS=$${GOC_STRESS:-1m} $(CARGO) test --locked -p goc2c --test gc stress -- --nocapture
	GOC2C_STRESS=$${GOC2C_STRESS:-60} $(CARGO) test --locked -p goc2c --test gc_properties -- --nocapture

.PHONY: lint
lint: ## check format, lints and documentation
	$(CARGO) fmt --all --check
	$(CARGO) clippy --locked --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS='-D warnings' $(CARGO) doc --locked --workspace --no-deps

# Snapshots of diagnostics, help and reports; read the difference before you commit it.
.PHONY: bless
bless: ## rewrite the snapshots of diagnostics, help and reports
	INSTA_UPDATE=always $(CARGO) test --locked --workspace

.PHONY: install
install: build ## install programs, man pages and completions below PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	install -d $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	for program in goc2c gen-runtime; do \
	  install -m 755 bin/$$program $(DESTDIR)$(PREFIX)/bin/; \
	  install -m 644 doc/man/$$program.1 $(DESTDIR)$(PREFIX)/share/man/man1/; \
	  install -m 644 doc/completions/$$program.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/$$program; \
	  install -m 644 doc/completions/_$$program $(DESTDIR)$(PREFIX)/share/zsh/site-functions/; \
	  install -m 644 doc/completions/$$program.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/; \
	done

# Man pages, completions and the page of errors, which are checked in and compared in the tests.
.PHONY: generated
generated: build ## write man pages, completions and doc/errors.md anew
	mkdir -p doc/man doc/completions
	for program in goc2c gen-runtime; do \
	  bin/$$program --generate man > doc/man/$$program.1; \
	  bin/$$program --generate bash > doc/completions/$$program.bash; \
	  bin/$$program --generate zsh > doc/completions/_$$program; \
	  bin/$$program --generate fish > doc/completions/$$program.fish; \
	  bin/$$program --generate powershell > doc/completions/_$$program.ps1; \
	  bin/$$program --generate elvish > doc/completions/$$program.elv; \
	done
	{ bin/goc2c explain --page; echo; bin/gen-runtime explain --page; } > doc/errors.md

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
.PHONY: bench-gc
bench-gc: build ## measure C by dialect gc, against Go and cgo
	bin/goc2c --dialect gc examples/gc/bench/gc/gc.goc
	cd examples/gc/bench && $${NEWER_GO:-go} test -run Same -bench . -count 5

.PHONY: clean
clean: ## remove what was built
	rm -rf bin
	$(CARGO) clean
