package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/printing"
	"tallyboard/internal/render/page"
	"tallyboard/internal/session"
)

// printFlags say how a report is printed.
type printFlags struct {
	printer      string
	copies       int
	pages, paper string
	scale        string
	chart        int // the chart to take alone, from 1; 0 takes the whole report
	wide, grey   bool
	turned       func() bool // whether landscape was said, one way or the other
}

// defaultPrinter is what --print without a name stands for.
const defaultPrinter = "-"

func (p *printFlags) register(f *pflag.FlagSet) {
	f.StringVar(&p.printer, "print", "", "")
	f.Lookup("print").NoOptDefVal = defaultPrinter
	f.IntVar(&p.copies, "copies", 1, "")
	f.StringVar(&p.pages, "pages", "", "")
	f.StringVar(&p.paper, "paper", page.A4.Name, "")
	f.StringVar(&p.scale, "scale", printing.Fit, "")
	f.IntVar(&p.chart, "chart", 0, "")
	f.BoolVar(&p.wide, "landscape", false, "")
	p.turned = func() bool { return f.Changed("landscape") }
	f.BoolVar(&p.grey, "grey", false, "")
}

// wanted reports whether anything is to be printed.
func (p *printFlags) wanted() bool { return p.printer != "" }

// check finds what is wrong with the flags before any file is read.
func (p *printFlags) check(l lang.Lang) error {
	if _, ok := p.size(); !ok {
		names := make([]string, len(page.Sizes))
		for i, s := range page.Sizes {
			names[i] = s.Name
		}
		return usageError{l.T("cli.unknown.paper", p.paper, strings.Join(names, ", "))}
	}
	if p.copies < 1 || p.copies > printing.MostCopies {
		return usageError{l.T("cli.bad.copies", p.copies, printing.MostCopies)}
	}
	if _, err := printing.ParseScale(p.scale); err != nil {
		return usageError{fault.Say(err, l)}
	}
	return nil
}

// take gives the part of a report that the flags ask for; a chart alone lies on
// paper turned to landscape unless the flags say otherwise.
func (p *printFlags) take(doc *document.Document) (*document.Document, error) {
	if p.chart == 0 {
		return doc, nil
	}
	charts := slices.Collect(document.Of[*document.Chart](doc.Blocks))
	if p.chart < 0 || p.chart > len(charts) {
		return nil, fault.New("printing.chart", p.chart, len(charts))
	}
	p.wide = p.wide || !p.turned()
	return doc.Alone(charts[p.chart-1]), nil
}

func (p *printFlags) size() (page.Size, bool) {
	i := slices.IndexFunc(page.Sizes, func(s page.Size) bool { return strings.EqualFold(s.Name, p.paper) })
	if i < 0 {
		return page.Size{}, false
	}
	return page.Sizes[i], true
}

// layout is the paper that the flags ask for; check has seen to its size and
// scale.
func (p *printFlags) layout() session.Paper {
	size, _ := p.size()
	scale, _ := printing.ParseScale(p.scale)
	return session.Paper{Size: size, Wide: p.wide, Turn: !p.turned(), Grey: p.grey, Scale: scale}
}

// print hands a report to the printer and says which one took it.
func (c *call) print(ctx context.Context, doc *document.Document) error {
	p := c.sub.print
	paper := p.layout()
	pages := session.Pages(doc, paper)
	only, err := printing.ParsePages(p.pages, len(pages))
	if err != nil {
		return err
	}
	printers, err := printing.Printers(ctx)
	if err != nil {
		return err
	}
	name := printers[0].Name
	if p.printer != defaultPrinter {
		name = p.printer
		if !slices.ContainsFunc(printers, func(x printing.Printer) bool { return x.Name == name }) {
			return fault.New("printing.unknown", name, names(printers))
		}
	}
	err = printing.Print(ctx, printing.Job{Title: doc.Title, Lang: c.lang, Printer: name, Pages: pages, Only: only,
		Copies: p.copies, Paper: paper.Size, Wide: page.Wide(pages), Grey: paper.Grey, Exact: paper.Scale != 0})
	if err != nil {
		return err
	}
	fmt.Fprintln(c.stdout, c.lang.T("print.sent", name))
	return nil
}

func names(printers []printing.Printer) string {
	out := make([]string, len(printers))
	for i, p := range printers {
		out[i] = p.Name
	}
	return strings.Join(out, ", ")
}
