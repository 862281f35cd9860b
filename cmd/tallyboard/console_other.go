//go:build !windows

package main

import "tallyboard/internal/lang"

func attachConsole() {}

// platformLang is the language where the environment does not say one.
func platformLang() lang.Lang { return lang.EN }
