# The tasks of this repository. `make` builds, `make test lint` is what a change must pass.

CARGO ?= cargo
GOC2C = target/release/goc2c

.PHONY: all
all:
	$(CARGO) build --release --locked

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
	$(GOC2C) --generate man > doc/man/goc2c.1
	$(GOC2C) --generate bash > doc/completions/goc2c.bash
	$(GOC2C) --generate zsh > doc/completions/_goc2c
	$(GOC2C) --generate fish > doc/completions/goc2c.fish
	$(GOC2C) --generate powershell > doc/completions/_goc2c.ps1
	$(GOC2C) --generate elvish > doc/completions/goc2c.elv

.PHONY: clean
clean:
	$(CARGO) clean
