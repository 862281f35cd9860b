#!/bin/sh
# licences.sh [OUT]: our licence, the fonts', Go's and those of all modules that
# the program is linked with on any system, in one text file, by default the one
# that is embedded and shipped. Of a module count the licences at its root, those
# beside the packages that are linked, and those of the C code and the files in
# folders below them.
set -eu
ROOT=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
GO=${GO:-go}
OUT=${1:-$ROOT/resources/licences.txt}
cd "$ROOT"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

# One line a package: module, version, the module's folder, the package's folder.
for os in linux windows darwin; do
	CGO_ENABLED=1 GOOS=$os GOARCH=amd64 "$GO" list -tags migrated_fynedo -deps \
		-f '{{$d := .Dir}}{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}} {{$d}}{{end}}{{end}}' ./cmd/tallyboard >>"$work/all"
done
LC_ALL=C sort -u "$work/all" | sed '/^$/d' >"$work/packages"
cut -d' ' -f1-3 "$work/packages" | uniq >"$work/modules"

section() { printf '\n%s\n%s\n\n' "$1" "================================================================"; }

# licences FOLDER: the licence files in it.
licences() { find "$1" -maxdepth 1 -type f \( -iname 'licen[sc]e*' -o -iname 'copying*' -o -iname 'notice*' -o -iname patents \) ! -name '*.go'; }

# of MODULE ROOT: the licence files that count, one a line.
of() {
	licences "$2"
	awk -v m="$1" '$1 == m { print $4 }' "$work/packages" | while read -r dir; do
		for below in "$dir"/*/; do
			case $below in */testdata/) continue ;; esac
			if [ -d "$below" ] && ! ls "$below"*.go >/dev/null 2>&1; then licences "${below%/}"; fi
		done
		while [ "$dir" != "$2" ]; do
			licences "$dir"
			dir=$(dirname "$dir")
		done
	done
}

{
	section "Tallyboard"
	cat LICENSE
	section "Noto Sans SC (embedded font)"
	cat resources/fonts/NotoSansSC-LICENSE.txt
	section "Symbola (embedded font of emoji)"
	cat resources/fonts/Symbols-LICENSE.txt
	section "Go and its standard library"
	cat "$("$GO" env GOROOT)/LICENSE"
	while read -r path version dir; do
		of "$path" "$dir" | LC_ALL=C sort -u >"$work/files"
		[ -s "$work/files" ] || { echo "$path: no licence in $dir" >&2; exit 1; }
		section "$path $version"
		while read -r f; do
			[ "$(wc -l <"$work/files")" = 1 ] || printf '%s:\n\n' "${f#"$dir"/}"
			cat "$f"
			echo
		done <"$work/files"
	done <"$work/modules"
} | tr -d '\r\f' | sed 's/[[:space:]]*$//' | cat -s >"$work/out"
cp "$work/out" "$OUT"
