package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"tallyboard/internal/fault"
	"tallyboard/internal/rules"
)

func TestRulesComeBack(t *testing.T) {
	l := open(t)
	r, err := l.Rules()
	if err != nil || len(r.Standards) != 0 {
		t.Fatalf("fresh rules %+v, %v", r, err)
	}
	r.SetStandard(rules.Standard{KPI: "first_response", Standard: 20, Excellent: 10})
	if err := l.SetRules(r); err != nil {
		t.Fatal(err)
	}
	again, err := l.Rules()
	if err != nil || again.StandardsOf("")["first_response"].Standard != 20 {
		t.Errorf("came back as %+v, %v", again, err)
	}
	if err := l.Erase(); err != nil {
		t.Fatal(err)
	}
	if r, err := l.Rules(); err != nil || len(r.Standards) != 0 {
		t.Errorf("after erasing: %+v, %v", r, err)
	}
}

func TestRulesOfANewerProgramAreLeftAlone(t *testing.T) {
	l := open(t)
	path := filepath.Join(l.Path(), rulesFile)
	const newer = `{"schema":99,"shape":"of tomorrow"}`
	if err := os.WriteFile(path, []byte(newer), 0o600); err != nil {
		t.Fatal(err)
	}
	if r, err := l.Rules(); !fault.Is(err, "rules.newer") || r == nil {
		t.Errorf("reading: %v, %v", r, err)
	}
	if err := l.SetRules(&rules.Rules{}); !fault.Is(err, "rules.newer") {
		t.Errorf("keeping: %v", err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != newer {
		t.Errorf("the file is now %q, %v", b, err)
	}
}

func TestDamagedRulesAreSetAside(t *testing.T) {
	l := open(t)
	path := filepath.Join(l.Path(), rulesFile)
	if err := os.WriteFile(path, []byte(`{"schema":1,`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Rules(); !fault.Is(err, "rules.file") {
		t.Errorf("reading: %v", err)
	}
	if b, err := os.ReadFile(path + ".damaged"); err != nil || string(b) != `{"schema":1,` {
		t.Errorf("set aside: %q, %v", b, err)
	}
	if err := l.SetRules(&rules.Rules{}); err != nil {
		t.Error(err)
	}
}

func TestRulesFromAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "规则.json")
	if _, err := ReadRules(path); !errors.Is(err, fs.ErrNotExist) || !fault.Is(err, "rules.read") {
		t.Errorf("a file that is not there: %v", err)
	}
	if err := WriteRules(path, &rules.Rules{Values: rules.Values{Params: rules.Params{D: 5}}}); err != nil {
		t.Fatal(err)
	}
	if r, err := ReadRules(path); err != nil || r.Params.D != 5 {
		t.Errorf("read %+v, %v", r, err)
	}
	if err := WriteRules(filepath.Join(path, "x"), &rules.Rules{}); !fault.Is(err, "rules.write") {
		t.Errorf("writing below a file: %v", err)
	}
}
