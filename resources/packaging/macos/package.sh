#!/bin/sh
# Makes Tallyboard.app and a disk image of it, on a Mac with Xcode's command
# line tools. Signed ad hoc, or with TALLYBOARD_SIGN_ID="Developer ID …".
# Not yet run on a Mac by anyone: the first to do so should say how it went.
set -eu
. "$(dirname "$0")/../meta.sh"
[ "$(uname -s)" = Darwin ] || { echo "package-macos needs a Mac: Apple's frameworks cannot be linked elsewhere" >&2; exit 1; }

WORK=$DIST/macos
APP=$WORK/$APP_NAME.app
DMG=$DIST/$APP_NAME-$APP_VERSION-macos-$("$GO" env GOARCH).dmg
rm -rf "$WORK" "$DMG"
mkdir -p "$APP/Contents/MacOS" "$APP/Contents/Resources"
icons
export MACOSX_DEPLOYMENT_TARGET=12.0
program "$APP/Contents/MacOS/tallyboard"
fill "$PACKAGING/macos/Info.plist.in" "$APP/Contents/Info.plist"
plutil -lint -s "$APP/Contents/Info.plist"
cp "$DIST/icons/app.icns" "$APP/Contents/Resources/app.icns"
cp -R "$PACKAGING/macos/zh-Hans.lproj" "$APP/Contents/Resources/"
cp "$ROOT/resources/licences.txt" "$APP/Contents/Resources/licences.txt"
if [ -n "${TALLYBOARD_SIGN_ID:-}" ]; then
	codesign --force --options runtime --timestamp --sign "$TALLYBOARD_SIGN_ID" "$APP"
else
	codesign --force --sign - "$APP"
fi
codesign --verify --strict "$APP"
ln -s /Applications "$WORK/Applications"
hdiutil create -quiet -volname "$APP_NAME" -srcfolder "$WORK" -format UDZO -ov "$DMG"
sum "$DMG"
