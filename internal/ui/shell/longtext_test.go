package shell

import (
	"reflect"
	"testing"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"short\n\nlines", []string{"short", "", "lines"}},
		{"one two three four", []string{"one two", "three four"}},
		{"  indented words here", []string{"  indented", "words here"}},
		{"https://example.org/long and on", []string{"https://example.org/long", "and on"}},
		{"https://example.org/long", []string{"https://example.org/long"}},
		{"Löwy äöü äöü äöü", []string{"Löwy äöü", "äöü äöü"}},
	} {
		if got := wrap(c.text, 10); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q is wrapped as %q, want %q", c.text, got, c.want)
		}
	}
}
