package main

/*
#include <stdlib.h>
#include <string.h>

static int plain(const char *v) { return v == NULL || *v == 0 || !strncmp(v, "C", 1) || !strcmp(v, "POSIX"); }

// The window toolkit looks for the user's language before main runs, and logs
// an error where the locale is C, as it is in scheduled tasks. Constructors run
// before that.
__attribute__((constructor)) static void name_a_locale(void)
{
	if (!plain(getenv("LC_ALL")) || !plain(getenv("LANG")))
		return;
	unsetenv("LC_ALL");
	setenv("LANG", "en_US.UTF-8", 1);
}
*/
import "C"
