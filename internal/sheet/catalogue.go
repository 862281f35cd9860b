package sheet

import "context"

// format is one kind of file: how it is known, and how it is opened.
type format struct {
	id   string
	is   func(*source) bool
	open func(context.Context, *source) (reader, error)
}

// catalogue lists the formats in the order in which they are tried. The name
// of a file plays no part: what is called .xls is often xlsx, HTML, XML or
// tab-separated text inside.
var catalogue = []format{
	xlsxFormat,
	xlsbFormat,
	{"ods", isODS, openODS},
	{"xlsx", isEncrypted, openEncrypted},
	{"xls", isXLS, openXLS},
	{"xml", isXML2003, openXML2003},
	{"html", isHTML, openHTML},
	{"mhtml", isMHTML, openMHTML},
	{"csv", isText, openText},
}

// The formats that may also stand inside an encrypted file.
var (
	xlsxFormat = format{"xlsx", isXLSX, openXLSX}
	xlsbFormat = format{"xlsb", isXLSB, openXLSB}
)

// formatOf finds the format of a file. The error says what the file is
// instead, as far as that can be told.
func formatOf(s *source) (format, error) {
	if s.size == 0 {
		return format{}, errEmpty
	}
	for _, f := range catalogue {
		if f.is(s) {
			return f, nil
		}
	}
	return format{}, strangerFault(s)
}
