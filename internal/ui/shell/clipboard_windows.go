package shell

import (
	"image"
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	user32   = windows.NewLazySystemDLL("user32.dll")
	kernel32 = windows.NewLazySystemDLL("kernel32.dll")

	procOpenClipboard    = user32.NewProc("OpenClipboard")
	procCloseClipboard   = user32.NewProc("CloseClipboard")
	procEmptyClipboard   = user32.NewProc("EmptyClipboard")
	procSetClipboardData = user32.NewProc("SetClipboardData")
	procRegisterFormat   = user32.NewProc("RegisterClipboardFormatW")
	procGlobalAlloc      = kernel32.NewProc("GlobalAlloc")
	procGlobalFree       = kernel32.NewProc("GlobalFree")
	procGlobalLock       = kernel32.NewProc("GlobalLock")
	procGlobalUnlock     = kernel32.NewProc("GlobalUnlock")
)

// How often the clipboard is asked for while another program holds it.
const (
	clipboardTries = 20
	clipboardPause = 15 * time.Millisecond
)

// copyPNG offers a picture as PNG, which keeps what can be seen through, and as
// a bitmap, which every program takes.
func copyPNG(picture []byte, img image.Image) error {
	const cfDIB = 8
	runtime.LockOSThread() // the clipboard belongs to the thread that opened it
	defer runtime.UnlockOSThread()
	if err := openClipboard(); err != nil {
		return err
	}
	defer procCloseClipboard.Call()
	if ok, _, err := procEmptyClipboard.Call(); ok == 0 {
		return err
	}
	name, err := windows.UTF16PtrFromString("PNG")
	if err != nil {
		return err
	}
	if format, _, err := procRegisterFormat.Call(uintptr(unsafe.Pointer(name))); format == 0 {
		return err
	} else if err := offer(format, picture); err != nil {
		return err
	}
	return offer(cfDIB, dib(img))
}

func openClipboard() error {
	var err error
	for range clipboardTries {
		var ok uintptr
		if ok, _, err = procOpenClipboard.Call(0); ok != 0 {
			return nil
		}
		time.Sleep(clipboardPause)
	}
	return err
}

// offer puts data on the open clipboard, which then owns the memory.
func offer(format uintptr, data []byte) error {
	const moveable = 2
	mem, _, err := procGlobalAlloc.Call(moveable, uintptr(len(data)))
	if mem == 0 {
		return err
	}
	at, _, err := procGlobalLock.Call(mem)
	if at == 0 {
		procGlobalFree.Call(mem)
		return err
	}
	// The address is the system's, not one of the garbage collector's.
	copy(unsafe.Slice((*byte)(*(*unsafe.Pointer)(unsafe.Pointer(&at))), len(data)), data)
	procGlobalUnlock.Call(mem)
	if ok, _, err := procSetClipboardData.Call(format, mem); ok == 0 {
		procGlobalFree.Call(mem)
		return err
	}
	return nil
}
