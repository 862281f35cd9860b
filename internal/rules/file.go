package rules

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"tallyboard/internal/fault"
)

// Schema is the number of the form in which Encode writes. It rises when a
// program of before could no longer read what is written.
const Schema = 2

// Encode writes the rules as JSON that people can read.
func (r *Rules) Encode(w io.Writer) error {
	c := r.Clone()
	c.Schema = Schema
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(c)
}

// Decode reads what Encode wrote. name is the file's, for the *fault.Error that
// tells of one from a newer program ("rules.newer"), one that is no file of
// rules ("rules.file"), or a value that makes no sense.
func Decode(data []byte, name string) (*Rules, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	var head struct {
		Schema int `json:"schema"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, fault.Wrap(err, "rules.file", name)
	}
	switch {
	case head.Schema > Schema:
		return nil, fault.New("rules.newer", name)
	case head.Schema < 1:
		return nil, fault.New("rules.file", name)
	}
	r := &Rules{}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields() // a misspelt word of a hand-edited file would be lost without a sound
	if err := d.Decode(r); err != nil {
		var f *fault.Error
		if errors.As(err, &f) {
			return nil, f
		}
		return nil, fault.Wrap(err, "rules.file", name)
	}
	return r, r.Validate()
}
