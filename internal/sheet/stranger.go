package sheet

import "bytes"

// strangers are the beginnings of files that people drop by mistake.
var strangers = []struct {
	magic string
	err   error
}{
	{"\x89PNG", errPicture},
	{"\xff\xd8\xff", errPicture},
	{"GIF8", errPicture},
	{"BM", errPicture},
	{"II*\x00", errPicture},
	{"MM\x00*", errPicture},
	{"RIFF", errPicture},
	{"%PDF", errDocument},
	{"{\\rtf", errDocument},
	{"Rar!", errArchive},
	{"7z\xbc\xaf", errArchive},
	{"\x1f\x8b", errArchive},
}

// strangerFault says what a file of none of the formats is.
func strangerFault(s *source) error {
	switch {
	case s.zipErr != nil:
		return errCutOff // the directory of an archive stands at its end
	case s.zip != nil:
		for _, name := range []string{"word/document.xml", "ppt/presentation.xml", "Index/Document.iwa", "Index.zip"} {
			if s.part(name) != nil {
				return errDocument // Word, PowerPoint, Numbers
			}
		}
		if f := s.part("mimetype"); f != nil {
			return errDocument // OpenDocument, EPUB
		}
		return errArchive
	case s.cfbErr != nil:
		return s.cfbErr
	case s.cfb != nil:
		return errDocument
	}
	if isBIFF(s.head) {
		return errOldXLS
	}
	for _, m := range strangers {
		if bytes.HasPrefix(s.head, []byte(m.magic)) {
			return m.err
		}
	}
	return errUnknown
}
