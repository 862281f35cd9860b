// Package place knows the provinces and cities of China and finds them in
// addresses and place names. It is a table and a parser, nothing else: what a
// region means for a report is for others to say.
package place

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Province gives the short name of the province (广东, 内蒙古, 上海) that an
// address or place name lies in, by its province, city or unambiguous county;
// "" where none is recognised.
func Province(s string) string { return Find(s).Province }

// City gives the short name of the prefecture-level city (杭州, 恩施) that an
// address lies in. Of the four municipalities, Hong Kong and Macau it is the
// province itself; "" where the address does not say.
func City(s string) string { return Find(s).City }

// English gives the English name of a province by its short name (广东 is
// Guangdong); the name itself where it is none.
func English(province string) string {
	if name, ok := table().english[province]; ok {
		return name
	}
	return province
}

// Place is where an address lies, as far as it says.
type Place struct{ Province, City string }

// level orders names by how much of the country they stand for.
type level uint8

const (
	ofProvince level = iota + 1
	ofCity
	ofCounty
)

// unit is one meaning of a name.
type unit struct {
	Place
	level level
	full  bool // the name carries its own ending (省, 市, 县 …)
}

type index struct {
	names  map[string][]unit
	whole  map[string]Place // names that count only as the whole text
	first  map[rune]bool    // first letters of all names
	longs  int              // letters of the longest name
	single map[string]bool  // provinces that are one city

	english map[string]string // short name of a province → its English name
}

var table = sync.OnceValue(build)

func build() *index {
	x := &index{names: map[string][]unit{}, whole: map[string]Place{}, first: map[rune]bool{}, single: map[string]bool{}, english: map[string]string{}}
	for line := range strings.Lines(strings.TrimSpace(provinces)) {
		f := strings.Split(strings.TrimSpace(line), "|")
		full, short, letter, english := f[0], f[1], f[2], f[3]
		p := Place{Province: short}
		if f[4] == "" && short != "台湾" {
			p.City = short
			x.single[short] = true
		}
		x.add(full, unit{p, ofProvince, true})
		x.add(short, unit{p, ofProvince, false})
		if ending, ok := strings.CutPrefix(full, short); ok && ending != "市" && ending != "省" {
			x.add(short+"省", unit{p, ofProvince, true})
			if strings.HasSuffix(full, "自治区") {
				x.add(short+"自治区", unit{p, ofProvince, true})
			}
			if ending == "特别行政区" {
				x.add(short+"特区", unit{p, ofProvince, true})
			}
		}
		x.whole[letter] = p
		x.english[short] = english
		x.whole[strings.ToLower(english)] = p
		for _, u := range strings.Fields(f[4]) {
			x.addCity(short, u)
		}
	}
	x.addCounties()
	return x
}

// addCity enters the names of a prefecture-level unit as provinces.go writes it.
func (x *index) addCity(province, u string) {
	u, alias, _ := strings.Cut(u, "=")
	short, ending, special := strings.Cut(u, "+")
	if !special {
		ending = "市"
	}
	p := Place{province, short}
	x.add(short+ending, unit{p, ofCity, true})
	x.add(short, unit{p, ofCity, false})
	if special {
		x.add(short+"市", unit{p, ofCity, true}) // 恩施市, the seat
		if strings.HasSuffix(ending, "州") {
			x.add(short+"州", unit{p, ofCity, true})
		}
	}
	if alias != "" {
		x.add(alias, unit{p, ofCity, false})
		x.add(alias+"市", unit{p, ofCity, true})
	}
}

func (x *index) add(name string, u unit) {
	for _, old := range x.names[name] {
		if old.Place == u.Place && old.level <= u.level {
			return
		}
	}
	x.names[name] = append(x.names[name], u)
	r, _ := utf8.DecodeRuneInString(name)
	x.first[r] = true
	x.longs = max(x.longs, utf8.RuneCountInString(name))
}
