# Sourced by the packaging scripts: what FyneApp.toml says, as shell variables,
# and the steps that all packages share. Run from anywhere.

ROOT=$(CDPATH= cd -- "$(dirname -- "$0")/../../.." && pwd)
PACKAGING=$ROOT/resources/packaging
DIST=${DIST:-$ROOT/dist}
GO=${GO:-go}

toml() { sed -n "s/^$1 *= *\"\{0,1\}\([^\"]*\)\"\{0,1\} *$/\1/p" "$ROOT/FyneApp.toml"; }

APP_NAME=$(toml Name)
APP_ID=$(toml ID)
APP_VERSION=$(toml Version)
APP_BUILD=$(toml Build)
APP_NAME_ZH=客服透视
# The day of this version in the CHANGELOG.
APP_DATE=$(sed -n "s/^## \[\{0,1\}$APP_VERSION\]\{0,1\} *[-–—] *\([0-9-]\{10\}\).*/\1/p" "$ROOT/CHANGELOG.md" | head -1)
for v in "$APP_NAME" "$APP_ID" "$APP_VERSION" "$APP_BUILD" "$APP_DATE"; do
	[ -n "$v" ] || { echo "FyneApp.toml lacks a value, or CHANGELOG.md a dated heading for its version" >&2; exit 1; }
done

# Builds can be repeated: times in packages come from the last commit.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$ROOT" log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

# fill TEMPLATE OUT: copies a template with its @WORDS@ filled in.
fill() {
	mkdir -p "$(dirname "$2")"
	sed -e "s|@NAME@|$APP_NAME|g" -e "s|@NAME_ZH@|$APP_NAME_ZH|g" -e "s|@ID@|$APP_ID|g" \
		-e "s|@VERSION@|$APP_VERSION|g" -e "s|@VERSION_COMMAS@|$(echo "$APP_VERSION" | tr . ,),$APP_BUILD|g" \
		-e "s|@VERSION_FOUR@|$APP_VERSION.$APP_BUILD|g" -e "s|@BUILD@|$APP_BUILD|g" \
		-e "s|@DATE@|$APP_DATE|g" "$1" >"$2"
	if grep -n '@[A-Z_]*@' "$2"; then echo "$1: a word was not filled in" >&2; exit 1; fi
}

# icons: every size and container of the program's icon, in $DIST/icons.
icons() {
	mkdir -p "$DIST/icons"
	master=$ROOT/$(toml Icon)
	if command -v rsvg-convert >/dev/null; then # sharper than the committed picture scaled up
		master=$DIST/icons/master.png
		rsvg-convert -w 1024 -h 1024 "$ROOT/resources/icons/app.svg" -o "$master"
	fi
	(cd "$ROOT" && CGO_ENABLED=0 GOOS= GOARCH= "$GO" run ./resources/packaging/icon "$master" "$DIST/icons")
}

# fonts: a package without the embedded fonts would show no Chinese, and boxes for emoji.
fonts() {
	for f in NotoSansSC-Regular NotoSansSC-Bold Symbols; do
		[ -s "$ROOT/resources/fonts/$f.ttf" ] || { echo "resources/fonts/$f.ttf is missing: run make fonts first" >&2; exit 1; }
	done
}

# program OUT [LDFLAGS]: the program for GOOS and GOARCH, without symbols.
program() {
	fonts
	mode=default
	[ "$("$GO" env GOOS)" = linux ] && mode=pie # distributions expect it
	(cd "$ROOT" && CGO_ENABLED=1 "$GO" build -buildmode=$mode -tags migrated_fynedo -ldflags "-s -w -X main.release=$APP_VERSION ${2:-}" -o "$1" ./cmd/tallyboard)
}

# sum FILE…: adds checksums of finished packages to $DIST/SHA256SUMS and
# prints their sizes.
sum() {
	for f in "$@"; do
		name=$(basename "$f")
		touch "$DIST/SHA256SUMS"
		grep -v " $name\$" "$DIST/SHA256SUMS" >"$DIST/SHA256SUMS.new" || true
		(cd "$DIST" && { sha256sum "$name" 2>/dev/null || shasum -a 256 "$name"; }) >>"$DIST/SHA256SUMS.new"
		mv "$DIST/SHA256SUMS.new" "$DIST/SHA256SUMS"
		echo "$f  $(($(wc -c <"$f") / 1024)) KB"
	done
}
