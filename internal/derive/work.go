package derive

// work is what the columns of one log share.
type work struct {
	d     *Deriver
	index int
}
