package sheet

import "context"

// segmentReader reads a record that goes on in others. Where a text is cut in
// two, the rest begins with a byte of flags of its own.
type segmentReader struct {
	segments [][]byte
	at       int // in segments[0]
}

// more goes to the segment with the next byte; false where there is none.
func (r *segmentReader) more() bool {
	for len(r.segments) > 0 && r.at >= len(r.segments[0]) {
		r.segments, r.at = r.segments[1:], 0
	}
	return len(r.segments) > 0
}

// take gives the next n bytes; fewer at the end.
func (r *segmentReader) take(n int) []byte {
	if !r.more() {
		return nil
	}
	s := r.segments[0]
	if r.at+n <= len(s) {
		r.at += n
		return s[r.at-n : r.at]
	}
	out := append([]byte(nil), s[r.at:]...)
	r.at = len(s)
	for len(out) < n && r.more() {
		s := r.segments[0]
		k := min(n-len(out), len(s)-r.at)
		out = append(out, s[r.at:r.at+k]...)
		r.at += k
	}
	return out
}

// skip passes over n bytes.
func (r *segmentReader) skip(n int) {
	for n > 0 && r.more() {
		k := min(n, len(r.segments[0])-r.at)
		r.at += k
		n -= k
	}
}

// chars appends n characters, which may go over into further segments.
func (r *segmentReader) chars(dst []byte, n int, wide bool) []byte {
	for n > 0 && len(r.segments) > 0 {
		if r.at >= len(r.segments[0]) {
			if !r.more() {
				return dst
			}
			wide = r.segments[0][0]&1 != 0
			r.at = 1
			continue
		}
		rest := r.segments[0][r.at:]
		if wide {
			k := min(n, len(rest)/2)
			dst = appendUTF16(dst, rest[:2*k])
			if r.at += 2 * k; k == 0 {
				r.at = len(r.segments[0]) // half a character: damaged
			}
			n -= k
			continue
		}
		k := min(n, len(rest))
		dst = appendLatin(dst, rest[:k])
		r.at += k
		n -= k
	}
	return dst
}

// biffStrings reads the shared strings: all, or the first need.
func biffStrings(ctx context.Context, segments [][]byte, out *sharedStrings, need int) error {
	r := segmentReader{segments: segments}
	n := int(le32(r.take(8), 4))
	for i := 0; i < n && r.more() && (need == 0 || i < need); i++ {
		h := r.take(3)
		count, flags := le16(h, 0), byteAt(h, 2)
		runs, extra := 0, 0
		if flags&8 != 0 {
			runs = le16(r.take(2), 0)
		}
		if flags&4 != 0 {
			extra = int(le32(r.take(4), 0))
		}
		out.buf = r.chars(out.buf[:0], count, flags&1 != 0)
		out.add(out.buf)
		r.skip(4*runs + extra)
		if out.pool.full {
			return errTooBig
		}
		if i&4095 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}
