//go:build linux && cgo

// Which input method serves this display. One that runs owns a selection of its name
// and is listed at the root window; XMODIFIERS says which of them a program wants.

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "x11.h"

static const char prefix[] = "@server=";

int ime_locale(void) {
	return setlocale(LC_CTYPE, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int ime_serves(Display *display) {
	const char *wish = getenv("XMODIFIERS"), *at = wish ? strstr(wish, "@im=") : NULL;
	char name[64];
	if (at == NULL)
		return 0;
	at += strlen("@im=");
	snprintf(name, sizeof name, "%s%.*s", prefix, (int)strcspn(at, "@"), at);
	return XGetSelectionOwner(display, XInternAtom(display, name, False)) != None;
}

char *ime_running(Display *display) {
	Atom type = None;
	int format = 0;
	unsigned long count = 0, rest = 0;
	unsigned char *list = NULL;
	char *found = NULL;
	XGetWindowProperty(display, DefaultRootWindow(display), XInternAtom(display, "XIM_SERVERS", False),
		0, 64, False, XA_ATOM, &type, &format, &count, &rest, &list);
	for (unsigned long i = 0; found == NULL && type == XA_ATOM && i < count; i++) {
		const Atom server = ((Atom *)list)[i];
		char *name = XGetSelectionOwner(display, server) == None ? NULL : XGetAtomName(display, server);
		if (name != NULL && strncmp(name, prefix, strlen(prefix)) == 0)
			found = strdup(name + strlen(prefix));
		if (name != NULL)
			XFree(name);
	}
	if (list != NULL)
		XFree(list);
	return found;
}
