package sheet

import (
	"archive/zip"
	"strings"
)

// part finds a part of a package by its name, which is not case-sensitive.
func (s *source) part(name string) *zip.File {
	for _, f := range s.zip.File {
		if strings.EqualFold(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"), name) {
			return f
		}
	}
	return nil
}
