package shell

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"os"
	"os/exec"
	"runtime"

	"tallyboard/internal/lang"
)

// errNoPictures is returned where the system's clipboard takes no pictures from
// a program like this one.
var errNoPictures = errors.New("no way to put a picture on the clipboard")

// copyImage puts a picture on the clipboard with the system's own means.
func copyImage(img image.Image) error {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		return err
	}
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "linux":
		if os.Getenv("WAYLAND_DISPLAY") != "" {
			cmd = exec.Command("wl-copy", "--type", "image/png")
		} else {
			cmd = exec.Command("xclip", "-selection", "clipboard", "-t", "image/png")
		}
		cmd.Stdin = &b
	case "windows", "darwin":
		return copyFile(b.Bytes())
	default:
		return errNoPictures
	}
	return cmd.Run()
}

// copyFile hands the picture over as a file that the system's scripting reads.
func copyFile(picture []byte) error {
	f, err := os.CreateTemp("", "tallyboard-*.png")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if _, err := f.Write(picture); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if runtime.GOOS == "darwin" {
		return exec.Command("osascript", "-e", "on run argv\nset the clipboard to (read (POSIX file (item 1 of argv)) as «class PNGf»)\nend run", f.Name()).Run()
	}
	const script = "Add-Type -AssemblyName System.Windows.Forms,System.Drawing; $i=[System.Drawing.Image]::FromFile($args[0]); [System.Windows.Forms.Clipboard]::SetImage($i); $i.Dispose()"
	return exec.Command("powershell", "-NoProfile", "-STA", "-Command", "& {"+script+"} '"+f.Name()+"'").Run()
}

// other is the language that the switch leads to.
func other(l lang.Lang) lang.Lang {
	if l == lang.ZH {
		return lang.EN
	}
	return lang.ZH
}
