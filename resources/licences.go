package resources

import _ "embed"

// Licences is the text of all licences that the program is under: its own, the
// typeface's, Go's and those of every module it is linked with. It is made by
// resources/packaging/licences.sh (make licences).
//
//go:embed licences.txt
var Licences string
