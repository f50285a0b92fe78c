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
	cp target/$(HOST)/release/goc2c bin/

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
	bin/goc2c --generate man > doc/man/goc2c.1
	bin/goc2c --generate bash > doc/completions/goc2c.bash
	bin/goc2c --generate zsh > doc/completions/_goc2c
	bin/goc2c --generate fish > doc/completions/goc2c.fish
	bin/goc2c --generate powershell > doc/completions/_goc2c.ps1
	bin/goc2c --generate elvish > doc/completions/goc2c.elv

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

.PHONY: clean
clean:
	rm -rf bin
	$(CARGO) clean
