// Command tallyboard is the whole program: the window, and the same work
// without a window, one file per sub-command.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
)

// Exit statuses.
const (
	exitDone  = 0
	exitInput = 1 // the input could not be used
	exitUsage = 2 // the command line is wrong
)

// command is one sub-command. Its help is the keys "cli.NAME" and
// "cli.NAME.usage".
type command struct {
	name string
	run  func(ctx context.Context, c *call) error
}

// commands are the sub-commands, in the order in which help lists them.
var commands = []command{
	{"inspect", inspect},
	{"pivot", pivotCmd},
	{"report", reportCmd},
	{"sample", sampleCmd},
	{"template", templateCmd},
}

// usageError is a command line that makes no sense.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

func main() {
	attachConsole()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is main without the process: tests call it.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	boundMemory()
	slog.SetDefault(slog.New(slog.DiscardHandler)) // the window keeps a log, commands do not
	l := systemLang()
	if len(args) > 0 {
		switch args[0] {
		case "--version":
			fmt.Fprintln(stdout, version())
			return exitDone
		case "--help", "-h", "help":
			help(stdout, l)
			return exitDone
		}
		for _, cmd := range commands {
			if cmd.name == args[0] {
				return runCommand(ctx, cmd, args[1:], stdout, stderr, l)
			}
		}
		if strings.HasPrefix(args[0], "-") && args[0] != "--trace" {
			return finish(stderr, l, usageError{l.T("cli.unknown.flag", args[0])})
		}
	}
	if err := present(args, l); err != nil {
		return finish(stderr, l, err)
	}
	return finish(stderr, l, window(args, l))
}

// present is an error where files are named for the window and none of them is
// there. One that is missing among others is told in the window.
func present(args []string, l lang.Lang) error {
	var gone error
	for _, a := range args {
		if a == "--trace" {
			continue
		}
		switch _, err := os.Stat(a); {
		case err == nil:
			return nil
		case gone != nil:
		case strings.ContainsAny(a, `./\`):
			gone = fault.Wrap(err, "sheet.notfound", filepath.Base(a), a)
		default: // a bare word is rather a command mistyped
			gone = usageError{l.T("cli.unknown.command", a)}
		}
	}
	return gone
}

func runCommand(ctx context.Context, cmd command, args []string, stdout, stderr io.Writer, l lang.Lang) int {
	c := newCall(cmd.name, stdout, stderr, l)
	err := c.parse(cmd.name, args)
	switch {
	case errors.Is(err, errHelp):
		c.usage(stdout)
		return exitDone
	case err != nil:
		err = usageError{err.Error()}
	default:
		err = cmd.run(ctx, c)
	}
	return finish(stderr, c.lang, err) // --lang holds for errors too
}

// finish says what went wrong, in one sentence, and gives the exit status.
func finish(stderr io.Writer, l lang.Lang, err error) int {
	var u usageError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &u):
		fmt.Fprintln(stderr, u.text)
		fmt.Fprintln(stderr, l.T("cli.seehelp"))
		return exitUsage
	case errors.Is(err, context.Canceled):
		return exitInput
	}
	fmt.Fprintln(stderr, strings.ReplaceAll(fault.Say(err, l), "\n", " "))
	return exitInput
}

// systemLang is the language of the terminal: English unless it says Chinese.
func systemLang() lang.Lang {
	for _, k := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(k); v != "" {
			l, ok := lang.Parse(v)
			if !ok {
				return lang.EN
			}
			return l
		}
	}
	return platformLang()
}
