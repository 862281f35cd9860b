package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"

	"golang.org/x/image/draw"
)

// The picture at the side of the setup's first and last page: 164 by 314
// pixels at 96 dpi, made three times as large for sharp screens.
const (
	bannerWidth  = 3 * 164
	bannerHeight = 3 * 314
)

// banner is the icon on the program's blue, which darkens towards the foot.
func banner(img image.Image) *image.NRGBA {
	top, foot := color.NRGBA{0x25, 0x63, 0xEB, 255}, color.NRGBA{0x17, 0x2F, 0x7A, 255}
	out := image.NewNRGBA(image.Rect(0, 0, bannerWidth, bannerHeight))
	for y := range bannerHeight {
		between := func(a, b uint8) uint8 { return uint8((int(a)*(bannerHeight-y) + int(b)*y) / bannerHeight) }
		c := color.NRGBA{between(top.R, foot.R), between(top.G, foot.G), between(top.B, foot.B), 255}
		for x := range bannerWidth {
			out.SetNRGBA(x, y, c)
		}
	}
	side := bannerWidth / 2
	at := image.Rect(0, 0, side, side).Add(image.Pt(side/2, bannerHeight/5))
	draw.CatmullRom.Scale(out, at, img, img.Bounds(), draw.Over, nil)
	return out
}

// encodeBMP writes a 24-bit Windows bitmap, rows from the bottom and filled up
// to whole words, the only picture that the setup program takes.
func encodeBMP(img *image.NRGBA) []byte {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	row := (3*w + 3) / 4 * 4
	var b bytes.Buffer
	b.WriteString("BM")
	le := binary.LittleEndian
	var head []byte
	for _, v := range []uint32{uint32(54 + row*h), 0, 54, 40, uint32(w), uint32(h), 1 | 24<<16, 0, uint32(row * h), 2835, 2835, 0, 0} {
		head = le.AppendUint32(head, v)
	}
	b.Write(head)
	line := make([]byte, row)
	for y := h - 1; y >= 0; y-- {
		for x := range w {
			c := img.NRGBAAt(x, y)
			line[3*x], line[3*x+1], line[3*x+2] = c.B, c.G, c.R
		}
		b.Write(line)
	}
	return b.Bytes()
}
