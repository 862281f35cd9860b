package main

func (h *hand) filter()     {}
func (h *hand) marks()      {}
func (h *hand) calculated() {}
