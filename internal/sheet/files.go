package sheet

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// endings are the names that sheet files go by. They only say which files of a
// folder to try; what is in a file is decided by its content.
var endings = []string{".xlsx", ".xlsm", ".xlsb", ".xls", ".et", ".ods", ".csv", ".tsv", ".txt"}

// Files lists the sheet files that paths stand for, in order: a file stands
// for itself, whatever its name; a folder for every sheet file in it and its
// sub-folders. Lock files of Excel, WPS and LibreOffice and hidden files are
// left out. A path that cannot be looked at stays in the list, so that opening
// it says why.
func Files(paths []string) []string {
	var out []string
	for _, p := range paths {
		if st, err := os.Stat(p); err != nil || !st.IsDir() {
			out = append(out, p)
			continue
		}
		before := len(out)
		_ = filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				out = append(out, path)
				if d != nil && d.IsDir() { // nil where the folder itself has gone
					return fs.SkipDir
				}
			case path != p && hiddenName(d.Name()):
				if d.IsDir() {
					return fs.SkipDir
				}
			case d.Type().IsRegular() && slices.Contains(endings, strings.ToLower(filepath.Ext(path))):
				out = append(out, path)
			}
			return nil
		})
		if len(out) == before {
			out = append(out, p) // opening it says that there is nothing in it
		}
	}
	return out
}

// hiddenName knows the lock files of office programs and hidden files.
func hiddenName(name string) bool {
	return strings.HasPrefix(name, "~$") || strings.HasPrefix(name, ".")
}
