#!/bin/sh
# sign.sh FILE: signs an exe in place with osslsigncode, for
#   TALLYBOARD_SIGN=$PWD/resources/packaging/windows/sign.sh make package-windows
# The certificate is TALLYBOARD_CERT (.pfx), its password the first line of the
# file TALLYBOARD_CERT_PASSWORD; TALLYBOARD_TIMESTAMP is a time-stamp server.
set -eu
osslsigncode sign -pkcs12 "$TALLYBOARD_CERT" -readpass "$TALLYBOARD_CERT_PASSWORD" -h sha256 -n Tallyboard \
	${TALLYBOARD_TIMESTAMP:+-ts "$TALLYBOARD_TIMESTAMP"} -in "$1" -out "$1.signed" >/dev/null
mv "$1.signed" "$1"
