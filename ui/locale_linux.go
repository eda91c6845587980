//go:build linux && cgo

package ui

// #include <langinfo.h>
// #include <locale.h>
// #include <string.h>
// static int readable(void) {
// 	return setlocale(LC_CTYPE, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
// }
import "C"

import "os"

// readable makes sure that the input method's text can arrive: X11 hands it over
// in the locale's encoding, and drops it where that is not UTF-8 or not there.
func readable() {
	if C.readable() == 0 {
		os.Setenv("LC_ALL", "C.UTF-8")
	}
	os.Setenv("LANGUAGE", "zh_CN:zh") // the system's file dialogs are Chinese too
}
