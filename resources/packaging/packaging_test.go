// Package packaging_test holds every place that says the program's name, id or
// version to FyneApp.toml.
package packaging_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const root = "../.."

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(root, path))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// details are the values of FyneApp.toml.
func details(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^(\w+) *= *"?([^"\n]*)"?$`).FindAllStringSubmatch(read(t, "FyneApp.toml"), -1) {
		out[m[1]] = m[2]
	}
	for _, k := range []string{"Name", "ID", "Version", "Build", "Icon"} {
		if out[k] == "" {
			t.Fatalf("FyneApp.toml: no %s", k)
		}
	}
	return out
}

func TestVersionIsTheNewestInTheChangelog(t *testing.T) {
	d := details(t)
	m := regexp.MustCompile(`(?m)^## \[?(\d+\.\d+\.\d+)\]? *[-–—] *(\d{4}-\d{2}-\d{2})`).FindStringSubmatch(read(t, "CHANGELOG.md"))
	if m == nil {
		t.Fatal("CHANGELOG.md: no heading such as ## [1.2.3] - 2026-01-31")
	}
	if m[1] != d["Version"] {
		t.Errorf("CHANGELOG.md is at %s, FyneApp.toml at %s", m[1], d["Version"])
	}
}

// What the program says of itself when it was not built by a packaging script.
func TestProgramSaysTheSame(t *testing.T) {
	d := details(t)
	var code strings.Builder
	files, err := filepath.Glob(filepath.Join(root, "cmd/tallyboard/*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		code.Write(b)
	}
	for _, s := range []string{`"` + d["ID"] + `"`, `"` + d["Version"] + `-dev"`} {
		if !strings.Contains(code.String(), s) {
			t.Errorf("cmd/tallyboard does not say %s", s)
		}
	}
}

func TestIconIsThere(t *testing.T) {
	if _, err := os.Stat(filepath.Join(root, details(t)["Icon"])); err != nil {
		t.Error(err)
	}
}

// Templates take name, id and version from FyneApp.toml, and say them.
func TestTemplatesSayWhatFyneAppSays(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Log("left out: templates are filled by a shell, which this system does not have")
		return
	}
	d := details(t)
	commas := strings.ReplaceAll(d["Version"], ".", ",") + "," + d["Build"]
	for template, says := range map[string][]string{
		"windows/tallyboard.rc.in":         {"FILEVERSION " + commas, "PRODUCTVERSION " + commas, `"FileVersion", "` + d["Version"] + `"`, "客服透视 " + d["Name"]},
		"windows/tallyboard.manifest.in":   {`name="` + d["ID"] + `" version="` + d["Version"] + "." + d["Build"] + `"`, "PerMonitorV2", "longPathAware"},
		"linux/tallyboard.desktop.in":      {"\nName=" + d["Name"] + "\n", "\nIcon=" + d["ID"] + "\n", "\nStartupWMClass=" + d["Name"] + "\n"},
		"linux/tallyboard.metainfo.xml.in": {"<id>" + d["ID"] + "</id>", `<release version="` + d["Version"] + `" date="2`, d["ID"] + ".desktop"},
		"linux/tallyboard.1.in":            {d["Name"] + " " + d["Version"]},
		"macos/Info.plist.in":              {"<string>" + d["ID"] + "</string>", "<key>CFBundleShortVersionString</key><string>" + d["Version"] + "</string>", "<key>CFBundleVersion</key><string>" + d["Build"] + "</string>"},
	} {
		if raw := read(t, "resources/packaging/"+template); strings.Contains(raw, d["Version"]) || strings.Contains(raw, d["ID"]) {
			t.Errorf("%s: says version or id itself", template)
		}
		out := filepath.Join(t.TempDir(), "out")
		cmd := exec.Command("sh", "-euc", `. "$(dirname "$0")/../meta.sh"; fill "$1" "$2"`, "resources/packaging/linux/-", "resources/packaging/"+template, out)
		cmd.Dir = root
		if b, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v: %s", template, err, b)
			continue
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range says {
			if !strings.Contains(string(b), s) {
				t.Errorf("%s: does not say %q", template, s)
			}
		}
	}
}

// The scripts say neither version nor id: they read them.
func TestScriptsReadThem(t *testing.T) {
	d := details(t)
	for _, pattern := range []string{"*.sh", "*/*.sh", "*/*.nsi", "*/*.nsh"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v, %v", pattern, files, err)
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if s := string(b); strings.Contains(s, d["Version"]) || strings.Contains(s, d["ID"]) {
				t.Errorf("%s: says version or id itself", f)
			}
		}
	}
}

// What setup offers under 'Open with', it takes back.
func TestSetupTakesBackWhatItGives(t *testing.T) {
	s := read(t, "resources/packaging/windows/setup.nsi")
	endings := func(macro string) map[string]bool {
		out := map[string]bool{}
		for _, m := range regexp.MustCompile(`!insertmacro `+macro+` (\w+)`).FindAllStringSubmatch(s, -1) {
			out[m[1]] = true
		}
		return out
	}
	given, taken := endings("OpenWith"), endings(`un\.OpenWith`)
	for _, e := range []string{"xlsx", "xls", "csv"} {
		if !given[e] {
			t.Errorf("no 'Open with' for .%s", e)
		}
	}
	for e := range given {
		if !taken[e] {
			t.Errorf("the uninstaller leaves 'Open with' for .%s", e)
		}
	}
	// Writing the default value of an ending's key would steal it.
	if m := regexp.MustCompile(`WriteRegStr HKCU "Software\\Classes\\\.[^"\\]*" ""`).FindString(s); m != "" {
		t.Errorf("setup takes over an ending: %s", m)
	}
}

// Both languages of the setup say everything.
func TestSetupTextsAreComplete(t *testing.T) {
	s := read(t, "resources/packaging/windows/texts.nsh")
	keys := map[string]map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^LangString (\w+) +\$\{LANG_(\w+)\} +"(.*)"$`).FindAllStringSubmatch(s, -1) {
		if keys[m[1]] == nil {
			keys[m[1]] = map[string]bool{}
		}
		keys[m[1]][m[2]] = m[3] != ""
	}
	if len(keys) < 10 {
		t.Fatalf("only %d texts found", len(keys))
	}
	for k, in := range keys {
		if !in["SIMPCHINESE"] || !in["ENGLISH"] {
			t.Errorf("%s: in %v only", k, in)
		}
	}
}
