//go:build !windows

package main

// nameOnTaskbar has nothing to do: the desktop entry and the bundle name the
// program there.
func nameOnTaskbar(string) error { return nil }
