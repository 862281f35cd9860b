package kpi

import "strings"

// The stages of a sale that a contact can be about.
type SaleStage uint8

const (
	NoStage SaleStage = iota
	PreSale
	InSale
	AfterSale
)

var stageWords = []struct {
	stage SaleStage
	words []string
}{
	{PreSale, []string{"售前", "pre"}},
	{InSale, []string{"售中", "in-sale", "in sale", "during"}},
	{AfterSale, []string{"售后", "售後", "after", "post"}},
}

// Stage reads the words of a stage column.
func Stage(word string) SaleStage {
	word = strings.ToLower(word)
	for _, s := range stageWords {
		for _, w := range s.words {
			if strings.Contains(word, w) {
				return s.stage
			}
		}
	}
	return NoStage
}
