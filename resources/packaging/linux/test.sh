#!/bin/sh
# Tries the .deb in a fresh Debian 12 without any font package: installs it
# with what it depends on alone, makes a report, opens the window under Xvfb,
# looks at the desktop entry and at what handles sheets by default, removes it.
# As root; the packages come from the first Debian mirror of this machine.
#   test.sh [PACKAGE.deb]
set -eu
. "$(dirname "$0")/../meta.sh"

DEB=$(realpath "${1:-$DIST/tallyboard_${APP_VERSION}_$(dpkg --print-architecture).deb}")
OUT=$ROOT/ci-output/linux
R=$(mktemp -d)/root
mkdir -p "$OUT"
MIRROR=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -1)}

cleanup() {
	[ -z "${XVFB:-}" ] || kill "$XVFB" 2>/dev/null || true
	for m in proc dev tmp/.X11-unix; do umount "$R/$m" 2>/dev/null || true; done
	rm -rf "$(dirname "$R")"
}
trap cleanup EXIT INT TERM

debootstrap --variant=minbase bookworm "$R" "$MIRROR" >"$OUT/debootstrap.log"
cp "$DEB" "$R/tmp/tallyboard.deb"
# How this machine reaches the mirror holds in there too.
cp /etc/apt/apt.conf.d/* "$R/etc/apt/apt.conf.d/" 2>/dev/null || true
[ ! -e /etc/resolv.conf ] || cp /etc/resolv.conf "$R/etc/resolv.conf"
mount -t proc proc "$R/proc"
mount --bind /dev "$R/dev"
mkdir -p "$R/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$R/tmp/.X11-unix"

failed=0
check() { # check WHAT COMMAND…
	what=$1
	shift
	if "$@" >"$OUT/last.log" 2>&1; then echo "ok    $what"; else echo "FAIL  $what"; tail -3 "$OUT/last.log"; failed=1; fi
}
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DISPLAY="${DISPLAY:-}" LIBGL_ALWAYS_SOFTWARE=1 DEBIAN_FRONTEND=noninteractive chroot "$R" "$@"; }

check "installs" inside apt-get install -y -qq --no-install-recommends /tmp/tallyboard.deb
check "no font package came along" inside sh -c '! dpkg -l "fonts-*" 2>/dev/null | grep -q ^ii'
check "version" inside sh -c "tallyboard --version | grep -qx $APP_VERSION"
check "sample logs" inside tallyboard sample -o /tmp/sample
check "weekly report" inside tallyboard report weekly /tmp/sample -o /tmp/weekly.pdf -o /tmp/weekly.xlsx --lang zh
check "no default for sheets was set" inside sh -c '! grep -rqs tallyboard /etc/xdg /usr/share/applications/mimeapps.list /usr/share/applications/defaults.list'
check "desktop entry names an icon that is there" inside sh -c "ls /usr/share/icons/hicolor/*/apps/$APP_ID.png | wc -l | grep -qx 8"

# Software OpenGL, which a desktop has and a bare system has not.
check "software OpenGL" inside apt-get install -y -qq --no-install-recommends libgl1-mesa-dri
Xvfb -displayfd 3 -screen 0 1366x768x24 +extension GLX -nolisten tcp 3>"$R/tmp/display" >/dev/null 2>&1 &
XVFB=$!
n=0
while [ ! -s "$R/tmp/display" ] && [ $n -lt 50 ]; do n=$((n + 1)); sleep 0.2; done
DISPLAY=:$(cat "$R/tmp/display")
export DISPLAY
inside env LANG=zh_CN.UTF-8 LC_ALL=zh_CN.UTF-8 tallyboard /tmp/sample >"$OUT/window.log" 2>&1 &
n=0
while ! xdotool search --onlyvisible --class tallyboard >/dev/null 2>&1 && [ $n -lt 60 ]; do n=$((n + 1)); sleep 0.5; done
sleep 5
check "window opens" xdotool search --onlyvisible --class tallyboard
check "the window's class is the desktop entry's" sh -c "xprop -id \$(xdotool search --onlyvisible --class tallyboard | head -1) WM_CLASS | grep -q '\"$APP_NAME\"'"
import -window root "$OUT/window.png"
xdotool search --onlyvisible --class tallyboard | head -1 | xargs -r xdotool windowclose
sleep 2

check "removes" inside apt-get purge -y -qq tallyboard
check "nothing left but the user's data" inside sh -c '! find /usr /etc /opt -name "*allyboard*" | grep .'
rm -f "$OUT/last.log"
[ "$failed" = 0 ] && echo "all checks passed" || { echo "some checks failed"; exit 1; }
