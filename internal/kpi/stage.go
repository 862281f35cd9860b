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
	{PreSale, []string{"售前", "pre-sale", "presale", "pre sale", "before sale"}},
	{InSale, []string{"售中", "in-sale", "in sale", "during sale"}},
	{AfterSale, []string{"售后", "售後", "after-sale", "aftersale", "after sale", "post-sale"}},
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
