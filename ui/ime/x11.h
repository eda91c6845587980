#include <X11/Xlib.h>

extern int ime_served; // an input method serves the window

// ime_locale says that the locale of the environment can carry Chinese.
int ime_locale(void);

// ime_serves says that the input method that XMODIFIERS names is running.
int ime_serves(Display *display);

// ime_running is the name of an input method that is running, to be freed, or NULL.
char *ime_running(Display *display);

// ime_place tells the input method where the caret is. It says in how many ms to do so
// again, or -1.
int ime_place(void);
