package data

import (
	"strconv"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
)

// previewRows is how many rows are shown.
const previewRows = 500

func number(n int, l lang.Lang) string {
	return display.Format{Kind: display.Count}.Full(float64(n), l)
}

func idOf(row int) string { return strconv.Itoa(row) }

func rowOf(id string) int {
	n, err := strconv.Atoi(id)
	if err != nil {
		return 0
	}
	return n
}
