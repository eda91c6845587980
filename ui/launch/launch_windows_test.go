package launch

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/windows/registry"
)

// TestMain is also the program to which the shell gives files: it writes down what it got.
func TestMain(m *testing.M) {
	if len(os.Args) == 5 && os.Args[1] == "take" {
		if os.WriteFile(os.Args[2]+".part", []byte(os.Args[3]+" "+os.Args[4]), 0o600) != nil || os.Rename(os.Args[2]+".part", os.Args[2]) != nil {
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// An ending and a kind of file that no other program has.
const (
	ending = ".nianbaotrial"
	kind   = "nianbao.trial"
)

// knows registers this program for some verbs; what it gets is written to said. Wine 8 looks
// for programs only where on a real Windows an administrator may write.
func knows(t *testing.T, said string, verbs ...string) {
	t.Helper()
	set := func(key, value string) {
		k, _, err := registry.CreateKey(registry.CLASSES_ROOT, key, registry.SET_VALUE)
		if err != nil {
			t.Fatal(err)
		}
		defer k.Close()
		if err := k.SetStringValue("", value); err != nil {
			t.Fatal(err)
		}
	}
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, verb := range verbs {
			_ = registry.DeleteKey(registry.CLASSES_ROOT, kind+`\shell\`+verb+`\command`)
			_ = registry.DeleteKey(registry.CLASSES_ROOT, kind+`\shell\`+verb)
		}
		_ = registry.DeleteKey(registry.CLASSES_ROOT, kind+`\shell`)
		_ = registry.DeleteKey(registry.CLASSES_ROOT, kind)
		_ = registry.DeleteKey(registry.CLASSES_ROOT, ending)
	})
	set(ending, kind)
	set(kind, "a trial")
	for _, verb := range verbs {
		set(kind+`\shell\`+verb+`\command`, `"`+own+`" take "`+said+`" `+verb+` "%1"`)
	}
}

// folder is one that goes away as well as it can: Wine 8 cannot do what TempDir wants.
func folder(t *testing.T) string {
	dir, err := os.MkdirTemp("", "launch")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func TestPrintByVerb(t *testing.T) {
	for _, c := range []struct {
		verbs   []string
		printed bool
		verb    string
	}{
		{[]string{"open", "print"}, true, "print"},
		{[]string{"open"}, false, "open"},
	} {
		t.Run(c.verb, func(t *testing.T) {
			dir := folder(t)
			said, file := filepath.Join(dir, "said"), filepath.Join(dir, "年 报（草稿）"+ending)
			if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
				t.Fatal(err)
			}
			knows(t, said, c.verbs...)
			if printed, err := Print(file); printed != c.printed || err != nil {
				t.Errorf("printed %t, %v", printed, err)
			}
			if got := waited(said); got != c.verb+" "+file {
				t.Errorf("the program got %q", got)
			}
		})
	}
}

// waited is what a file says once it is there; programs are started beside this one.
func waited(path string) string {
	for range 100 {
		if b, err := os.ReadFile(path); err == nil {
			return string(b)
		}
		time.Sleep(100 * time.Millisecond)
	}
	return ""
}

func TestWhatCannotBeOpened(t *testing.T) {
	if printed, err := Print(filepath.Join(folder(t), "none"+ending)); printed || !errors.Is(err, errNone) {
		t.Errorf("a file that is not there: printed %t, %v", printed, err)
	}
	if err := Open("a\x00b"); !errors.Is(err, errNone) || !strings.Contains(err.Error(), "invalid") {
		t.Errorf("no name of a file: %v", err)
	}
}
