// Package lang is the message catalogue: every word that a person reads, in
// each language, chosen at run time. Keys are "area.name"; the texts stand in
// resources/lang/AREA.LANG.json, one pair of files an area.
package lang

import (
	"encoding/json"
	"fmt"
	"path"
	"sort"
	"strings"
	"sync"

	"tallyboard/resources"
)

// Lang is a language of the program.
type Lang string

const (
	ZH Lang = "zh-Hans"
	EN Lang = "en"
)

// All lists the languages, the default first.
var All = []Lang{ZH, EN}

// Parse reads "zh", "zh-CN", "en_US" and the like; ok is false for a language
// that the program does not speak.
func Parse(s string) (Lang, bool) {
	s = strings.ToLower(s)
	switch {
	case strings.HasPrefix(s, "zh"):
		return ZH, true
	case strings.HasPrefix(s, "en"):
		return EN, true
	}
	return ZH, false
}

var texts = sync.OnceValue(func() map[Lang]map[string]string {
	out := map[Lang]map[string]string{ZH: {}, EN: {}}
	files, err := resources.Lang.ReadDir("lang")
	if err != nil {
		panic("lang: " + err.Error())
	}
	for _, f := range files {
		parts := strings.Split(f.Name(), ".")
		if len(parts) != 3 || parts[2] != "json" {
			continue
		}
		b, err := resources.Lang.ReadFile(path.Join("lang", f.Name()))
		if err != nil {
			panic("lang: " + err.Error())
		}
		var m map[string]string
		if err := json.Unmarshal(b, &m); err != nil {
			panic("lang: " + f.Name() + ": " + err.Error())
		}
		l := Lang(parts[1])
		for k, v := range m {
			if _, twice := out[l][k]; twice {
				panic("lang: " + f.Name() + ": key " + k + " stands in two files")
			}
			out[l][k] = v
		}
	}
	return out
})

// T gives the text of a key with its verbs filled in as by fmt.Sprintf (use
// %[2]s where the order of words differs). A key without a text comes back as
// itself in ‹›, which a test of the catalogues makes impossible to ship.
func (l Lang) T(key string, args ...any) string {
	s, ok := texts()[l][key]
	if !ok {
		return "‹" + key + "›"
	}
	if len(args) == 0 {
		return s
	}
	return fmt.Sprintf(s, args...)
}

// N is T with the number n as first argument; where n is 1 and the catalogue
// has KEY.one, that text is used.
func (l Lang) N(key string, n int, args ...any) string {
	if n == 1 && l.Has(key+".one") {
		key += ".one"
	}
	return l.T(key, append([]any{n}, args...)...)
}

// Has reports whether the catalogue of l has the key.
func (l Lang) Has(key string) bool { _, ok := texts()[l][key]; return ok }

// Keys lists all keys of l in order.
func (l Lang) Keys() []string {
	out := make([]string, 0, len(texts()[l]))
	for k := range texts()[l] {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// List joins words as the language does: 甲、乙 or a, b.
func (l Lang) List(words []string) string {
	if l == ZH {
		return strings.Join(words, "、")
	}
	return strings.Join(words, ", ")
}
