# The tasks of this repository. `make` builds, `make test lint` is what a change must pass.

CARGO ?= cargo
HOST := $(shell rustc -vV | sed -n 's/^host: //p')

# A static program starts in less time. Only a build for a named target keeps its flags from the build's own helpers,
# which cannot be static.
ifeq ($(findstring linux-gnu,$(HOST)),linux-gnu)
STATIC = RUSTFLAGS='-C target-feature=+crt-static -C relocation-model=static'
endif

.PHONY: all
all:
	$(STATIC) $(CARGO) build --release --locked --target $(HOST)
	mkdir -p bin
	cp target/$(HOST)/release/goc2c target/$(HOST)/release/gen-runtime bin/

.PHONY: test
test:
	$(CARGO) test --locked --workspace

.PHONY: lint
lint:
	$(CARGO) fmt --all --check
	$(CARGO) clippy --locked --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS='-D warnings' $(CARGO) doc --locked --workspace --no-deps

# Man pages and completions, which are checked in and compared in the tests.
.PHONY: generated
generated: all
	mkdir -p doc/man doc/completions
	for program in goc2c gen-runtime; do \
	  bin/$$program --generate man > doc/man/$$program.1; \
	  bin/$$program --generate bash > doc/completions/$$program.bash; \
	  bin/$$program --generate zsh > doc/completions/_$$program; \
	  bin/$$program --generate fish > doc/completions/$$program.fish; \
	  bin/$$program --generate powershell > doc/completions/_$$program.ps1; \
	  bin/$$program --generate elvish > doc/completions/$$program.elv; \
	done

# Time and memory as tables; BENCH_REF=PROGRAM measures another goc2c in turn.
.PHONY: bench
bench: all
	BENCH_GOC2C=$(CURDIR)/bin/goc2c $(CARGO) bench --locked --bench whole

.PHONY: bench-stages
bench-stages:
	$(CARGO) bench --locked --bench stages

# Instructions per input byte, by callgrind, against doc/instructions.tsv.
.PHONY: instructions
instructions: all
	BENCH_GOC2C=$(CURDIR)/bin/goc2c $(CARGO) bench --locked --bench whole -- instructions

# The example for today's gccgo: its own tests where the tools are, else the C that it would be.
.PHONY: demo
demo: all
	@if command -v gccgo-12 && command -v gcc-12 && command -v go; then \
	  $(MAKE) -C examples/checksum test GOC2C=$(CURDIR)/bin/goc2c; \
	else \
	  bin/goc2c --dialect gccgo11 examples/checksum/checksum.goc; \
	  echo 'To build and test it: apt-get install gccgo-12 golang-go gcc-12'; \
	fi

# What a call costs: Go, C by a .goc file, C by cgo.
.PHONY: bench-call
bench-call: all
	examples/call-bench/run $(CURDIR)/bin/goc2c

.PHONY: clean
clean:
	rm -rf bin
	$(CARGO) clean
