package main

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// nameOnTaskbar gives the process the id that its shortcuts have, before the
// first window: by it Windows groups windows and shortcut on the taskbar.
func nameOnTaskbar(id string) error {
	p, err := windows.UTF16PtrFromString(id)
	if err != nil {
		return err
	}
	set := windows.NewLazySystemDLL("shell32.dll").NewProc("SetCurrentProcessExplicitAppUserModelID")
	if r, _, _ := set.Call(uintptr(unsafe.Pointer(p))); int32(r) < 0 {
		return windows.Errno(r)
	}
	return nil
}
