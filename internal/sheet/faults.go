package sheet

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"syscall"

	"tallyboard/internal/fault"
)

// What can be the matter with a file, as its reader finds it; readFault puts
// it into words for people.
var (
	errEmpty    = errors.New("empty file")
	errFolder   = errors.New("is a folder")
	errDamaged  = errors.New("damaged file")
	errCutOff   = errors.New("file ends too early")
	errBomb     = errors.New("unpacks to far more than a sheet holds")
	errTooBig   = errors.New("more cells than can be held")
	errColumns  = errors.New("more columns than a sheet can have")
	errNoSheet  = errors.New("no worksheet in the file")
	errPassword = errors.New("password needed")
	errWrongPwd = errors.New("wrong password")
	errOldXLS   = errors.New("workbook of Excel 95 or older")
	errCrypt    = errors.New("encrypted in a way that is not known")
	errPicture  = errors.New("a picture")
	errDocument = errors.New("a document of another program")
	errArchive  = errors.New("an archive of something else")
	errWebPage  = errors.New("a web page without a table")
	errUnknown  = errors.New("unknown content")

	errOdd    = errors.New("XML that the fast path does not know") // falls back to the slow path
	errEnough = errors.New("as many rows as were asked for")       // stops a first look
)

var codes = []struct {
	err  error
	code string
}{
	{errEmpty, "sheet.empty"},
	{errFolder, "sheet.folder"},
	{errCutOff, "sheet.truncated"},
	{errBomb, "sheet.bomb"},
	{errTooBig, "sheet.toobig"},
	{errColumns, "sheet.columns"},
	{errNoSheet, "sheet.nosheet"},
	{errPassword, "sheet.password"},
	{errWrongPwd, "sheet.wrongpassword"},
	{errOldXLS, "sheet.oldxls"},
	{errCrypt, "sheet.crypt"},
	{errPicture, "sheet.picture"},
	{errDocument, "sheet.document"},
	{errArchive, "sheet.archive"},
	{errWebPage, "sheet.webpage"},
	{errUnknown, "sheet.unknown"},
	{fs.ErrNotExist, "sheet.notfound"},
	{fs.ErrPermission, "sheet.permission"},
	{io.ErrUnexpectedEOF, "sheet.truncated"},
}

// readFault turns what a reader found into an error for people, which names the
// file and, where that helps, says where it lies; the context's own error passes
// as it is.
func readFault(ctx context.Context, path string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	for _, c := range codes {
		if errors.Is(err, c.err) {
			return fault.Wrap(err, c.code, filepath.Base(path), path)
		}
	}
	return fault.Wrap(err, "sheet.damaged", filepath.Base(path), path)
}

// openFault is readFault for what the operating system says about the file.
func openFault(path string, err error) error {
	const sharing, lock = syscall.Errno(32), syscall.Errno(33) // of Windows
	switch {
	case runtime.GOOS == "windows" && (errors.Is(err, sharing) || errors.Is(err, lock)):
		return fault.Wrap(err, "sheet.locked", filepath.Base(path), path)
	case errors.Is(err, errFolder), errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
		return readFault(context.Background(), path, err)
	}
	return fault.Wrap(err, "sheet.io", filepath.Base(path), path)
}

// guard is the last fence against hostile files: a reader that panics has met
// a damaged file that it should have refused.
func guard(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v\n%s", errDamaged, p, debug.Stack())
		}
	}()
	return do()
}
