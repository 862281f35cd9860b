#!/bin/sh
# Puts Tallyboard under a prefix, by default for you alone:
#   ./install.sh [PREFIX]             (default ~/.local; /usr/local for everybody)
#   ./install.sh --remove [PREFIX]    takes it away again; your data stays
set -eu
cd "$(dirname "$0")"
remove=
if [ "${1:-}" = --remove ]; then
	remove=1
	shift
fi
prefix=${1:-$HOME/.local}

find bin share -type f | while read -r f; do
	if [ -n "$remove" ]; then
		rm -f "$prefix/$f"
	else
		mkdir -p "$prefix/$(dirname "$f")"
		cp -p "$f" "$prefix/$f"
	fi
done
for cmd in "update-desktop-database $prefix/share/applications" "gtk-update-icon-cache -q -t -f $prefix/share/icons/hicolor"; do
	if command -v "${cmd%% *}" >/dev/null; then $cmd 2>/dev/null || true; fi
done
[ -n "$remove" ] || echo "Installed under $prefix. Start it with $prefix/bin/tallyboard or from the menu."
