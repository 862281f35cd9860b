package lang

import (
	"regexp"
	"slices"
	"testing"
)

var verb = regexp.MustCompile(`%(\[\d+\])?[-+#0]*\d*(\.\d+)?[a-zA-Z%]`)

// Every key exists in every language, with the same verbs: an untranslated
// word or a "%!d(MISSING)" would reach a person.
func TestCataloguesAreComplete(t *testing.T) {
	for _, l := range All {
		for _, other := range All {
			for _, k := range l.Keys() {
				if !other.Has(k) {
					if len(k) > 4 && k[len(k)-4:] == ".one" {
						continue
					}
					t.Errorf("%s: key %q of %s is missing", other, k, l)
					continue
				}
				if a, b := verbs(texts()[l][k]), verbs(texts()[other][k]); len(a) != len(b) {
					t.Errorf("key %q: verbs %v in %s, %v in %s", k, a, l, b, other)
				}
			}
		}
	}
}

func verbs(s string) []string {
	v := verb.FindAllString(s, -1)
	v = slices.DeleteFunc(v, func(s string) bool { return s == "%%" })
	slices.Sort(v)
	return slices.Compact(v)
}

var (
	cjk = regexp.MustCompile(`\p{Han}`)
	// In the embedded font curly quotes are as wide as a Chinese character.
	curly = regexp.MustCompile(`[“”‘’]`)
	// A colon may be part of what is typed: --kind 种类:文件.
	western = regexp.MustCompile(`\p{Han}[,;?!]|[,;?!]\p{Han}|\p{Han}:(\s|$)`)
)

func TestEnglishHoldsNoChinese(t *testing.T) {
	for _, k := range EN.Keys() {
		if k != "lang.name.zh" && k != "app.name.zh" && cjk.MatchString(texts()[EN][k]) {
			t.Errorf("key %q: Chinese in the English text %q", k, texts()[EN][k])
		}
	}
}

func TestPunctuationFitsTheLanguage(t *testing.T) {
	for _, k := range EN.Keys() {
		if s := texts()[EN][k]; curly.MatchString(s) {
			t.Errorf("key %q: write straight quotes in the English text %q", k, s)
		}
		if s := texts()[ZH][k]; western.MatchString(s) {
			t.Errorf("key %q: write ，；：？！ in the Chinese text %q", k, s)
		}
	}
}
