#!/bin/sh
# Makes a .tar.gz for systems without .deb: the tree, and a script that puts it
# under a prefix. With --binary FILE an executable is taken that is there.
set -eu
. "$(dirname "$0")/../meta.sh"
. "$PACKAGING/linux/tree.sh"

NAME=tallyboard-$APP_VERSION-linux-$("$GO" env GOARCH)
WORK=$DIST/tar
rm -rf "$WORK"
executable "$@"
tree "$WORK/$NAME"
cp "$ROOT/README.md" "$ROOT/LICENSE" "$ROOT/CHANGELOG.md" "$WORK/$NAME/"
cp "$ROOT/resources/licences.txt" "$WORK/$NAME/licences.txt"
install -m 755 "$PACKAGING/linux/install.sh" "$WORK/$NAME/install.sh"
tar -C "$WORK" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - "$NAME" |
	gzip -9n >"$DIST/$NAME.tar.gz"
sum "$DIST/$NAME.tar.gz"
