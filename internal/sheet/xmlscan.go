package sheet

import (
	"bytes"
	"io"
)

// xmlToken is what xmlScan.next has met.
type xmlToken uint8

const (
	xmlEnd   xmlToken = iota // nothing follows
	xmlOpen                  // <name …>, also <name …/>, which is followed by its xmlClose
	xmlClose                 // </name>
	xmlText                  // the text between tags, or a CDATA section
)

// maxToken bounds one tag or one text.
const maxToken = 16 << 20

// xmlScan reads XML token by token from a stream of UTF-8 in bounded memory.
// It forgives what office programs forgive: namespace prefixes are dropped,
// quotes may be single, nothing is checked for nesting. A document type is
// skipped and its entities are never expanded. What a token's slices hold is
// valid until the next call.
type xmlScan struct {
	r    io.Reader
	buf  []byte
	i, n int // the unread bytes in buf
	eof  bool
	err  error

	name  []byte // of a tag, without prefix
	full  []byte // of an open tag, with prefix
	text  []byte // raw: entities stand as they are, except in CDATA
	cdata bool
	attrs []byte // the raw attributes of an open tag
	close bool   // the open tag was closed in itself; its xmlClose comes next
}

func newXMLScan(r io.Reader) *xmlScan { return &xmlScan{r: r, buf: make([]byte, 32<<10)} }

// reset makes x read b, which it does not change.
func (x *xmlScan) reset(b []byte) { *x = xmlScan{buf: b, n: len(b), eof: true} }

// more reads on; offsets from x.i stay what they are.
func (x *xmlScan) more() bool {
	if x.eof {
		return false
	}
	if x.i > 0 {
		x.n = copy(x.buf, x.buf[x.i:x.n])
		x.i = 0
	}
	if x.n == len(x.buf) {
		if x.n >= maxToken {
			x.eof, x.err = true, errTooBig
			return false
		}
		x.buf = append(x.buf, make([]byte, len(x.buf))...)
	}
	k, err := x.r.Read(x.buf[x.n:])
	x.n += k
	if err != nil {
		x.eof = true
		if err != io.EOF {
			x.err = err
		}
	}
	return k > 0 || !x.eof
}

// has reports whether the unread bytes begin with s.
func (x *xmlScan) has(s string) bool {
	for x.n-x.i < len(s) {
		if !x.more() {
			return false
		}
	}
	return string(x.buf[x.i:x.i+len(s)]) == s
}

// index finds s at or behind offset from of the unread bytes; -1 where it does
// not come.
func (x *xmlScan) index(from int, s string) int {
	for {
		if from < x.n-x.i {
			if k := bytes.Index(x.buf[x.i+from:x.n], []byte(s)); k >= 0 {
				return from + k
			}
			from = max(from, x.n-x.i-len(s)+1)
		}
		if !x.more() {
			return -1
		}
	}
}

// next moves to the next token. At the end err says whether it is a good one.
func (x *xmlScan) next() (xmlToken, error) {
	if x.close {
		x.close = false
		return xmlClose, nil
	}
	for {
		if x.i == x.n && !x.more() {
			return xmlEnd, x.err
		}
		if x.i == x.n {
			continue
		}
		if x.buf[x.i] != '<' {
			k := x.index(0, "<")
			if x.err != nil {
				return xmlEnd, x.err
			}
			if k < 0 {
				k = x.n - x.i
			}
			x.text, x.cdata = x.buf[x.i:x.i+k], false
			x.i += k
			return xmlText, nil
		}
		switch {
		case x.has("<!--"):
			if !x.skip(4, "-->") {
				return xmlEnd, x.broken()
			}
		case x.has("<![CDATA["):
			k := x.index(9, "]]>")
			if k < 0 {
				return xmlEnd, x.broken()
			}
			x.text, x.cdata = x.buf[x.i+9:x.i+k], true
			x.i += k + 3
			return xmlText, nil
		case x.has("<?"):
			if !x.skip(2, "?>") {
				return xmlEnd, x.broken()
			}
		case x.has("<!"):
			if !x.doctype() {
				return xmlEnd, x.broken()
			}
		case x.has("</"):
			k := x.index(2, ">")
			if k < 0 {
				return xmlEnd, x.broken()
			}
			x.name = local(bytes.TrimSpace(x.buf[x.i+2 : x.i+k]))
			x.i += k + 1
			return xmlClose, nil
		default:
			return x.tag()
		}
	}
}

func (x *xmlScan) broken() error {
	if x.err != nil {
		return x.err
	}
	return errCutOff
}

func (x *xmlScan) skip(from int, end string) bool {
	k := x.index(from, end)
	if k < 0 {
		return false
	}
	x.i += k + len(end)
	return true
}

// doctype skips a declaration with what stands in its brackets.
func (x *xmlScan) doctype() bool {
	depth, quote := 0, byte(0)
	for i := 2; ; i++ {
		for x.i+i >= x.n {
			if !x.more() {
				return false
			}
		}
		switch c := x.buf[x.i+i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '[':
			depth++
		case c == ']':
			depth--
		case c == '>' && depth <= 0:
			x.i += i + 1
			return true
		}
	}
}

// tag reads an open tag; its end is the first > outside quotes.
func (x *xmlScan) tag() (xmlToken, error) {
	quote := byte(0)
	for i := 1; ; i++ {
		for x.i+i >= x.n {
			if !x.more() {
				return xmlEnd, x.broken()
			}
		}
		c := x.buf[x.i+i]
		if quote != 0 {
			if c == quote {
				quote = 0
			}
			continue
		}
		switch c {
		case '"', '\'':
			quote = c
		case '>':
			body := x.buf[x.i+1 : x.i+i]
			x.i += i + 1
			if n := len(body); n > 0 && body[n-1] == '/' {
				body, x.close = body[:n-1], true
			}
			end := bytes.IndexAny(body, " \t\r\n")
			if end < 0 {
				end = len(body)
			}
			if end == 0 {
				return xmlEnd, errDamaged
			}
			x.full, x.attrs = body[:end], body[end:]
			x.name = local(x.full)
			return xmlOpen, nil
		}
	}
}

// leave passes over the rest of the element with the given name that has just
// been opened.
func (x *xmlScan) leave(name string) error {
	for depth := 1; depth > 0; {
		t, err := x.next()
		if err != nil {
			return err
		}
		switch {
		case t == xmlEnd:
			return errCutOff
		case t == xmlText || string(x.name) != name:
		case t == xmlOpen:
			depth++
		default:
			depth--
		}
	}
	return nil
}

// passed says how far pass has come.
type passed uint8

const (
	passedAll  passed = iota // behind the end of the element
	passedSome               // still in it: it holds more than was to be passed
	passedPart               // still in it: what follows must be read token by token
)

// pass goes behind the element that has just been opened without reading its
// tokens, many times faster than leave: for elements that hold none of their own
// kind. With most > 0 it gives up behind about as many bytes.
func (x *xmlScan) pass(most int) passed {
	if x.close {
		x.close = false
		return passedAll
	}
	own := string(x.full)
	for done := 0; ; {
		b := x.buf[x.i:x.n]
		at := 0
		for {
			k := bytes.IndexByte(b[at:], '<')
			if k < 0 {
				at = len(b)
				break
			}
			if at += k; at+len("</")+len(own) >= len(b) {
				break
			}
			t := b[at+1:]
			if t[0] == '!' {
				x.i += at
				return passedPart
			}
			end := t[0] == '/'
			if end {
				t = t[1:]
			}
			switch c := t[len(own)]; {
			case c != '>' && c != '/' && c > ' ' || string(t[:len(own)]) != own:
				at++
			case end && c == '>':
				x.i += at + len("</>") + len(own)
				return passedAll
			default: // one within the other, or an end with blanks
				x.i += at
				return passedPart
			}
		}
		x.i += at
		if done += at; most > 0 && done > most {
			return passedSome
		}
		if !x.more() {
			return passedPart
		}
	}
}

// local drops the prefix of a name.
func local(name []byte) []byte { return name[bytes.LastIndexByte(name, ':')+1:] }

// attr gives the raw value of the attribute with the local name, nil where the
// open tag has none.
func (x *xmlScan) attr(name string) []byte {
	for b := x.attrs; ; {
		b = bytes.TrimLeft(b, " \t\r\n")
		eq := bytes.IndexByte(b, '=')
		if eq < 0 {
			return nil
		}
		key := bytes.TrimSpace(b[:eq])
		b = bytes.TrimLeft(b[eq+1:], " \t\r\n")
		if len(b) == 0 || b[0] != '"' && b[0] != '\'' {
			return nil
		}
		end := bytes.IndexByte(b[1:], b[0])
		if end < 0 {
			return nil
		}
		if string(local(key)) == name {
			return b[1 : 1+end : 1+end]
		}
		b = b[end+2:]
	}
}

// attrText is attr with its entities decoded.
func (x *xmlScan) attrText(name string) string { return string(appendXML(nil, x.attr(name))) }

// attrTrue reports whether the attribute has one of the spellings of true.
func (x *xmlScan) attrTrue(name string) bool { return isTrue(x.attr(name)) }

func isTrue(b []byte) bool {
	s := string(b)
	return s == "1" || s == "true" || s == "on" || s == "t" || s == "True" || s == "TRUE"
}

// appendContent appends the decoded text of the present token.
func (x *xmlScan) appendContent(dst []byte) []byte {
	if x.cdata {
		return append(dst, x.text...)
	}
	return appendXML(dst, x.text)
}
