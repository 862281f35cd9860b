package main

import (
	"io"
	"os"
	"runtime/debug"
)

// release is set by the packaging scripts from FyneApp.toml.
var release = ""

// version is the release, else what the build knows of its source.
func version() string {
	if release != "" {
		return release
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "0.1.0-dev"
}

// stderr is where the window's trace goes.
var stderr io.Writer = os.Stderr
