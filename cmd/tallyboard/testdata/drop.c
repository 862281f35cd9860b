/* drop WINDOW FILE...: drops files on the middle of a window, as a file manager
 * would by the XDND protocol, version 5. For tests under a virtual display; the
 * pointer stays where it is. Build: cc -o drop drop.c -lX11 */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static Display *dpy;
static Window self, target;
static char list[1 << 16];

static Atom atom(const char *name) { return XInternAtom(dpy, name, False); }

static void send(const char *type, long flags, long where, long time, long more)
{
	XEvent e = {0};
	e.xclient.type = ClientMessage;
	e.xclient.window = target;
	e.xclient.message_type = atom(type);
	e.xclient.format = 32;
	e.xclient.data.l[0] = self;
	e.xclient.data.l[1] = flags;
	e.xclient.data.l[2] = where;
	e.xclient.data.l[3] = time;
	e.xclient.data.l[4] = more;
	XSendEvent(dpy, target, False, NoEventMask, &e);
	XFlush(dpy);
}

/* hand over the list of files to whoever asks for the selection */
static void answer(XSelectionRequestEvent *ask)
{
	XEvent e = {0};
	e.xselection.type = SelectionNotify;
	e.xselection.requestor = ask->requestor;
	e.xselection.selection = ask->selection;
	e.xselection.target = ask->target;
	e.xselection.time = ask->time;
	if (ask->target == atom("text/uri-list")) {
		XChangeProperty(dpy, ask->requestor, ask->property, ask->target, 8, PropModeReplace,
		                (unsigned char *)list, (int)strlen(list));
		e.xselection.property = ask->property;
	}
	XSendEvent(dpy, ask->requestor, False, NoEventMask, &e);
	XFlush(dpy);
}

/* wait for a message; -1 when none comes, else its second word */
static long await(const char *type, int tenths)
{
	for (; tenths > 0; tenths--) {
		while (XPending(dpy)) {
			XEvent e;
			XNextEvent(dpy, &e);
			if (e.type == SelectionRequest)
				answer(&e.xselectionrequest);
			if (e.type == ClientMessage && e.xclient.message_type == atom(type))
				return e.xclient.data.l[1];
		}
		usleep(100000);
	}
	return -1;
}

int main(int argc, char **argv)
{
	if (argc < 3 || !(dpy = XOpenDisplay(NULL))) {
		fprintf(stderr, "usage: drop WINDOW FILE... (with a display)\n");
		return 2;
	}
	target = strtoul(argv[1], NULL, 0);
	for (int i = 2; i < argc; i++) {
		char path[PATH_MAX];
		if (!realpath(argv[i], path)) {
			perror(argv[i]);
			return 1;
		}
		strcat(list, "file://");
		for (unsigned char *c = (unsigned char *)path; *c; c++) {
			char hex[4];
			snprintf(hex, sizeof hex, *c <= ' ' || *c > '~' || strchr("%#?", *c) ? "%%%02X" : "%c", *c);
			strcat(list, hex);
		}
		strcat(list, "\r\n");
	}
	self = XCreateSimpleWindow(dpy, DefaultRootWindow(dpy), 0, 0, 1, 1, 0, 0, 0);
	XSetSelectionOwner(dpy, atom("XdndSelection"), self, CurrentTime);
	XWindowAttributes at;
	Window child;
	int x, y;
	XGetWindowAttributes(dpy, target, &at);
	XTranslateCoordinates(dpy, target, DefaultRootWindow(dpy), at.width / 2, at.height / 2, &x, &y, &child);
	send("XdndEnter", 5L << 24, (long)atom("text/uri-list"), 0, 0);
	for (int try = 0;; try++) {
		send("XdndPosition", 0, (long)x << 16 | y, CurrentTime, (long)atom("XdndActionCopy"));
		if ((await("XdndStatus", 30) & 1) == 1)
			break;
		if (try == 3) {
			fprintf(stderr, "the window does not accept the drop\n");
			return 1;
		}
	}
	send("XdndDrop", 0, CurrentTime, 0, 0);
	return await("XdndFinished", 100) < 0;
}
