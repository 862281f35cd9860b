package sheet

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"net/textproto"
	"strings"
)

// A single-file web page (MHTML) is what Excel and report servers save as
// "web archive", mostly under the name .xls: a mail whose parts are pages.
func isMHTML(s *source) bool {
	b := bytes.ToLower(s.head[:min(len(s.head), 4096)])
	return bytes.HasPrefix(bytes.TrimLeft(b, "\r\n \ufeff"), []byte("mime-version:")) && bytes.Contains(b, []byte("multipart/related"))
}

// openMHTML opens the first page that has a table.
func openMHTML(ctx context.Context, s *source) (reader, error) {
	all, err := s.all(ctx)
	if err != nil {
		return nil, err
	}
	r := bufio.NewReader(bytes.NewReader(bytes.TrimLeft(all, "\r\n \ufeff")))
	head, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil {
		return nil, errDamaged
	}
	_, params, err := mime.ParseMediaType(head.Get("Content-Type"))
	if err != nil {
		return nil, errDamaged
	}
	parts := multipart.NewReader(r, params["boundary"])
	for {
		part, err := parts.NextPart()
		if err == io.EOF {
			return nil, errWebPage
		}
		if err != nil {
			return nil, errCutOff
		}
		if kind, _, err := mime.ParseMediaType(part.Header.Get("Content-Type")); err != nil || kind != "text/html" {
			continue
		}
		var body io.Reader = part // quoted-printable is undone already
		if strings.EqualFold(part.Header.Get("Content-Transfer-Encoding"), "base64") {
			body = base64.NewDecoder(base64.StdEncoding, part)
		}
		page, err := io.ReadAll(body)
		if err != nil {
			return nil, errCutOff
		}
		inner, err := newSource(s.path, bytes.NewReader(page), int64(len(page)), s.opts)
		if err != nil {
			return nil, err
		}
		if f, err := openHTML(ctx, inner); err == nil {
			return f, nil
		}
	}
}
