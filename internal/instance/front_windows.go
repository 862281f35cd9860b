package instance

import "golang.org/x/sys/windows"

// letFront lets the first window come to the front: Windows grants that only to
// the program that the user has just started, which may pass it on.
func letFront() {
	const anyProcess = ^uintptr(0)
	windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow").Call(anyProcess)
}
