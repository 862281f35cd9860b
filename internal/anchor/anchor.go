//go:build anchor

// Package anchor keeps modules that are about to be used in go.mod.
package anchor

import (
	_ "codeberg.org/go-pdf/fpdf"
	_ "fyne.io/fyne/v2/app"
	_ "fyne.io/fyne/v2/dialog"
	_ "fyne.io/fyne/v2/test"
	_ "github.com/fsnotify/fsnotify"
	_ "github.com/klauspost/compress/flate"
	_ "github.com/mozillazg/go-pinyin"
	_ "github.com/spf13/pflag"
	_ "github.com/xuri/excelize/v2"
	_ "golang.org/x/image/font/sfnt"
	_ "golang.org/x/image/vector"
	_ "golang.org/x/net/html"
	_ "golang.org/x/sync/errgroup"
	_ "golang.org/x/sys/cpu"
	_ "golang.org/x/text/encoding/simplifiedchinese"
	_ "gonum.org/v1/gonum/stat/distuv"
)

import _ "github.com/ncruces/zenity"
