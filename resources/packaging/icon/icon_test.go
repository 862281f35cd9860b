package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"testing"

	"golang.org/x/image/bmp"
)

// mark is a picture whose corners are clear and whose middle is red.
func mark() image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, 512, 512))
	for y := 128; y < 384; y++ {
		for x := 128; x < 384; x++ {
			img.SetNRGBA(x, y, color.NRGBA{R: 255, A: 255})
		}
	}
	return img
}

func TestICO(t *testing.T) {
	b, err := encodeICO(mark(), icoSizes)
	if err != nil {
		t.Fatal(err)
	}
	le := binary.LittleEndian
	if le.Uint16(b[2:]) != 1 || int(le.Uint16(b[4:])) != len(icoSizes) {
		t.Fatalf("directory % x", b[:6])
	}
	end := 6 + 16*len(icoSizes)
	for i, n := range icoSizes {
		e := b[6+16*i:]
		size, at := int(le.Uint32(e[8:])), int(le.Uint32(e[12:]))
		if int(e[0]) != n%256 || at != end || at+size > len(b) {
			t.Fatalf("entry of %d: % x", n, e[:16])
		}
		end = at + size
		data := b[at:end]
		if n >= 128 {
			img, err := png.Decode(bytes.NewReader(data))
			if err != nil || img.Bounds().Dx() != n {
				t.Errorf("%d: not a PNG of that size: %v", n, err)
			}
			continue
		}
		row := (n + 31) / 32 * 4
		if want := 40 + 4*n*n + row*n; len(data) != want {
			t.Errorf("%d: %d bytes, wanted %d", n, len(data), want)
		}
		middle := data[40+4*(n/2*n+n/2):]
		if !bytes.Equal(middle[:4], []byte{0, 0, 255, 255}) {
			t.Errorf("%d: the middle is % x, wanted red", n, middle[:4])
		}
		if mask := data[40+4*n*n:]; mask[0]&0x80 == 0 || mask[n/2*row+n/16]&(0x80>>(n/2%8)) != 0 {
			t.Errorf("%d: the mask is not clear outside and solid inside", n)
		}
	}
	if end != len(b) {
		t.Errorf("%d bytes, entries end at %d", len(b), end)
	}
}

func TestICNS(t *testing.T) {
	b, err := encodeICNS(mark())
	if err != nil {
		t.Fatal(err)
	}
	be := binary.BigEndian
	if string(b[:4]) != "icns" || int(be.Uint32(b[4:])) != len(b) {
		t.Fatalf("header % x", b[:8])
	}
	at := 8
	for _, e := range icnsTypes {
		size := int(be.Uint32(b[at+4:]))
		img, err := png.Decode(bytes.NewReader(b[at+8 : at+size]))
		if string(b[at:at+4]) != e.name || err != nil || img.Bounds().Dx() != e.size {
			t.Errorf("entry %q: %v", b[at:at+4], err)
		}
		at += size
	}
}

func TestBanner(t *testing.T) {
	img, err := bmp.Decode(bytes.NewReader(encodeBMP(banner(mark()))))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != bannerWidth || b.Dy() != bannerHeight {
		t.Errorf("banner is %v", b)
	}
	if got := color.NRGBAModel.Convert(img.At(0, 0)); got != (color.NRGBA{0x25, 0x63, 0xEB, 255}) {
		t.Errorf("the first pixel is %v", got)
	}
	if got := color.NRGBAModel.Convert(img.At(bannerWidth/2, bannerHeight/5+bannerWidth/4)); got != (color.NRGBA{R: 255, A: 255}) {
		t.Errorf("the middle of the mark is %v", got)
	}
}
