// Package resources embeds everything that ships inside the program: message
// catalogues, standard values, icons, fonts and the small sample shop.
package resources

import "embed"

// Lang holds the message catalogues: lang/AREA.LANG.json, a flat object from
// key to text.
//
//go:embed lang
var Lang embed.FS
