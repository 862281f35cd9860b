#!/bin/sh
# Makes the .deb of the program for this machine's architecture, and has
# lintian look at it. With --binary FILE an executable is taken that is there.
set -eu
. "$(dirname "$0")/../meta.sh"
. "$PACKAGING/linux/tree.sh"

# Whoever hands the package on answers for it, as Debian's own tools have it.
MAINTAINER=${TALLYBOARD_MAINTAINER:-${DEBEMAIL:+${DEBFULLNAME:-The Tallyboard authors} <$DEBEMAIL>}}
if [ -z "$MAINTAINER" ]; then
	MAINTAINER="The Tallyboard authors <maintainers@tallyboard.invalid>"
	echo "deb.sh: no maintainer: set DEBFULLNAME and DEBEMAIL before you hand the package on" >&2
fi
ARCH=$(dpkg --print-architecture)
DEB=$DIST/tallyboard_${APP_VERSION}_$ARCH.deb
WORK=$DIST/deb
T=$WORK/tree
rm -rf "$WORK"
mkdir -p "$T/DEBIAN" "$WORK/debian"

executable "$@"
tree "$T/usr"
DOC=$T/usr/share/doc/tallyboard
mkdir -p "$DOC"
{
	cat "$PACKAGING/linux/copyright"
	printf '\nLicense: OFL-1.1\n'
	sed -n '/^SIL OPEN FONT LICENSE/,$p' "$ROOT/resources/fonts/NotoSansSC-LICENSE.txt" | sed -e 's/[[:space:]]*$//' -e 's/^$/./' -e 's/^/ /'
} >"$DOC/copyright"
cp "$ROOT/resources/licences.txt" "$DOC/licences.txt"
{
	echo "tallyboard ($APP_VERSION) stable; urgency=medium"
	echo
	# The points of this version's part of the CHANGELOG, folded as Debian wants.
	sed -n "/^## \[\{0,1\}$APP_VERSION/,/^## /p" "$ROOT/CHANGELOG.md" | sed -n 's/^- //p' |
		while read -r point; do echo "$point" | fold -s -w 72 | sed -e '1s/^/  * /' -e '2,$s/^/    /' -e 's/ *$//'; done
	echo
	echo " -- $MAINTAINER  $(date -u -R -d "@$SOURCE_DATE_EPOCH")"
} >"$DOC/changelog"
gzip -9n "$DOC/changelog" "$DOC/licences.txt" "$T/usr/share/man/man1/tallyboard.1"

# What the executable is linked with; and what GLFW loads while it runs, which
# nobody can read off the executable. No font: ours is embedded.
printf 'Source: tallyboard\n\nPackage: tallyboard\nArchitecture: any\n' >"$WORK/debian/control"
LINKED=$(cd "$WORK" && dpkg-shlibdeps -O -e"$T/usr/bin/tallyboard" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
[ -n "$LINKED" ] || { echo "dpkg-shlibdeps found no libraries" >&2; exit 1; }
LOADED="libx11-6, libx11-xcb1, libxcursor1, libxext6, libxi6, libxinerama1, libxkbcommon0, libxrandr2, libxrender1, libxxf86vm1"

find "$T" -type d -exec chmod 755 {} +
find "$T" -type f -exec chmod 644 {} +
chmod 755 "$T/usr/bin/tallyboard"
cat >"$T/DEBIAN/control" <<C
Package: tallyboard
Version: $APP_VERSION
Section: misc
Priority: optional
Architecture: $ARCH
Maintainer: $MAINTAINER
Installed-Size: $(du -sk --exclude=DEBIAN "$T" | cut -f1)
Depends: $(printf '%s, %s' "$LINKED" "$LOADED" | tr ',' '\n' | sed 's/^ *//' | sort -u | paste -sd, | sed 's/,/, /g')
Recommends: cups-client, libdecor-0-0, libegl1, libgl1-mesa-dri, libwayland-cursor0, libwayland-egl1, shared-mime-info
Description: charts and weekly reports from customer-service sheets
 Tallyboard is for shops that keep their customer-service log in Excel and
 have no CRM. It reads the sheets that the platforms export, guesses what the
 columns mean, and shows what customers contact the shop about, from where,
 and how the agents do: as pivot tables, charts and ready reports on the
 screen, on paper, in a workbook or in a PDF.
 .
 Nothing leaves the computer.
C
(cd "$T" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
chmod 644 "$T/DEBIAN/"*
find "$T" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build "$T" "$DEB" >/dev/null
command -v lintian >/dev/null && lintian --fail-on error,warning --tag-display-limit 0 "$DEB"
sum "$DEB"
