#pragma once

#include <X11/Xlib.h>

// Xlib's and GLX's functions that the window calls all the time, and ours around them.
extern struct {
	int (*pending)(Display *);
	void (*swap)(Display *, XID);
} rest_theirs;

int rest_pending(Display *display);
void rest_swap(Display *display, XID window);
