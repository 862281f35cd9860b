# Tallyboard. The two targets that a fresh machine needs are `make demo` and
# `make test`; both install what is missing first.

GO      ?= go
TAGS    := -tags migrated_fynedo
BIN     := bin/tallyboard
OUT     := out
PKGS    := ./cmd/... ./internal/... ./resources/...
# Packages without a window: tested with the race detector.
PLAIN   := $$($(GO) list $(TAGS) ./internal/... | grep -v /ui)
export CGO_ENABLED := 1

.PHONY: help demo test test-session run build fonts deps deps-test lint vet fmt race bench bench-peers fuzz golden \
        package package-windows package-deb package-tar package-macos test-windows test-deb test-print licences clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 18

demo: build ## build, make the weekly report of the sample shop in out/, open the window
	@mkdir -p $(OUT)
	$(BIN) sample -o $(OUT)/sample
	$(BIN) inspect $(OUT)/sample
	$(BIN) report weekly $(OUT)/sample -o $(OUT)/weekly.xlsx -o $(OUT)/weekly.pdf
	@echo; echo "The weekly report:"; ls -l $(OUT)/weekly.xlsx $(OUT)/weekly.pdf
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] && [ -z "$$CI" ]; then \
		echo "Opening the window."; $(BIN) $(OUT)/sample; \
	else echo "No display here, so no window: on a desktop this opens it."; fi

test: deps-test fonts vet ## every check and test
	$(GO) test $(TAGS) -timeout 20m $(PKGS)
	$(MAKE) race

test-session: deps-test fonts ## Explore by hand in a real window: both languages, light and dark, small and large; pictures in ci-output
	TALLYBOARD_SESSION=all TALLYBOARD_SHOTS=$(CURDIR)/ci-output $(GO) test $(TAGS) -timeout 120m -run 'TestExplore|TestShapes' -v ./cmd/tallyboard

run: build ## open the window
	$(BIN) $(ARGS)

build: deps fonts ## the program, in bin/
	$(GO) build $(TAGS) -o $(BIN) ./cmd/tallyboard

# What the compiler needs, and what the tests need on top.
deps:
	@sh resources/packaging/deps.sh build
deps-test:
	@sh resources/packaging/deps.sh build test

fonts: resources/fonts/Symbols.ttf ## the embedded fonts, from Debian's fonts-noto-cjk and fonts-symbola
resources/fonts/Symbols.ttf: resources/fonts/mk.py
	@sh resources/packaging/deps.sh fonts
	python3 resources/fonts/mk.py resources/fonts

vet:
	@bad=$$(gofmt -l cmd internal resources); if [ -n "$$bad" ]; then echo "gofmt would change:"; echo "$$bad"; exit 1; fi
	$(GO) vet $(TAGS) $(PKGS)

fmt: ## format the code
	gofmt -w cmd internal resources

lint: ## golangci-lint, installed where it is missing
	@command -v golangci-lint >/dev/null || $(GO) install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.6.0
	PATH="$$PATH:$$($(GO) env GOPATH)/bin" golangci-lint run

race: deps-test fonts ## the tests of everything without a window, under the race detector
	$(GO) test $(TAGS) -race -short -timeout 40m $(PLAIN)

bench: ## benchmarks; compare two runs with benchstat
	$(GO) test $(TAGS) -run '^$$' -bench . -benchmem -count $(or $(COUNT),6) $(or $(PKG),./internal/...)

golden: ## rewrite the golden files of the tests; look at the diff
	$(GO) test $(TAGS) $$(grep -rl --include='*_test.go' '"tallyboard/internal/golden"' internal | xargs -n1 dirname | sort -u | sed 's|^|./|') -update

fuzz: ## fuzz every target for FUZZTIME (30s)
	@for pkg in $$($(GO) list $(TAGS) ./internal/...); do \
		for f in $$($(GO) test $(TAGS) -list '^Fuzz' $$pkg | grep ^Fuzz); do \
			echo "$$pkg $$f"; $(GO) test $(TAGS) -run '^$$' -fuzz "^$$f$$" -fuzztime $(or $(FUZZTIME),30s) $$pkg || exit 1; \
		done; done

package: package-windows package-deb package-tar ## all packages that a Debian machine can make, with sizes and checksums
	cd dist && sha256sum *.exe *.deb *.tar.gz > SHA256SUMS && ls -l && cat SHA256SUMS

package-windows: fonts ## the Windows installer, by mingw-w64 and NSIS
	sh resources/packaging/deps.sh build windows
	sh resources/packaging/windows/package.sh

package-deb: fonts ## the Debian package
	sh resources/packaging/deps.sh build package
	sh resources/packaging/linux/deb.sh

package-tar: fonts ## the archive for other Linux systems
	sh resources/packaging/deps.sh build package
	sh resources/packaging/linux/tar.sh

package-macos: fonts ## the macOS application, on a Mac
	sh resources/packaging/macos/package.sh

test-windows: ## install, use, upgrade and remove the Windows package under wine
	sh resources/packaging/deps.sh wine
	sh resources/packaging/windows/test.sh

test-deb: ## install and use the Debian package in a fresh Debian 12 (as root)
	sh resources/packaging/deps.sh chroot
	sh resources/packaging/linux/test.sh

test-print: build ## print to a CUPS queue and compare the pages (as root)
	sh resources/packaging/deps.sh print
	sh resources/packaging/linux/test-print.sh

licences: ## the text of all licences, after a module has changed
	sh resources/packaging/licences.sh

bench-peers: build ## beside excelize, encoding/csv, pandas, openpyxl, LibreOffice and DuckDB, each in one run; ROWS=1000000 for a year
	sh resources/packaging/deps.sh peers
	$(BIN) sample -o out/peers/xlsx --rows $(or $(ROWS),100000) >/dev/null
	$(BIN) sample -o out/peers/csv --rows $(or $(ROWS),100000) --format csv >/dev/null
	/usr/bin/python3 internal/sheet/testdata/peers.py $(BIN) out/peers/xlsx/来电表.xlsx $(or $(ROUNDS),3)
	/usr/bin/python3 internal/sheet/testdata/peers.py $(BIN) out/peers/csv/来电表.csv $(or $(ROUNDS),3)
	TALLYBOARD_BENCH_ROWS=$(or $(ROWS),100000) $(GO) test $(TAGS) -run '^$$' -bench FirstChart -benchtime 7x ./internal/session
	$(GO) test $(TAGS) -run '^$$' -bench 'AgainstExcelize|AgainstStandard|XLS$$|Look' -benchtime 7x ./internal/sheet
	mkdir -p out/peers && cd out/peers && npm install --silent --no-audit --no-fund @duckdb/node-api
	PEER_NODE_MODULES=$(CURDIR)/out/peers/node_modules $(GO) test -tags 'migrated_fynedo peer' -run Peer -v ./internal/pivot

clean:
	rm -rf bin out dist ci-output
