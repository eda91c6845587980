//go:build linux && cgo

#include <poll.h>
#include <time.h>

#include "_cgo_export.h"
#include "rest.h"

enum { rest = 80, quiet = 2 }; // ms, s

typeof(rest_theirs) rest_theirs;

static struct timespec painted; // when, 0 if nothing was since the window has rested

// rest_pending lets a window rest in which nothing happens: the toolkit asks sixty times a
// second whether something has come, which costs a fiftieth of a processor. After a quiet
// while it is told only every rest, or as soon as something does come. What is done beside
// the window and is to be shown there waits as long.
int rest_pending(Display *display) {
	static struct timespec busy;
	int count = rest_theirs.pending(display);
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (painted.tv_sec != 0 && now.tv_sec - painted.tv_sec > quiet) {
		painted.tv_sec = 0;
		imeRested();
	}
	if (busy.tv_sec == 0)
		busy = now; // a window that is just coming is no quiet one
	if (count == 0 && now.tv_sec - busy.tv_sec > quiet) {
		struct pollfd connection = {ConnectionNumber(display), POLLIN, 0};
		if (poll(&connection, 1, rest) == 1)
			count = rest_theirs.pending(display);
	}
	if (count > 0)
		busy = now;
	return count;
}

void rest_swap(Display *display, XID window) {
	rest_theirs.swap(display, window);
	clock_gettime(CLOCK_MONOTONIC, &painted);
}
