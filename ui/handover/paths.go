package handover

import (
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
)

// Paths are the whole paths of what the program is asked to open. File managers and browsers
// name a file by its address, too: file:///… What lies elsewhere keeps its address.
func Paths(asked []string) (paths []string) {
	for _, a := range asked {
		path, ok := local(a)
		if !ok && Elsewhere(a) {
			paths = append(paths, a)
			continue
		}
		if whole, err := filepath.Abs(path); err == nil {
			path = whole
		}
		paths = append(paths, path)
	}
	return paths
}

var address = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]+://`)

// Elsewhere says that something is the address of what is no file of this machine.
func Elsewhere(path string) bool { return address.MatchString(path) }

// local is the path that an address of this machine names. What is no address is a path
// already.
func local(a string) (path string, ok bool) {
	if len(a) < 6 || !strings.EqualFold(a[:6], "file:/") {
		return a, false
	}
	rest := a[5:]
	if beside, two := strings.CutPrefix(rest, "//"); two {
		host, path, _ := strings.Cut(beside, "/")
		if own, _ := os.Hostname(); host != "" && !strings.EqualFold(host, "localhost") && !strings.EqualFold(host, own) {
			return a, false
		}
		rest = "/" + path
	}
	if plain, err := url.PathUnescape(rest); err == nil {
		rest = plain
	}
	if runtime.GOOS == "windows" {
		rest = strings.TrimPrefix(rest, "/") // before the letter of a drive
	}
	return filepath.FromSlash(rest), true
}
