//go:build linux && cgo

// The toolkit's window library (GLFW) reports a key also when the input method has
// used it up: BackSpace among the letters of a phrase would delete what stands before
// it. It finds Xlib's functions by name while the program runs, so the few that carry
// an input method's traffic can be given to it with our own around them, and nothing
// of the library needs to be changed. The linker makes dlsym ours (--wrap=dlsym).

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "_cgo_export.h"
#include "rest.h"
#include "x11.h"

void *__real_dlsym(void *library, const char *name);

static struct {
	Bool (*filter)(XEvent *, Window);
	int (*lookup)(XIC, XKeyPressedEvent *, char *, int, KeySym *, Status *);
	XIC (*create)(XIM, ...);
	void (*destroy)(XIC);
	void (*focus)(XIC);
	void (*unfocus)(XIC);
} xlib;

int ime_served;

static XIC focused; // where keys go now, or NULL

// The last key that the input method was sent, while it has not answered. It gives keys
// back in their order, at the least their releases.
static struct {
	Bool open;
	int type;
	unsigned keycode;
	Time time;
} sent;

static XPoint told; // where the caret is, as the input method knows it
static Bool knows;  // that the input method knows

static int reader; // what takes text in the window, as the input method knows it, or 0

// attend lets the input method compose for what takes text in the window, and for nothing
// else: letters that were being composed in one field must not come out in another, and
// not vanish where nothing takes them.
static void attend(void) {
	const int now = imeReader();
	if (now == reader)
		return;
	if (reader != 0)
		xlib.unfocus(focused);
	if (now != 0)
		xlib.focus(focused);
	reader = now;
	knows = False;
}

static struct timespec last; // when a key was sent or came back, or a phrase came

// wait is how many ms nothing must come any more until nothing can be on its way, or -1
// until a key comes back. fcitx says all that it has to say of a key before it gives that
// key's release back; ibus may give a phrase after it, and keeps the releases of letters.
static int wait(void) {
	const char *method = getenv("XMODIFIERS");
	if (method != NULL && strstr(method, "fcitx") != NULL)
		return sent.open ? -1 : 0;
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	const long long gone = (now.tv_sec - last.tv_sec) * 1000LL + (now.tv_nsec - last.tv_nsec) / 1000000;
	const long long quiet = sent.open ? 1000 : 150;
	return gone < quiet ? quiet - gone : 0;
}

// ime_place tells the input method where the caret is. Xlib waits for the reply and turns
// round the order of what else arrives meanwhile, so that two phrases, or a phrase and the
// comma behind it, would change places: it is done only while nothing is on its way.
int ime_place(void) {
	XPoint at;
	if (focused == NULL)
		return -1;
	attend();
	if (!imeCaret(&at.x, &at.y) || (knows && at.x == told.x && at.y == told.y))
		return -1;
	const int left = wait();
	if (left != 0)
		return left;
	told = at;
	knows = True;
	XVaNestedList preedit = XVaCreateNestedList(0, XNSpotLocation, &at, NULL);
	XSetICValues(focused, XNPreeditAttributes, preedit, NULL);
	XFree(preedit);
	return -1;
}

// filter hides from the toolkit what the input method has taken.
static Bool filter(XEvent *event, Window window) {
	static Bool connected;
	if (!connected) {
		connected = True;
		imeConnected(ConnectionNumber(event->xany.display));
	}
	const int type = event->type; // some input methods clear the event
	if (type != KeyPress && type != KeyRelease) {
		if (type == ConfigureNotify)
			knows = False; // the window may have moved over the screen
		return xlib.filter(event, window);
	}
	const unsigned keycode = event->xkey.keycode;
	const Time time = event->xkey.time;
	if (type == KeyPress && keycode != 0)
		ime_place();
	if (reader == 0 && keycode != 0 && !sent.open)
		return False;
	clock_gettime(CLOCK_MONOTONIC, &last);
	if (xlib.filter(event, window)) {
		sent.open = True;
		sent.type = type;
		sent.keycode = keycode;
		sent.time = time;
		if (type == KeyPress)
			event->type = 0; // no event has this type
		return True;
	}
	if (sent.open && sent.type == type && sent.keycode == keycode && sent.time == time) {
		sent.open = False;
		ime_place();
	}
	return False;
}

// lookup takes a phrase out of the toolkit's way, which would type it character by
// character: the field gets it whole. A phrase comes with no key.
static int lookup(XIC ic, XKeyPressedEvent *event, char *text, int room, KeySym *key, Status *status) {
	const int length = xlib.lookup(ic, event, text, room, key, status);
	if (event->keycode != 0 || length <= 0 || (*status != XLookupChars && *status != XLookupBoth))
		return length;
	if (!imeTake(text, length))
		return length;
	*status = XLookupNone;
	return 0;
}

static XICCallback gone; // the toolkit's own

// lost is called when the input method has ended.
static Bool lost(XIC ic, XPointer client, XPointer call) {
	if (focused == ic)
		focused = NULL;
	ime_served = False;
	return gone.callback(ic, client, call);
}

// spotted says that the input method can place its candidates.
static Bool spotted(XIM im) {
	XIMStyles *styles = NULL;
	Bool yes = False;
	if (XGetIMValues(im, XNQueryInputStyle, &styles, NULL) != NULL || styles == NULL)
		return False;
	for (int i = 0; i < styles->count_styles; i++)
		if (styles->supported_styles[i] == (XIMPreeditPosition | XIMStatusNothing))
			yes = True;
	XFree(styles);
	return yes;
}

// fonts must be named where a place is, though nobody draws with them.
static XFontSet fonts(Display *display) {
	static XFontSet set;
	char **missing = NULL, *standard = NULL;
	int count = 0;
	if (set == NULL) {
		set = XCreateFontSet(display, "fixed,-*-*-*-*-*-*-*-*-*-*-*-*-*-*", &missing, &count, &standard);
		XFreeStringList(missing);
	}
	return set;
}

static void focus(XIC ic) {
	focused = ic;
	sent.open = False;
	reader = 0; // the next key tells
}

enum { most = 8 }; // settings of an input context

// create makes the toolkit's input context so that it takes the caret's place.
static XIC create(XIM im, ...) {
	XPointer name[most + 1] = {0}, value[most] = {0};
	Window window = None;
	int n = 0, style = -1;
	va_list list;
	va_start(list, im);
	while (n < most && (name[n] = va_arg(list, XPointer)) != NULL) {
		value[n] = va_arg(list, XPointer);
		if (strcmp(name[n], XNInputStyle) == 0)
			style = n;
		if (strcmp(name[n], XNClientWindow) == 0)
			window = (Window)value[n];
		if (strcmp(name[n], XNDestroyCallback) == 0) {
			static XICCallback ours;
			gone = *(XICCallback *)value[n];
			ours = (XICCallback){gone.client_data, lost};
			value[n] = (XPointer)&ours;
		}
		n++;
	}
	va_end(list);
#define SETTINGS name[0], value[0], name[1], value[1], name[2], value[2], name[3], value[3], \
	name[4], value[4], name[5], value[5], name[6], value[6], name[7], value[7]
	XIC ic = NULL;
	XFontSet set = spotted(im) ? fonts(XDisplayOfIM(im)) : NULL;
	if (set != NULL && style >= 0 && n < most) {
		XVaNestedList preedit = XVaCreateNestedList(0, XNSpotLocation, &told, XNFontSet, set, NULL);
		const XPointer was = value[style];
		value[style] = (XPointer)(XIMPreeditPosition | XIMStatusNothing);
		name[n] = XNPreeditAttributes;
		value[n] = preedit;
		ic = xlib.create(im, SETTINGS, NULL);
		XFree(preedit);
		value[style] = was;
		name[n] = NULL;
	}
	if (ic == NULL)
		ic = xlib.create(im, SETTINGS, NULL);
	ime_served = ime_serves(XDisplayOfIM(im));
	Window holder = None;
	int revert = 0;
	if (ic != NULL && XGetInputFocus(XDisplayOfIM(im), &holder, &revert) && holder == window) {
		focus(ic); // the input method was started again under an open window
	}
	return ic;
}

static void destroy(XIC ic) {
	if (focused == ic)
		focused = NULL;
	xlib.destroy(ic);
}

static void unfocus(XIC ic) {
	if (focused == ic)
		focused = NULL;
	xlib.unfocus(ic);
}

static const struct {
	const char *name;
	void **theirs;
	void *ours;
} around[] = {
	{"XFilterEvent", (void **)&xlib.filter, filter},
	{"Xutf8LookupString", (void **)&xlib.lookup, lookup},
	{"XCreateIC", (void **)&xlib.create, create},
	{"XDestroyIC", (void **)&xlib.destroy, destroy},
	{"XSetICFocus", (void **)&xlib.focus, focus},
	{"XUnsetICFocus", (void **)&xlib.unfocus, unfocus},
	{"XPending", (void **)&rest_theirs.pending, rest_pending},
	{"glXSwapBuffers", (void **)&rest_theirs.swap, rest_swap},
};

void *__wrap_dlsym(void *library, const char *name) {
	void *found = __real_dlsym(library, name);
	for (unsigned i = 0; found != NULL && i < sizeof around / sizeof *around; i++) {
		if (strcmp(name, around[i].name) == 0) {
			*around[i].theirs = found;
			return around[i].ours;
		}
	}
	return found;
}
