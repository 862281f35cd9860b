#!/bin/sh
# Tries printing for real: a CUPS server with a queue that prints into PDF
# files, the sample shop's weekly report printed by the program in every manner,
# and each printed page compared, as a picture, with the page of the PDF that
# the program itself writes. The Windows exe prints to the same queue where wine
# and an exe are there. As root; pages to look at go to ci-output/print.
#   test-print.sh [PROGRAM] [PROGRAM.exe]
set -eu
. "$(dirname "$0")/../meta.sh"

PROGRAM=$(realpath "${1:-$ROOT/bin/tallyboard}")
EXE=${2:-$DIST/windows/tallyboard.exe}
OUT=$ROOT/ci-output/print
WORK=$(mktemp -d)
QUEUE=TallyboardTest
mkdir -p "$OUT" "$WORK/printed"
rm -f "$OUT"/*

# A server of our own where none runs; a queue of our own in any case.
cp /etc/cups/cups-pdf.conf "$WORK/cups-pdf.conf"
OWN=
if ! lpstat -r 2>/dev/null | grep -q 'is running'; then
	mkdir -p /run/cups /var/spool/cups/tmp /var/log/cups
	/usr/sbin/cupsd -f &
	OWN=$!
	n=0
	until lpstat -r 2>/dev/null | grep -q 'is running'; do
		n=$((n + 1))
		[ $n -lt 50 ] || { echo "cupsd does not start" >&2; exit 1; }
		sleep 0.2
	done
fi
cleanup() {
	cp "$WORK/cups-pdf.conf" /etc/cups/cups-pdf.conf
	lpadmin -x $QUEUE 2>/dev/null || true
	[ -z "$OWN" ] || kill "$OWN" 2>/dev/null || true
	if [ -n "${WINEPREFIX:-}" ]; then wineserver -k 2>/dev/null || true; fi
	rm -rf "$WORK"
}
trap cleanup EXIT INT TERM
sed -i "s|^#*Out .*|Out $WORK/printed|; s|^#*AnonDirName .*|AnonDirName $WORK/printed|" /etc/cups/cups-pdf.conf
chmod 755 "$WORK"
chmod 777 "$WORK/printed"
lpadmin -p $QUEUE -E -v cups-pdf:/ -m lsb/usr/cups-pdf/CUPS-PDF_opt.ppd 2>/dev/null

"$PROGRAM" sample -o "$WORK/sample" --lang zh >/dev/null

failed=0
fail() { echo "FAIL  $*"; failed=1; }
count() { pdfinfo "$1" 2>/dev/null | sed -n 's/^Pages: *//p'; }

# await: the file that the queue has printed, once it is complete.
await() {
	n=0
	while :; do
		for f in "$WORK"/printed/*.pdf; do
			if [ -s "$f" ] && [ -z "$(lpstat -o $QUEUE)" ] && [ -n "$(count "$f")" ]; then echo "$f"; return; fi
		done
		n=$((n + 1))
		[ $n -lt 600 ] || return 1
		sleep 0.1
	done
}

# pictures PDF PREFIX TURN [FIRST LAST]: the pages as pictures.
pictures() {
	pdftoppm -r 100 -png ${4:+-f "$4" -l "$5"} "$1" "$2" 2>/dev/null
	[ "$3" = 0 ] || mogrify -rotate "$3" "$2"-*.png
}

# compare NAME TURN FIRST LAST FLAGS… -- COMMAND…: COMMAND, given a command line
# of the program, prints pages FIRST to LAST (0 0: all) with FLAGS.
compare() {
	name=$1 turn=$2 first=$3 last=$4
	shift 4
	flags=
	while [ "$1" != -- ]; do flags="$flags $1"; shift; done
	shift
	rm -f "$WORK"/printed/* "$WORK"/want-* "$WORK"/got-*
	# shellcheck disable=SC2086 # a list of words
	"$PROGRAM" report weekly "$WORK/sample" --lang zh -o "$WORK/want.pdf" $flags >/dev/null
	if [ "$first" = 0 ]; then first=1 last=$(count "$WORK/want.pdf"); else flags="$flags --pages $first-$last"; fi
	# shellcheck disable=SC2086
	"$@" report weekly "$WORK/sample" --lang zh --print=$QUEUE $flags >"$WORK/log" 2>&1 || { fail "$name: $(cat "$WORK/log")"; return; }
	printed=$(await) || { fail "$name: nothing was printed"; return; }
	pages=$(count "$printed")
	[ "$pages" = $((last - first + 1)) ] || { fail "$name: $pages pages printed, want $((last - first + 1))"; return; }
	pictures "$WORK/want.pdf" "$WORK/want" 0 "$first" "$last"
	pictures "$printed" "$WORK/got" "$turn"
	cp "$WORK"/got-*1.png "$OUT/" 2>/dev/null
	for f in "$OUT"/got-*; do mv "$f" "$OUT/$name-${f##*/got-}"; done
	worst=0
	set -- "$WORK"/want-*.png
	for got in "$WORK"/got-*.png; do
		size=$(identify -format %wx%h "$1")
		d=$(difference "$1" "$got" "$size")
		worst=$(printf '%s\n%s\n' "$worst" "$d" | sort -g | tail -1)
		shift
	done
	case $name in
	*grey*)
		for got in "$WORK"/got-*.png; do
			colour=$(convert "$got" -colorspace HSL -channel G -separate -format '%[fx:maxima]' info:)
			[ "$(printf '%s\n0.02\n' "$colour" | sort -g | tail -1)" = 0.02 ] || { fail "$name: colour on a grey page"; return; }
		done
		;;
	esac
	if [ "$(printf '%s\n%s\n' "$worst" "$BOUND" | sort -g | tail -1)" = "$BOUND" ]; then
		echo "ok    $name: $pages pages, mean difference at most $worst"
	else
		fail "$name: mean difference $worst, bound $BOUND"
	fi
}

# A page that is shifted by two points, or lacks a chart, differs by more.
BOUND=0.015

# difference WANT GOT SIZE: mean difference of the pixels, 0 to 1, at a quarter
# of the size: every rasteriser smooths the edges of letters in its own way.
difference() {
	convert "$1" -resize 25% "$WORK/a.png"
	convert "$2" -resize "$3!" -resize 25% "$WORK/b.png"
	{ command compare -metric MAE "$WORK/a.png" "$WORK/b.png" null: 2>&1 || true; } | sed -n 's/.*(\(.*\)).*/\1/p'
}

every_manner() { # every_manner WHO COMMAND…
	who=$1
	shift
	compare "$who-a4" 0 0 0 -- "$@"
	compare "$who-pages" 0 2 3 -- "$@"
	compare "$who-grey" 0 1 4 --grey -- "$@"
	compare "$who-a5" 0 1 4 --paper A5 -- "$@"
	compare "$who-letter" 0 1 3 --paper Letter -- "$@"
	compare "$who-landscape" "$TURN" 1 4 --landscape -- "$@"
	compare "$who-scale" 0 1 3 --scale 70 -- "$@"
	compare "$who-chart" "$TURN" 0 0 --chart 2 -- "$@" # turned to landscape by itself
}

TURN=90 # a wide page comes out of CUPS turned onto upright paper
every_manner linux "$PROGRAM"

# This queue prints one copy whatever is asked, so the job is asked while it waits.
cupsdisable $QUEUE
"$PROGRAM" report weekly "$WORK/sample" --print=$QUEUE --copies 3 --pages 1 >/dev/null
job=$(lpstat -o $QUEUE | sed 's/ .*//; s/.*-//')
if ipptool -tv "ipp://localhost/jobs/$job" get-job-attributes.test 2>/dev/null | grep -q 'copies (integer) = 3'; then
	echo "ok    linux-copies: the queue was asked for 3"
else
	fail "linux-copies: the queue was not asked for 3"
fi
cancel "$QUEUE-$job"
cupsenable $QUEUE
if "$PROGRAM" report weekly "$WORK/sample" --print=NoSuchPrinter --lang en >"$WORK/log" 2>&1; then
	fail "a printer that is not there took the report"
elif grep -q "$QUEUE" "$WORK/log"; then
	echo "ok    a printer that is not there is said, with those that are"
else
	fail "a printer that is not there: $(cat "$WORK/log")"
fi

if command -v wine >/dev/null && [ -s "$EXE" ]; then
	EXE=$(realpath "$EXE")
	export HOME="$WORK/home" WINEPREFIX="$WORK/prefix" WINEDEBUG=-all WINEARCH=win64
	export WINEDLLOVERRIDES="winemenubuilder.exe=d;mscoree=;mshtml="
	unset XDG_DATA_HOME XDG_CONFIG_HOME
	mkdir -p "$HOME"
	wineboot -i >/dev/null 2>&1
	wine winecfg -v win10 >/dev/null 2>&1
	wineserver -w
	x86_64-w64-mingw32-gcc -shared -O2 -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" "$PACKAGING/windows/wine/bcryptprimitives.c" -ladvapi32
	TURN=0 # and out of wine upright on wide paper
	every_manner windows wine "$EXE"
else
	echo "left out: 8 checks of the Windows exe (wine or $EXE is missing)"
fi

[ "$failed" = 0 ] && echo "all checks passed" || { echo "some checks failed"; exit 1; }
