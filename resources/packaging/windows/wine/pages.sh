#!/bin/sh
# pages.sh SETUP LOCALE PREFIX: walks through the setup's window by keyboard in
# a wine prefix and display that are ready, and takes a picture of each page.
set -eu
setup=$1 locale=$2 out=$3
# NSIS takes the language of the system; the fonts are those of this machine.
code=$([ "$locale" = zh_CN ] && echo 00000804 || echo 00000409)
wine reg add 'HKLM\System\CurrentControlSet\Control\Nls\Language' /v Default /d "${code#0000}" /f >/dev/null 2>&1
wine reg delete 'HKCU\Software\org.tallyboard.Tallyboard' /f >/dev/null 2>&1 || true
LC_ALL=$locale.UTF-8 wine "$setup" >/dev/null 2>&1 &
for page in language welcome components folder done; do
	sleep 4
	import -window root "$out-$page.png"
	xdotool key Return
done
sleep 2
wineserver -k
wineserver -w
