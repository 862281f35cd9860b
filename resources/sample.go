package resources

import "embed"

// Sample holds the words and weights that the sample shop is made of, in every
// language side by side.
//
//go:embed sample
var Sample embed.FS
