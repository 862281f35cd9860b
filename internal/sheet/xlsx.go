package sheet

import (
	"context"
	"strconv"
	"strings"
)

// xlsxFile is an Office Open XML workbook, transitional or strict: .xlsx,
// .xlsm, .xltx. Its parts are found by their relations, not by their names.
type xlsxFile struct {
	src      *source
	infos    []Info
	parts    []string // names of the sheets' parts
	strings  string   // name of the part of shared strings; "" where there is none
	forms    []Form   // of the cell styles, by index
	date1904 bool
}

// mainPart finds the part that an Office package begins with.
func mainPart(s *source) string {
	if s.zip == nil {
		return ""
	}
	rels, err := s.relations("")
	if err == nil {
		for _, r := range rels {
			if r.kind == "officeDocument" && s.part(r.target) != nil {
				return r.target
			}
		}
	}
	for _, name := range []string{"xl/workbook.xml", "xl/workbook.bin"} {
		if s.part(name) != nil {
			return name
		}
	}
	return ""
}

func isXLSX(s *source) bool {
	main := mainPart(s)
	if !strings.HasSuffix(strings.ToLower(main), ".xml") {
		return false
	}
	root := ""
	err := s.scan(s.part(main), func(x *xmlScan, t xmlToken) error {
		if t == xmlOpen {
			root = string(x.name)
			return errEnough
		}
		return nil
	})
	return root == "workbook" || err != nil
}

func openXLSX(_ context.Context, s *source) (reader, error) {
	f := &xlsxFile{src: s}
	main := mainPart(s)
	type entry struct{ name, state, id string }
	var entries []entry
	err := s.scan(s.part(main), func(x *xmlScan, t xmlToken) error {
		if t != xmlOpen {
			return nil
		}
		switch string(x.name) {
		case "workbookPr":
			f.date1904 = x.attrTrue("date1904")
		case "sheet":
			entries = append(entries, entry{x.attrText("name"), x.attrText("state"), x.attrText("id")})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	parts, err := s.workbookParts(main)
	if err != nil {
		return nil, err
	}
	f.strings = parts.strings
	if f.forms, err = s.styleForms(parts.styles); err != nil {
		return nil, err
	}
	for _, e := range entries {
		r, ok := parts.byID[e.id]
		if ok && r.kind != "worksheet" {
			continue // a chart, a macro, a dialogue
		}
		if s.part(r.target) == nil {
			return nil, errDamaged
		}
		f.infos = append(f.infos, Info{Name: e.name, Hidden: e.state == "hidden" || e.state == "veryHidden"})
		f.parts = append(f.parts, r.target)
	}
	if len(f.parts) == 0 {
		return nil, errNoSheet
	}
	return f, nil
}

func (f *xlsxFile) sheets() []Info { return f.infos }

// styleForms reads the form of each cell style; a workbook may do without.
func (s *source) styleForms(name string) ([]Form, error) {
	part := s.part(name)
	if part == nil {
		return nil, nil
	}
	var forms []Form
	codes := map[int]Form{}
	cells := false
	err := s.scan(part, func(x *xmlScan, t xmlToken) error {
		switch name := string(x.name); {
		case t == xmlOpen && name == "numFmt":
			if id, err := strconv.Atoi(x.attrText("numFmtId")); err == nil {
				codes[id] = formOf(x.attrText("formatCode"))
			}
		case name == "cellXfs" && t == xmlOpen:
			cells = true
		case name == "cellXfs" && t == xmlClose:
			return errEnough
		case cells && t == xmlOpen && name == "xf":
			id, _ := strconv.Atoi(x.attrText("numFmtId")) // absent means 0, General
			form, ok := codes[id]
			if !ok {
				form = builtinForm(id)
			}
			forms = append(forms, form)
		}
		return nil
	})
	return forms, err
}
