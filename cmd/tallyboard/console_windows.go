package main

import (
	"os"

	"golang.org/x/sys/windows"

	"tallyboard/internal/lang"
)

// attachConsole gives a program of the windowsgui subsystem the console that it
// was started from, so that sub-commands can be read there. Redirected output
// is left as it is.
func attachConsole() {
	const parent = ^uintptr(0)
	if r, _, _ := windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole").Call(parent); r == 0 {
		return // started from the desktop
	}
	for _, std := range []struct {
		id   uint32
		file **os.File
	}{{windows.STD_OUTPUT_HANDLE, &os.Stdout}, {windows.STD_ERROR_HANDLE, &os.Stderr}} {
		if h, err := windows.GetStdHandle(std.id); err == nil && h != 0 {
			*std.file = os.NewFile(uintptr(h), "console")
			continue
		}
		if f, err := os.OpenFile("CONOUT$", os.O_RDWR, 0); err == nil {
			*std.file = f
		}
	}
}

// platformLang is the language of the user's Windows.
func platformLang() lang.Lang {
	names, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err == nil && len(names) > 0 {
		if l, ok := lang.Parse(names[0]); ok {
			return l
		}
		return lang.EN
	}
	return lang.ZH
}
