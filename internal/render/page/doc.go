// Package page lays a document out on paper: pages of placed shapes and text
// that any chart.Canvas can paint. The PDF, the printer, the preview and the
// report view on screen all take their pages from here, so what is seen is
// what is printed.
//
// The river inside: blocks become pieces (things that are not cut), pieces are
// put on pages, pages get their header and footer. It knows no file format and
// no window.
package page
