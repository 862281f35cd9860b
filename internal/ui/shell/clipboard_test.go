package shell

import (
	"encoding/binary"
	"image"
	"image/color"
	"testing"
)

func TestBitmapOfTheClipboard(t *testing.T) {
	img := image.NewNRGBA(image.Rect(5, 5, 8, 7)) // three pixels wide, two high
	img.Set(5, 5, color.NRGBA{R: 200, G: 100, B: 50, A: 255})
	img.Set(7, 6, color.NRGBA{R: 1, G: 2, B: 3, A: 255})
	b := dib(img)
	if len(b) != 40+2*12 {
		t.Fatalf("%d bytes", len(b))
	}
	if size, w, h := binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[4:]), binary.LittleEndian.Uint32(b[8:]); size != 40 || w != 3 || h != 2 {
		t.Errorf("header %d, %d × %d", size, w, h)
	}
	low, high := b[40:52], b[52:64]
	if got := [3]byte(high[:3]); got != [3]byte{50, 100, 200} {
		t.Errorf("the first pixel stands as %v", got)
	}
	if got := [3]byte(low[6:9]); got != [3]byte{3, 2, 1} {
		t.Errorf("the last pixel stands as %v", got)
	}
	if got := [3]byte(low[:3]); got != [3]byte{255, 255, 255} {
		t.Errorf("what can be seen through is %v, not white", got)
	}
}
