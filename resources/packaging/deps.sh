#!/bin/sh
# Installs the Debian or Ubuntu packages that the named sets need and that are
# missing: build, test, fonts, package, windows, wine, print, chroot. Elsewhere it says what to install.
set -eu

build="ca-certificates gcc libc6-dev pkg-config libgl1-mesa-dev xorg-dev libxkbcommon-dev libwayland-dev wayland-protocols libdecor-0-dev"
fonts="fonts-noto-cjk fonts-symbola python3 python3-fonttools"
test="$fonts xvfb xauth xdotool openbox x11-utils xclip imagemagick poppler-utils libgl1-mesa-dri"
package="dpkg-dev lintian librsvg2-bin desktop-file-utils appstream"
peers="python3 python3-pandas python3-openpyxl libreoffice-calc"
windows="gcc-mingw-w64-x86-64 nsis librsvg2-bin"
wine="gcc libc6-dev libx11-dev gcc-mingw-w64-x86-64 wine wine64 xvfb xdotool imagemagick fonts-noto-cjk"
print="cups printer-driver-cups-pdf cups-ipp-utils poppler-utils imagemagick"
chroot="debootstrap xvfb xdotool x11-utils imagemagick"

want=""
for set in "$@"; do
	case $set in
	build) want="$want $build" ;;
	fonts) want="$want $fonts" ;;
	test) want="$want $test" ;;
	package) want="$want $package" ;;
	peers) want="$want $peers" ;;
	windows) want="$want $windows" ;;
	wine) want="$want $wine" ;;
	print) want="$want $print" ;;
	chroot) want="$want $chroot" ;;
	*) echo "deps.sh: unknown set $set" >&2; exit 2 ;;
	esac
done

if ! command -v go >/dev/null; then
	echo "Go is missing: install Go 1.26 or later from your system or from go.dev, then try again." >&2
	exit 1
fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
	case $(uname -s) in
	Darwin) xcode-select -p >/dev/null 2>&1 || { echo "Xcode's command line tools are missing: run xcode-select --install" >&2; exit 1; } ;;
	*) echo "This is not Debian or Ubuntu, so nothing was installed. Needed here, under your system's names:$want" >&2 ;;
	esac
	exit 0
fi

missing=""
for p in $want; do
	dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing="$missing $p"
done
[ -n "$missing" ] || exit 0

sudo=""
if [ "$(id -u)" != 0 ]; then
	command -v sudo >/dev/null || { echo "Missing, and neither root nor sudo to install them:$missing" >&2; exit 1; }
	sudo=sudo
fi
echo "Installing:$missing"
$sudo apt-get update -qq
# shellcheck disable=SC2086 # a list of words
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
