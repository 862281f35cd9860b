//go:build !windows

package shell

import (
	"bytes"
	"errors"
	"image"
	"os"
	"os/exec"
	"runtime"
)

// errNoPictures is returned where the system's clipboard takes no pictures from
// a program like this one.
var errNoPictures = errors.New("no way to put a picture on the clipboard")

// copyPNG hands a picture to the system's own program for its clipboard.
func copyPNG(picture []byte, _ image.Image) error {
	if runtime.GOOS == "darwin" {
		return copyFile(picture)
	}
	tools := [][]string{{"xclip", "-selection", "clipboard", "-t", "image/png"}, {"wl-copy", "--type", "image/png"}}
	if os.Getenv("WAYLAND_DISPLAY") != "" {
		tools[0], tools[1] = tools[1], tools[0]
	}
	err := errNoPictures
	for _, tool := range tools {
		path, missing := exec.LookPath(tool[0])
		if missing != nil {
			continue
		}
		cmd := exec.Command(path, tool[1:]...)
		cmd.Stdin = bytes.NewReader(picture)
		if err = cmd.Run(); err == nil {
			return nil
		}
	}
	return err
}

// copyFile hands the picture over as a file that the system's scripting reads.
func copyFile(picture []byte) error {
	f, err := os.CreateTemp("", "tallyboard-*.png")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if _, err := f.Write(picture); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Close(); err != nil {
		return err
	}
	return exec.Command("osascript", "-e", "on run argv\nset the clipboard to (read (POSIX file (item 1 of argv)) as «class PNGf»)\nend run", f.Name()).Run()
}
