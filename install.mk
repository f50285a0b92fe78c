# Puts what is in bin/ and doc/ in place, and takes it away again. No tool chain is asked for. This is the whole Makefile
# of an archive that `make dist` makes; in a checkout the Makefile beside it says how bin/ is made.

PREFIX ?= /usr/local
bindir ?= $(PREFIX)/bin
datadir ?= $(PREFIX)/share
mandir ?= $(datadir)/man

PROGRAMS = goc2c gen-runtime
LICENCES = LICENSE-APACHE LICENSE-MIT

# Each folder of ours or others, and the files that go there.
docdir = $(datadir)/doc/goc2c
bashdir = $(datadir)/bash-completion/completions
zshdir = $(datadir)/zsh/site-functions
fishdir = $(datadir)/fish/vendor_completions.d
man_pages = $(notdir $(wildcard doc/man/*.1))

.PHONY: all
all: $(PROGRAMS:%=bin/%)

.PHONY: install
install: all ## install programs, man pages, completions and licences below PREFIX
	install -d '$(DESTDIR)$(bindir)' '$(DESTDIR)$(mandir)/man1' '$(DESTDIR)$(docdir)'
	install -d '$(DESTDIR)$(bashdir)' '$(DESTDIR)$(zshdir)' '$(DESTDIR)$(fishdir)'
	install -m 755 $(PROGRAMS:%=bin/%) '$(DESTDIR)$(bindir)'
	install -m 644 $(man_pages:%=doc/man/%) '$(DESTDIR)$(mandir)/man1'
	install -m 644 $(LICENCES) '$(DESTDIR)$(docdir)'
	for program in $(PROGRAMS); do \
	  install -m 644 doc/completions/$$program.bash '$(DESTDIR)$(bashdir)'/$$program && \
	  install -m 644 doc/completions/_$$program '$(DESTDIR)$(zshdir)' && \
	  install -m 644 doc/completions/$$program.fish '$(DESTDIR)$(fishdir)' || exit 1; \
	done

# Folders that others use too stay.
.PHONY: uninstall
uninstall: ## remove what `install` puts there, with the same PREFIX
	rm -f $(PROGRAMS:%='$(DESTDIR)$(bindir)'/%)
	rm -f $(man_pages:%='$(DESTDIR)$(mandir)/man1'/%)
	rm -f $(LICENCES:%='$(DESTDIR)$(docdir)'/%)
	rm -f $(PROGRAMS:%='$(DESTDIR)$(bashdir)'/%)
	rm -f $(PROGRAMS:%='$(DESTDIR)$(zshdir)'/_%)
	rm -f $(PROGRAMS:%='$(DESTDIR)$(fishdir)'/%.fish)
	[ ! -d '$(DESTDIR)$(docdir)' ] || rmdir '$(DESTDIR)$(docdir)'
