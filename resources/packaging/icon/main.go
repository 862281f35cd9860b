// Command icon makes the icon files that packages need of one square picture:
// app.ico and the setup's banner.bmp for Windows, app.icns for macOS and PNGs
// for Linux.
//
//	icon MASTER.png OUTDIR
package main

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"golang.org/x/image/draw"
)

// Sizes in pixels that Windows and Linux desktops ask for.
var (
	icoSizes = []int{16, 20, 24, 32, 40, 48, 64, 128, 256}
	pngSizes = []int{16, 24, 32, 48, 64, 128, 256, 512}
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: icon MASTER.png OUTDIR")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "icon:", err)
		os.Exit(1)
	}
}

func run(master, dir string) error {
	f, err := os.Open(master)
	if err != nil {
		return err
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		return err
	}
	if b := img.Bounds(); b.Dx() != b.Dy() {
		return fmt.Errorf("%s is %d by %d, not square", master, b.Dx(), b.Dy())
	}
	ico, err := encodeICO(img, icoSizes)
	if err != nil {
		return err
	}
	icns, err := encodeICNS(img)
	if err != nil {
		return err
	}
	for name, b := range map[string][]byte{"app.ico": ico, "app.icns": icns, "banner.bmp": encodeBMP(banner(img))} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			return err
		}
	}
	for _, n := range pngSizes {
		b, err := encodePNG(img, n)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.png", n)), b, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// scaled is img at n by n pixels.
func scaled(img image.Image, n int) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, n, n))
	draw.CatmullRom.Scale(out, out.Bounds(), img, img.Bounds(), draw.Src, nil)
	return out
}
