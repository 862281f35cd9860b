package sample

import (
	"encoding/json"
	"sync"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/resources"
)

// word is one thing of the shop by its name in each language.
type word struct {
	ID     string
	ZH, EN string
	Weight float64 // how often it occurs, against its neighbours
}

func (w word) in(l lang.Lang) string {
	if l == lang.ZH {
		return w.ZH
	}
	return w.EN
}

type product struct {
	word
	Category string
	Price    float64 // yuan
	Install  bool    // fitted by a worker
}

type agentWords struct {
	word
	Skill   float64 // factor on the chance to solve a matter
	Manners float64 // added to the satisfaction given
	Late    bool    // works 13–22 instead of 8–17
}

type callType struct {
	word
	L1, L2  string // ids of levels
	Solved  float64
	Install bool // only about products that are fitted
}

type reason struct {
	word
	Comment word
}

type province struct {
	word
	Short  string
	Cities [][2]string
}

type sheetWords struct {
	word
	Kind    logkind.Kind
	Title   *word
	Columns []struct {
		word
		Format Format
	}
}

// words is everything that resources/sample says about the shop.
type words struct {
	Shops           []word
	Categories      []word
	Products        []product
	Agents          []agentWords
	Managers        []word
	Workers         []word
	Levels          map[string]word
	Types           []callType
	CloseReasons    []word
	ReviewReasons   []reason
	ApprovalReasons []word
	MatterReasons   []word
	Problems        []word
	Courses         []word
	Words           map[string]word
	Nicknames       []word

	places []province
	sheets []sheetWords
}

var loadWords = sync.OnceValue(func() *words {
	var w words
	read("shop", &w)
	read("places", &w.places)
	read("sheets", &w.sheets)
	return &w
})

func read(name string, to any) {
	b, err := resources.Sample.ReadFile("sample/" + name + ".json")
	if err == nil {
		err = json.Unmarshal(b, to)
	}
	if err != nil {
		panic("sample: " + name + ".json: " + err.Error())
	}
}

// identified is anything with the id of a word.
type identified interface{ id() string }

func (w word) id() string { return w.ID }

// index finds the place of an id; an unknown id is a mistake in this package.
func index[T identified](list []T, id string) int {
	for i, it := range list {
		if it.id() == id {
			return i
		}
	}
	panic("sample: no " + id)
}
