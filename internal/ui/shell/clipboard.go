package shell

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/png"
)

// copyImage puts a picture on the clipboard with the system's own means. It may
// be called from any goroutine.
func copyImage(img image.Image) error {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		return err
	}
	return copyPNG(b.Bytes(), img)
}

// bitmapHeader is BITMAPINFOHEADER.
type bitmapHeader struct {
	Size          uint32
	Width, Height int32
	Planes, Bits  uint16
	Compression   uint32
	ImageSize     uint32
	XPerMeter     int32
	YPerMeter     int32
	Used, Needed  uint32
}

// dib is a picture as the clipboard of Windows takes it for programs that know
// no PNG: a header and lines of blue, green and red from the lowest up, each
// filled to four bytes. What can be seen through is white.
func dib(img image.Image) []byte {
	r := img.Bounds()
	flat := image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	draw.Draw(flat, flat.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Rect, img, r.Min, draw.Over)
	stride := (r.Dx()*3 + 3) &^ 3
	h := bitmapHeader{Width: int32(r.Dx()), Height: int32(r.Dy()), Planes: 1, Bits: 24, ImageSize: uint32(stride * r.Dy())}
	h.Size = uint32(binary.Size(h))
	out, err := binary.Append(nil, binary.LittleEndian, h)
	if err != nil {
		panic("shell: the header of a bitmap has a fixed size")
	}
	line := make([]byte, stride)
	for y := r.Dy() - 1; y >= 0; y-- {
		for x := range r.Dx() {
			p := flat.Pix[flat.PixOffset(x, y):]
			line[3*x], line[3*x+1], line[3*x+2] = p[2], p[1], p[0]
		}
		out = append(out, line...)
	}
	return out
}
