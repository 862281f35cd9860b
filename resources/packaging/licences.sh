#!/bin/sh
# licences.sh OUT: our licence, the font's, Go's and those of all modules that
# the program is linked with on any system, in one text file.
set -eu
ROOT=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
GO=${GO:-go}
OUT=$1
cd "$ROOT"
modules=$(mktemp)
trap 'rm -f "$modules"' EXIT INT TERM

for os in linux windows darwin; do
	CGO_ENABLED=1 GOOS=$os GOARCH=amd64 "$GO" list -tags migrated_fynedo -deps \
		-f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}' ./cmd/tallyboard >>"$modules"
done
sort -u -o "$modules" "$modules"

section() { printf '\n%s\n%s\n\n' "$1" "================================================================"; }

{
	section "Tallyboard"
	cat LICENSE
	section "Noto Sans SC (embedded font)"
	cat resources/fonts/NotoSansSC-LICENSE.txt
	section "Go and its standard library"
	cat "$("$GO" env GOROOT)/LICENSE"
	while read -r path version dir; do
		section "$path $version"
		found=
		for f in "$dir"/LICEN[SC]E* "$dir"/COPYING* "$dir"/[Ll]icen[sc]e*; do
			if [ -f "$f" ]; then
				cat "$f"
				found=1
				break
			fi
		done
		[ -n "$found" ] || { echo "$path: no licence in $dir" >&2; exit 1; }
	done <"$modules"
} >"$OUT"
