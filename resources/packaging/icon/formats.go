package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
)

func encodePNG(img image.Image, n int) ([]byte, error) {
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	err := enc.Encode(&b, scaled(img, n))
	return b.Bytes(), err
}

// encodeICO writes an .ico: small pictures as bitmaps, which every tool reads,
// those from 128 pixels as PNG, which would be huge otherwise.
func encodeICO(img image.Image, sizes []int) ([]byte, error) {
	var head, body bytes.Buffer
	le := binary.LittleEndian
	head.Write(le.AppendUint16(le.AppendUint16(le.AppendUint16(nil, 0), 1), uint16(len(sizes))))
	start := 6 + 16*len(sizes)
	for _, n := range sizes {
		data := bitmap(scaled(img, n))
		if n >= 128 {
			var err error
			if data, err = encodePNG(img, n); err != nil {
				return nil, err
			}
		}
		// Width, height (0 is 256), colours, reserved, planes, bits, size, offset.
		head.Write([]byte{byte(n), byte(n), 0, 0, 1, 0, 32, 0})
		head.Write(le.AppendUint32(le.AppendUint32(nil, uint32(len(data))), uint32(start+body.Len())))
		body.Write(data)
	}
	return append(head.Bytes(), body.Bytes()...), nil
}

// bitmap is a picture as an icon holds it: a header that counts the mask into
// the height, 32-bit rows from the bottom, and the mask.
func bitmap(img *image.NRGBA) []byte {
	n := img.Rect.Dx()
	le := binary.LittleEndian
	var b []byte
	for _, v := range []uint32{40, uint32(n), uint32(2 * n), 1 | 32<<16, 0, 0, 0, 0, 0, 0} {
		b = le.AppendUint32(b, v)
	}
	for y := n - 1; y >= 0; y-- {
		for x := range n {
			c := img.NRGBAAt(x, y)
			b = append(b, c.B, c.G, c.R, c.A)
		}
	}
	for y := n - 1; y >= 0; y-- {
		row := make([]byte, (n+31)/32*4) // one bit a pixel, rows of whole words
		for x := range n {
			if img.NRGBAAt(x, y).A < 128 {
				row[x/8] |= 0x80 >> (x % 8)
			}
		}
		b = append(b, row...)
	}
	return b
}

// icnsTypes are the entries of an .icns that hold PNGs.
var icnsTypes = []struct {
	name string
	size int
}{{"icp4", 16}, {"icp5", 32}, {"ic11", 32}, {"ic12", 64}, {"ic07", 128}, {"ic13", 256}, {"ic08", 256}, {"ic14", 512}, {"ic09", 512}, {"ic10", 1024}}

func encodeICNS(img image.Image) ([]byte, error) {
	var body bytes.Buffer
	be := binary.BigEndian
	for _, t := range icnsTypes {
		data, err := encodePNG(img, t.size)
		if err != nil {
			return nil, err
		}
		body.WriteString(t.name)
		body.Write(be.AppendUint32(nil, uint32(8+len(data))))
		body.Write(data)
	}
	out := append([]byte("icns"), be.AppendUint32(nil, uint32(8+body.Len()))...)
	return append(out, body.Bytes()...), nil
}
