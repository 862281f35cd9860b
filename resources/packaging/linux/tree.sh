# Sourced by deb.sh and tar.sh: the files of the program under a prefix.

# executable [--binary FILE]: sets EXE, building the program unless one is given.
executable() {
	EXE=$DIST/linux/tallyboard
	if [ "${1:-}" = --binary ]; then
		EXE=$2
	else
		mkdir -p "$DIST/linux"
		program "$EXE"
	fi
}

# tree PREFIX: executable, desktop entry, AppStream data, man page and icons.
tree() {
	icons
	mkdir -p "$1/bin"
	install -m 755 "$EXE" "$1/bin/tallyboard"
	fill "$PACKAGING/linux/tallyboard.desktop.in" "$1/share/applications/$APP_ID.desktop"
	fill "$PACKAGING/linux/tallyboard.metainfo.xml.in" "$1/share/metainfo/$APP_ID.metainfo.xml"
	fill "$PACKAGING/linux/tallyboard.1.in" "$1/share/man/man1/tallyboard.1"
	for n in 16 24 32 48 64 128 256 512; do
		mkdir -p "$1/share/icons/hicolor/${n}x$n/apps"
		install -m 644 "$DIST/icons/$n.png" "$1/share/icons/hicolor/${n}x$n/apps/$APP_ID.png"
	done
	mkdir -p "$1/share/icons/hicolor/scalable/apps"
	install -m 644 "$ROOT/resources/icons/app.svg" "$1/share/icons/hicolor/scalable/apps/$APP_ID.svg"
	if command -v desktop-file-validate >/dev/null; then
		desktop-file-validate "$1/share/applications/$APP_ID.desktop"
	fi
	if command -v appstreamcli >/dev/null; then
		appstreamcli validate --no-net "$1/share/metainfo/$APP_ID.metainfo.xml"
	fi
}
