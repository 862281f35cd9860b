//go:build !windows

package instance

// letFront has nothing to do where every window may come to the front.
func letFront() {}
