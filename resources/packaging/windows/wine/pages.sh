#!/bin/sh
# pages.sh SETUP LOCALE PREFIX: walks through the setup's window by keyboard in
# a wine prefix and display that are ready, and takes a picture of each page.
# APP_ID names the key where setup remembers its language.
set -eu
setup=$1 locale=$2 out=$3
# NSIS takes the language of the system; the fonts are those of this machine.
code=$([ "$locale" = zh_CN ] && echo 00000804 || echo 00000409)
wine reg add 'HKLM\System\CurrentControlSet\Control\Nls\Language' /v Default /d "${code#0000}" /f >/dev/null 2>&1
wine reg delete "HKCU\\Software\\$APP_ID" /f >/dev/null 2>&1 || true
LC_ALL=$locale.UTF-8 wine "$setup" >/dev/null 2>&1 &
for page in language welcome components folder done; do
	sleep 4
	import -window root "$out-$page.png"
	xdotool key Return
done
sleep 2
wineserver -k
wineserver -w
uninstaller=$(find "$WINEPREFIX/drive_c/users" -name uninstall.exe | head -1)
LC_ALL=$locale.UTF-8 wine "$uninstaller" >/dev/null 2>&1 &
sleep 4
import -window root "$out-uninstall.png"
wineserver -k
wineserver -w
