# The commands of the project. `make run` and `make test` install by themselves what Debian packages are missing.

SWIFT := swift
# Nothing calls URLSession (Sources/CCurl/URLSession.c), so libcurl is not loaded at start.
# Everything else is linked in or the system's: no library is looked for beside the program.
RELEASE := -c release --static-swift-stdlib --disable-local-rpath --product carrier-editor \
    -Xswiftc -Xfrontend -Xswiftc -disable-autolink-library -Xswiftc -Xfrontend -Xswiftc curl
PROGRAM := .build/release/carrier-editor
PREFIX ?= $(HOME)/.local
SOAK ?= 2000
FUZZ ?= 2000000

.PHONY: run demo build test fuzz soak lint format bench install manual pictures packages test-packages toolchain

run: build                       ## build and open the editor
	@$(PROGRAM)

demo: build                      ## the same on a throw-away store with a UPS of our own
	@$(PROGRAM) demo

build: packages                  ## the release program, in SwiftPM's release folder
	$(SWIFT) build $(RELEASE)

test: test-packages              ## every test, the core's under sanitizers too, and a short fuzzing
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --no-parallel --quiet
	@scripts/sanitize
	@scripts/fuzz

fuzz: test-packages              ## a long fuzzing, FUZZ inputs for each parser
	@scripts/fuzz $(FUZZ)

soak: test-packages              ## renewals killed at SOAK random moments, strict and lenient
	$(SWIFT) build --build-tests
	SOAK=$(SOAK) $(SWIFT) test --skip-build --no-parallel --filter RandomKillTests

lint:                            ## the formatting, and that Sources/ has no banned shortcuts
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests Examples
	@! grep -rnE 'try!|as!|fatalError\(' --include='*.swift' Sources Tests Examples

format:
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests Examples

bench: build test-packages       ## figures, side by side with other programs
	@Benchmarks/run $(PROGRAM)

SHARE := $(DESTDIR)$(PREFIX)/share

install: build                   ## program, manual and completions into PREFIX, default ~/.local
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/carrier-editor
	install -D -m 644 assets/carrier-editor.1 $(SHARE)/man/man1/carrier-editor.1
	mkdir -p $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	$(PROGRAM) --generate-completion-script bash >$(SHARE)/bash-completion/completions/carrier-editor
	$(PROGRAM) --generate-completion-script zsh >$(SHARE)/zsh/site-functions/_carrier-editor
	$(PROGRAM) --generate-completion-script fish >$(SHARE)/fish/vendor_completions.d/carrier-editor.fish

manual: packages                 ## assets/carrier-editor.1, after a change of the commands
	@scripts/manual

pictures: build test-packages    ## assets/pictures, every window; assets/walkthrough.svg, the demo in a terminal
	$(SWIFT) build --build-tests
	mkdir -p assets/pictures
	RECORD_PICTURES=$(CURDIR)/assets/pictures $(SWIFT) test --skip-build --no-parallel --quiet --filter CarrierScreensTests
	scripts/walkthrough $(PROGRAM) >assets/walkthrough.svg

toolchain:
	@command -v $(SWIFT) >/dev/null || { echo "There is no $(SWIFT) here. Install Swift 6.2 or later first: https://www.swift.org/install/" >&2; exit 1; }

packages: toolchain              ## installs what is missing for building
	@scripts/packages build

test-packages: toolchain         ## installs what is missing for testing
	@scripts/packages build test
