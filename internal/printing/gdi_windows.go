package printing

import (
	"context"
	"image"
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"

	"tallyboard/internal/chart"
	"tallyboard/internal/fault"
	"tallyboard/internal/render/page"
	"tallyboard/internal/render/picture"
	"tallyboard/resources"
)

var (
	winspool = windows.NewLazySystemDLL("winspool.drv")
	gdi32    = windows.NewLazySystemDLL("gdi32.dll")

	procEnumPrinters       = winspool.NewProc("EnumPrintersW")
	procGetDefaultPrinter  = winspool.NewProc("GetDefaultPrinterW")
	procOpenPrinter        = winspool.NewProc("OpenPrinterW")
	procClosePrinter       = winspool.NewProc("ClosePrinter")
	procDocumentProperties = winspool.NewProc("DocumentPropertiesW")
	procCreateDC           = gdi32.NewProc("CreateDCW")
	procDeleteDC           = gdi32.NewProc("DeleteDC")
	procGetDeviceCaps      = gdi32.NewProc("GetDeviceCaps")
	procStartDoc           = gdi32.NewProc("StartDocW")
	procEndDoc             = gdi32.NewProc("EndDoc")
	procAbortDoc           = gdi32.NewProc("AbortDoc")
	procStartPage          = gdi32.NewProc("StartPage")
	procEndPage            = gdi32.NewProc("EndPage")
	procStretchDIBits      = gdi32.NewProc("StretchDIBits")
	procSetStretchBltMode  = gdi32.NewProc("SetStretchBltMode")
)

// printerInfo4 is PRINTER_INFO_4W, which lists names without asking each printer.
type printerInfo4 struct {
	name, server *uint16
	attributes   uint32
	_            uint32
}

func printers(context.Context) ([]Printer, error) {
	const local, connections, level = 2, 4, 4
	var need, n uint32
	procEnumPrinters.Call(local|connections, 0, level, 0, 0, uintptr(unsafe.Pointer(&need)), uintptr(unsafe.Pointer(&n)))
	if need == 0 {
		return nil, fault.New("printing.none")
	}
	buf := make([]uint64, need/8+1) // aligned for pointers
	ok, _, err := procEnumPrinters.Call(local|connections, 0, level, uintptr(unsafe.Pointer(&buf[0])), uintptr(need),
		uintptr(unsafe.Pointer(&need)), uintptr(unsafe.Pointer(&n)))
	if ok == 0 {
		return nil, fault.Wrap(err, "printing.none")
	}
	first := defaultPrinter()
	var list []Printer
	for _, p := range unsafe.Slice((*printerInfo4)(unsafe.Pointer(&buf[0])), n) {
		name := windows.UTF16PtrToString(p.name)
		if name == first {
			list = append([]Printer{{name, true}}, list...)
		} else {
			list = append(list, Printer{Name: name})
		}
	}
	runtime.KeepAlive(buf)
	if len(list) == 0 {
		return nil, fault.New("printing.none")
	}
	return list, nil
}

func defaultPrinter() string {
	var b [260]uint16
	n := uint32(len(b))
	if ok, _, _ := procGetDefaultPrinter.Call(uintptr(unsafe.Pointer(&b[0])), uintptr(unsafe.Pointer(&n))); ok == 0 {
		return ""
	}
	return windows.UTF16ToString(b[:])
}

// devMode is the public part of DEVMODEW; drivers append data of their own.
type devMode struct {
	_                                                      [32]uint16
	_, _, _, _                                             uint16
	fields                                                 uint32
	orientation, paperSize, _, _, scale, copies, _, _, col int16
}

const (
	fieldOrientation, fieldPaper, fieldCopies, fieldColor = 0x1, 0x2, 0x100, 0x800
	modeOut, modeIn                                       = 2, 8
)

var papers = map[string]int16{page.A4.Name: 9, page.A5.Name: 11, page.Letter.Name: 1}

// settings are the printer's own, with paper, orientation, copies and colour of
// the job, checked by its driver.
func settings(name *uint16, j Job) ([]byte, error) {
	var h windows.Handle
	if ok, _, err := procOpenPrinter.Call(uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(&h)), 0); ok == 0 {
		return nil, err
	}
	defer procClosePrinter.Call(uintptr(h))
	n, _, err := procDocumentProperties.Call(0, uintptr(h), uintptr(unsafe.Pointer(name)), 0, 0, 0)
	if int32(n) <= 0 {
		return nil, err
	}
	b := make([]byte, int(n)+8)
	at := uintptr(unsafe.Pointer(&b[0]))
	if r, _, err := procDocumentProperties.Call(0, uintptr(h), uintptr(unsafe.Pointer(name)), at, 0, modeOut); int32(r) < 0 {
		return nil, err
	}
	d := (*devMode)(unsafe.Pointer(&b[0]))
	d.fields |= fieldOrientation | fieldPaper | fieldCopies | fieldColor
	d.orientation, d.paperSize, d.copies, d.col = 1, papers[j.Paper.Name], int16(j.Copies), 2
	if j.Wide {
		d.orientation = 2
	}
	if j.Grey {
		d.col = 1
	}
	if r, _, err := procDocumentProperties.Call(0, uintptr(h), uintptr(unsafe.Pointer(name)), at, at, modeOut|modeIn); int32(r) < 0 {
		return nil, err
	}
	return b, nil
}

type docInfo struct {
	size             int32
	_                int32
	name, out, datum *uint16
	kind             uint32
}

// Indices of GetDeviceCaps.
const (
	horzRes, vertRes               = 8, 10
	physicalWidth, physicalHeight  = 110, 111
	physicalOffsetX, physicalOffsY = 112, 113
)

func printJob(ctx context.Context, j Job) error {
	// A device context belongs to its thread.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if j.Printer == "" {
		if j.Printer = defaultPrinter(); j.Printer == "" {
			return fault.New("printing.none")
		}
	}
	name, err := windows.UTF16PtrFromString(j.Printer)
	if err != nil {
		return fault.Wrap(err, "printing.failed", j.Printer)
	}
	mode, err := settings(name, j)
	if err != nil {
		return fault.Wrap(err, "printing.failed", j.Printer)
	}
	driver, err := windows.UTF16PtrFromString("WINSPOOL")
	if err != nil {
		return err
	}
	dc, _, err := procCreateDC.Call(uintptr(unsafe.Pointer(driver)), uintptr(unsafe.Pointer(name)), 0, uintptr(unsafe.Pointer(&mode[0])))
	if dc == 0 {
		return fault.Wrap(err, "printing.failed", j.Printer)
	}
	defer procDeleteDC.Call(dc)
	title, err := windows.UTF16PtrFromString(j.Title)
	if err != nil {
		return err
	}
	info := docInfo{name: title}
	info.size = int32(unsafe.Sizeof(info))
	if r, _, err := procStartDoc.Call(dc, uintptr(unsafe.Pointer(&info))); int32(r) <= 0 {
		return fault.Wrap(err, "printing.failed", j.Printer)
	}
	release, vector := typefaces(renamed(resources.Font(false)), renamed(resources.Font(true)))
	defer release()
	for i, p := range j.Pages {
		if ctx.Err() != nil {
			procAbortDoc.Call(dc)
			return ctx.Err()
		}
		if err := printPage(dc, p, j.Grey, vector); err != nil {
			procAbortDoc.Call(dc)
			return fault.Wrap(err, "printing.failed", j.Printer)
		}
		if j.Progress != nil {
			j.Progress(int64(i+1), int64(len(j.Pages)))
		}
	}
	if r, _, err := procEndDoc.Call(dc); int32(r) <= 0 {
		return fault.Wrap(err, "printing.failed", j.Printer)
	}
	return nil
}

// mostPixels bounds the picture of a page: beyond, the printer's own scaling
// loses nothing that can be seen.
const mostPixels = 5000

// printPage hands a page over: as text, lines and areas where it can be, else
// painted at the printer's resolution as one bitmap, for bands leave faint seams
// where drivers scale them.
func printPage(dc uintptr, p *page.Page, colourless, vector bool) error {
	get := func(i uintptr) int { r, _, _ := procGetDeviceCaps.Call(dc, i); return int(int32(r)) }
	paperW, paperH := get(physicalWidth), get(physicalHeight)
	if paperW <= 0 || paperH <= 0 {
		paperW, paperH = get(horzRes), get(vertRes)
	}
	k := min(float64(paperW)/p.W, float64(paperH)/p.H)
	if colourless {
		p = grey([]*page.Page{p})[0]
	}
	left, top := get(physicalOffsetX), get(physicalOffsY)
	if r, _, err := procStartPage.Call(dc); int32(r) <= 0 {
		return err
	}
	if vector && solid(p) {
		c := newCanvas(dc, k, float64(left), float64(top), family)
		p.Paint(c)
		c.close()
	} else if err := bitmap(dc, p, k, left, top); err != nil {
		return err
	}
	if r, _, err := procEndPage.Call(dc); int32(r) <= 0 {
		return err
	}
	return nil
}

// bitmap paints a page of k device units a point as one picture.
func bitmap(dc uintptr, p *page.Page, k float64, left, top int) error {
	paint := min(k, mostPixels/max(p.W, p.H))
	img := image.NewRGBA(image.Rect(0, 0, int(p.W*paint), int(p.H*paint)))
	c := picture.NewPainter(img, paint, picture.Standard())
	c.Fill(0, 0, p.W, p.H, chart.Paper.Surface)
	p.Paint(c)
	return stretch(dc, img, -left, -top, int(p.W*k), int(p.H*k))
}

type bitmapHeader struct {
	size           uint32
	width, height  int32
	planes, bits   uint16
	compression, _ uint32
	_, _           int32
	_, _           uint32
}

// stretch draws img on the page as a bottom-up BGR bitmap, the form that every
// printer driver takes.
func stretch(dc uintptr, img *image.RGBA, x, y, w, h int) error {
	const halftone, sourceCopy = 4, 0x00CC0020
	procSetStretchBltMode.Call(dc, halftone)
	iw, ih := img.Rect.Dx(), img.Rect.Dy()
	stride := (iw*3 + 3) &^ 3
	bits := make([]byte, stride*ih)
	for r := range ih {
		to, from := bits[(ih-1-r)*stride:], img.Pix[r*img.Stride:]
		for i := range iw {
			to[3*i], to[3*i+1], to[3*i+2] = from[4*i+2], from[4*i+1], from[4*i]
		}
	}
	head := bitmapHeader{size: 40, width: int32(iw), height: int32(ih), planes: 1, bits: 24}
	r, _, err := procStretchDIBits.Call(dc, uintptr(x), uintptr(y), uintptr(w), uintptr(h), 0, 0, uintptr(iw), uintptr(ih),
		uintptr(unsafe.Pointer(&bits[0])), uintptr(unsafe.Pointer(&head)), 0, sourceCopy)
	if r == 0 || int32(r) == -1 {
		return err
	}
	return nil
}
