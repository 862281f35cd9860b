package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"tallyboard/internal/atomicfile"
	"tallyboard/internal/fault"
	"tallyboard/internal/rules"
)

const rulesFile = "rules.json"

// Rules reads the shop's own values; the defaults where none were kept. A file
// of a newer program is left as it is; one that is damaged is set aside. Both
// give the defaults and a *fault.Error.
func (l *Library) Rules() (*rules.Rules, error) {
	path := filepath.Join(l.dir, rulesFile)
	r, err := ReadRules(path)
	switch {
	case err == nil:
		return r, nil
	case errors.Is(err, fs.ErrNotExist):
		return &rules.Rules{}, nil
	case fault.Is(err, "rules.file"):
		err = errors.Join(err, os.Rename(path, path+".damaged"))
	}
	return &rules.Rules{}, err
}

// SetRules keeps the values. It does not overwrite the file of a newer program.
func (l *Library) SetRules(r *rules.Rules) error {
	path := filepath.Join(l.dir, rulesFile)
	if _, err := ReadRules(path); fault.Is(err, "rules.newer") {
		return err
	}
	return WriteRules(path, r)
}

// ReadRules reads a file of rules.
func ReadRules(path string) (*rules.Rules, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fault.Wrap(err, "rules.read", path)
	}
	return rules.Decode(b, path)
}

// WriteRules writes a file of rules, replaced only when complete.
func WriteRules(path string, r *rules.Rules) error {
	if err := atomicfile.Write(path, r.Encode); err != nil {
		return fault.Wrap(err, "rules.write", path)
	}
	return nil
}
