#!/bin/sh
# Cross-builds tallyboard.exe and its setup on Debian (mingw-w64, NSIS).
# With TALLYBOARD_SIGN=script, exe, uninstaller and setup are signed by
# "script FILE". With --exe only the exe is built; with --setup only the setup,
# of the exe that is there.
set -eu
. "$(dirname "$0")/../meta.sh"

W=$DIST/windows
EXE=$W/tallyboard.exe
SETUP=$DIST/$APP_NAME-$APP_VERSION-setup.exe
MINGW=x86_64-w64-mingw32
mkdir -p "$W"
icons
cp "$DIST/icons/app.ico" "$W/app.ico"

sign() { [ -z "${TALLYBOARD_SIGN:-}" ] || "$TALLYBOARD_SIGN" "$1"; }

if [ "${1:-}" != --setup ]; then
	fill "$PACKAGING/windows/tallyboard.rc.in" "$W/tallyboard.rc"
	fill "$PACKAGING/windows/tallyboard.manifest.in" "$W/tallyboard.manifest"
	SYSO=$ROOT/cmd/tallyboard/resources_windows_amd64.syso
	trap 'rm -f "$SYSO"' EXIT INT TERM
	(cd "$W" && $MINGW-windres --codepage=65001 -O coff -i tallyboard.rc -o "$SYSO")
	export GOOS=windows GOARCH=amd64 CC=$MINGW-gcc CXX=$MINGW-g++
	program "$EXE" "-H windowsgui -extldflags=-static"
	unset GOOS GOARCH CC CXX
	sign "$EXE"
fi
[ "${1:-}" = --exe ] && exit

cp "$ROOT/resources/licences.txt" "$W/licences.txt"
makensis -V2 -INPUTCHARSET UTF8 \
	-DVERSION="$APP_VERSION" -DVERSION_FOUR="$APP_VERSION.$APP_BUILD" -DNAME="$APP_NAME" -DID="$APP_ID" \
	-DEXE="$EXE" -DICON="$W/app.ico" -DBANNER="$DIST/icons/banner.bmp" -DLICENCES="$W/licences.txt" -DOUT="$SETUP" \
	${TALLYBOARD_SIGN:+-DSIGN="$TALLYBOARD_SIGN"} "$PACKAGING/windows/setup.nsi"
sum "$SETUP"
