#!/bin/sh
# Tries the Windows setup under wine, in a fresh prefix: silent installation,
# what it wrote, the installed exe without a window and with one, refusal while
# it runs, upgrade in place, removal that leaves the user's data, and removal
# that takes it along. Pictures of the windows go to ci-output/windows.
#   test.sh [SETUP.exe]
set -eu
. "$(dirname "$0")/../meta.sh"

SETUP=${1:-$DIST/$APP_NAME-$APP_VERSION-setup.exe}
OUT=$ROOT/ci-output/windows
WORK=$(mktemp -d)
mkdir -p "$OUT"
SETUP=$(realpath "$SETUP")

export HOME="$WORK/home" WINEPREFIX="$WORK/prefix" WINEDEBUG=-all WINEARCH=win64
export WINEDLLOVERRIDES="winemenubuilder.exe=d;mscoree=;mshtml=" LIBGL_ALWAYS_SOFTWARE=1
unset XDG_DATA_HOME XDG_CONFIG_HOME
mkdir -p "$HOME"

Xvfb -displayfd 3 -screen 0 1366x768x24 +extension GLX -nolisten tcp 3>"$WORK/display" >/dev/null 2>&1 &
XVFB=$!
cleanup() {
	wineserver -k 2>/dev/null || true
	kill "$XVFB" 2>/dev/null || true
	rm -rf "$WORK"
}
trap cleanup EXIT INT TERM
n=0
while [ ! -s "$WORK/display" ] && [ $n -lt 50 ]; do n=$((n + 1)); sleep 0.2; done
DISPLAY=:$(cat "$WORK/display")
export DISPLAY

failed=0
check() { # check WHAT COMMAND…
	what=$1
	shift
	if "$@" >/dev/null 2>&1; then echo "ok    $what"; else echo "FAIL  $what"; failed=1; fi
}
not() { ! "$@"; }
status() { # status WANTED COMMAND…
	want=$1
	shift
	got=0
	"$@" >"$WORK/log" 2>&1 || got=$?
	[ "$got" = "$want" ] || { echo "      exit status $got"; return 1; }
}
key() { # key PATH [VALUE [PATTERN]]
	got=$(wine reg query "HKCU\\Software\\$1" ${2:+/v "$2"}) || return 1
	echo "$got" | grep -q "${3:-.}"
}
shot() { import -window root "$OUT/$1.png"; }

wineboot -i >/dev/null 2>&1
wine winecfg -v win10 >/dev/null 2>&1
wineserver -w
x86_64-w64-mingw32-gcc -shared -O2 -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" "$PACKAGING/windows/wine/bcryptprimitives.c" -ladvapi32

U=$(find "$WINEPREFIX/drive_c/users" -maxdepth 1 -mindepth 1 -type d ! -name Public | head -1)
LOCAL=$U/AppData/Local
I=$LOCAL/Programs/$APP_NAME
LIBRARY=$LOCAL/$APP_NAME
MENU="$U/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/$APP_NAME.lnk"
DESK="$U/Desktop/$APP_NAME.lnk"
UNKEY="Microsoft\\Windows\\CurrentVersion\\Uninstall\\$APP_ID"

echo "# install"
wine winecfg -v win7
wineserver -w
check "setup refuses Windows 7" status 2 wine "$SETUP" /S
check "and leaves nothing there" test ! -e "$I"
wine winecfg -v win10
wineserver -w
check "setup is silent and done" status 0 wine "$SETUP" /S
wineserver -w
check "exe" test -s "$I/tallyboard.exe"
check "uninstaller" test -s "$I/uninstall.exe"
check "licences" grep -q "SIL OPEN FONT" "$I/licences.txt"
check "Start menu" test -s "$MENU"
check "desktop" test -s "$DESK"
for l in "$MENU" "$DESK"; do
	check "$(basename "$(dirname "$l")") shortcut leads to the exe" sh -c "strings -el '$l' | grep -qi 'tallyboard.exe'"
done
check "version in Apps" key "$UNKEY" DisplayVersion "$APP_VERSION"
for e in xlsx xlsm xls csv tsv ods; do
	check "'Open with' for .$e" key "Classes\\.$e\\OpenWithProgids" "$APP_NAME.Log"
	check "default of .$e untouched" not key "Classes\\.$e" "" "(Default).*$APP_NAME"
done

echo "# without a window"
cd "$WORK"
EXE="$I/tallyboard.exe"
check "version" sh -c "wine '$EXE' --version | grep -q '$APP_VERSION'"
check "sample logs" status 0 wine "$EXE" sample -o sample --lang zh
check "weekly report" status 0 wine "$EXE" report weekly sample -o weekly.pdf -o weekly.xlsx
check "PDF" sh -c "head -c 5 weekly.pdf | grep -q '%PDF-'"
check "workbook" sh -c "head -c 2 weekly.xlsx | grep -q PK"
check "a missing file is said and is exit status 1" status 1 wine "$EXE" inspect nothing.xlsx
if [ -n "${TALLYBOARD_REALDATA:-}" ]; then
	check "pivot of a real sheet" sh -c "wine '$EXE' pivot '$TALLYBOARD_REALDATA/pwc_call_center_raw.xlsx' --rows Topic --value count --format csv | grep -q 'Streaming,1022'"
	check "report of a real sheet" status 0 wine "$EXE" report overview "$TALLYBOARD_REALDATA/pwc_call_center_raw.xlsx" -o real.pdf
	check "its PDF" sh -c "head -c 5 real.pdf | grep -q '%PDF-'"
else
	echo "left out: 3 checks on real sheets (TALLYBOARD_REALDATA is not set)"
fi

echo "# with a window"
cc -o drop "$ROOT/cmd/tallyboard/testdata/drop.c" -lX11
TALLYBOARD_TRACE=1 wine "$EXE" >window.log 2>&1 &
await() { # await COMMAND…: at most 30 s
	n=0
	while ! "$@" >/dev/null 2>&1; do
		n=$((n + 1))
		[ $n -lt 60 ] || return 1
		sleep 0.5
	done
}
check "window opens" await sh -c 'xdotool search --onlyvisible --class tallyboard >window'
sleep 3
shot window
./drop "$(head -1 window)" "$WORK/sample/来电表.xlsx" || true
check "a dropped sheet is read" await grep -q 'trace load .*rows=3000' window.log
sleep 3
shot dropped
check "setup refuses while it runs" status 3 wine "$SETUP" /S
check "uninstaller refuses while it runs" status 3 wine "$I/uninstall.exe" /S "_?=C:\\$(echo "${I#"$WINEPREFIX/drive_c/"}" | tr / '\\')"
check "exe still there" test -s "$I/tallyboard.exe"
wineserver -k
wineserver -w

echo "# upgrade and removal"
mkdir -p "$LIBRARY"
echo mine >"$LIBRARY/kept"
rm -f "$DESK"
check "upgrade in place" status 0 wine "$SETUP" /S
wineserver -w
check "a desktop shortcut that was removed stays away" test ! -e "$DESK"
check "uninstall" status 0 wine "$I/uninstall.exe" /S
wineserver -w
check "program gone" test ! -e "$I"
check "Start menu gone" test ! -e "$MENU"
check "Apps entry gone" not key "$UNKEY"
check "'Open with' gone" not key "Classes\\.xlsx\\OpenWithProgids" "$APP_NAME.Log"
check "user's data stays" test -s "$LIBRARY/kept"
check "install again" status 0 wine "$SETUP" /S /NODESKTOP /NOOPENWITH
wineserver -w
check "no desktop shortcut when not wanted" test ! -e "$DESK"
check "no 'Open with' when not wanted" not key "Classes\\.xlsx\\OpenWithProgids" "$APP_NAME.Log"
check "uninstall with the data" status 0 wine "$I/uninstall.exe" /S /ERASE
wineserver -w
check "user's data gone when asked" test ! -e "$LIBRARY"

echo "# pages of the setup"
for l in zh_CN:zh en_US:en; do
	APP_ID=$APP_ID sh "$PACKAGING/windows/wine/pages.sh" "$SETUP" "${l%:*}" "$OUT/setup-${l#*:}" || failed=1
done

[ "$failed" = 0 ] && echo "all checks passed" || { echo "some checks failed"; exit 1; }
