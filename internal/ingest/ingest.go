// Package ingest turns raw cells into typed tables. It finds the header and the
// type and conventions of each column; leaves out totals, blank rows and
// repeated headers, and counts them; joins files of one layout to one log; and
// lists every cell that it did not understand. It decides by whole columns and
// says why, and each decision can be overridden. It knows neither how files are
// stored (package sheet) nor what is counted in them.
package ingest

import (
	"context"
	"path/filepath"

	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// Options override what would otherwise be guessed. The zero Options guess
// everything.
type Options struct {
	Sheet    string                  // by name; "" takes the one that looks most like a log
	Header   int                     // its row on the sheet, from 1; 0 finds it, −1 says that there is none
	Kind     logkind.Kind            // of every file; "" guesses
	Kinds    map[string]logkind.Kind // by path or base name; takes precedence over Kind
	Roles    logkind.Roles           // role → header, in place of the guess; the header "" takes the role away
	Types    map[string]table.Type   // header → type
	Password string
	Layouts  Layouts // remembered choices; may be nil
	Progress func(done, total int64)
	built    func() // called after each stage of a column; may be nil
	Preview  int    // how many rows of each file to read; 0 reads all
	KeepDups bool   // keep rows that stand in two files of one log, or records that stand twice in one

	DateOrders map[string]Order  // header → order of day, month and year in dates written as text
	Units      map[string]string // header → unit of its numbers ("s", "min", "h" …), or Marks
	Apart      *bool             // whether date and time of day stay two columns; nil does as remembered, else joins them

	HeaderRows int         // how many rows the header has, Header being the last; 0 finds out
	Area       sheet.Range // where the table stands on the sheet; sides that are 0 are found

	Table     int  // which of several tables on the sheet, from 1; 0 takes the one that looks most like a log
	AllSheets bool // also read the sheets of the file that have the same columns as the chosen one

	PerFile map[string]FileOptions // by path or base name; takes precedence over the fields of the same names

	look bool // a first look need not know all sheets
}

// FileOptions are the choices that hold for one file.
type FileOptions struct {
	Sheet      string      `json:",omitzero"`
	Header     int         `json:",omitzero"`
	HeaderRows int         `json:",omitzero"`
	Table      int         `json:",omitzero"`
	AllSheets  bool        `json:",omitzero"`
	Area       sheet.Range `json:",omitzero"`
}

// forFile gives the options as they hold for one file.
func (o Options) forFile(path string) Options {
	f, ok := o.PerFile[path]
	if !ok {
		if f, ok = o.PerFile[filepath.Base(path)]; !ok {
			return o
		}
	}
	o.choose(f)
	return o
}

// Layouts remembers what somebody chose for a set of headers.
type Layouts interface {
	// Find returns the choices kept for exactly these headers, or nil.
	Find(headers []string) *Layout
}

// Layout is what is remembered for a set of headers.
type Layout struct {
	Kind  logkind.Kind
	Roles logkind.Roles
	Types map[string]table.Type

	DateOrders map[string]Order
	Units      map[string]string
	Apart      bool        `json:",omitzero"`
	Place      *TablePlace `json:",omitempty"` // where somebody put the table; nil where it is found
}

// Log is a log as it was read, with everything that was guessed and left out.
type Log struct {
	logkind.Log
	Kinds    []logkind.Candidate // guesses at the kind, best first
	Columns  []Column            // in table order
	Files    []File
	Warnings fault.List // cells that were not understood, and what else is worth a look
	Left     fault.List // the rows that were left out, each with its place
	// Pair is the columns of date and time of day that belong together. They are
	// joined to one column unless Apart was chosen. Nil where there are none.
	Pair *Pair
	// Remembered says that kind and roles come from a remembered layout.
	Remembered bool
	// Changed says how the columns differ from those that were remembered; nil
	// where they are the same or nothing is remembered.
	Changed *Change
}

// Marks is the unit of a Text column whose words are marks from 1 to 5.
const Marks = "marks"

// Pair is two columns that hold one moment.
type Pair struct{ Date, Clock string }

// Column is what was found out about one column.
type Column struct {
	Name       string
	Type       table.Type
	TypeReason logkind.Reason
	Role       logkind.Role // "" none
	RoleReason logkind.Reason
	Confidence float64 // of the role, 0 to 1
	Blanks     int
	Distinct   int
	Samples    []string // the first different values, as they stand in the file; at most 5
	Ignored    bool     // a column without header and without values, not in the table
	Min, Max   float64  // of numbers and times; NaN for words
	Unit       string   // of the numbers, as in table.Column
	DateOrder  Order    // in which its dates written as text were read; "" where there are none
	ReadAs     string   // unit in which the plain numbers of a Duration were read; Marks for words read as marks
	Unsure     bool     // day and month could be the other way round
	Derived    bool     // made of other columns: date and time of day joined
}

// File is one sheet of one file that rows came from.
type File struct {
	Path        string
	Format      string // "xlsx", "csv" …
	Encoding    string // of text formats: "UTF-8", "GB18030" …
	Sheet       string
	Sheets      []sheet.Info
	HeaderRow   int     // from 1, the last one where the header has several; 0 where there is none
	HeaderRows  int     // rows of the header
	HeaderRival int     // another row that looks like the header; 0 where there is none
	HeaderSure  float64 // confidence that it is the header, 0 to 1; below 0.5 it is worth asking
	Rows        int     // rows taken into the log
	LeftOut     LeftOut
	Alike       []string    // the other sheets with exactly the same columns, which can be read as one log
	Tables      []Area      // of a sheet with several tables, all of them; else nil
	Table       int         // the one of Tables that was taken, from 1; 0 where there is only one
	Choice      FileOptions // how it was to be read, by somebody's choice now or, with Placed, earlier
	Placed      bool        // the table was taken from where somebody put it in an earlier file
	From, To    float64     // first and last time, seconds since 1970; NaN where there is none
}

// LeftOut counts the rows of a file that are not in the log.
type LeftOut struct{ Above, Blank, Totals, Headers, Duplicates, Notes, Outside int }

// Failure is one file that could not be read.
type Failure struct {
	Path string
	Err  error // a *fault.Error
}

// Open reads files, and folders with every sheet file in them, into logs: files
// of one layout and kind become one log. A file that cannot be read is listed in
// failures and does not keep the others from being read; err is the context's,
// or task.ErrPanic.
func Open(ctx context.Context, paths []string, o Options) (logs []*Log, failures []Failure, err error) {
	return open(ctx, paths, o)
}
