package crash

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// secret is what a clerk has typed.
const secret = "张三申请公开征地补偿"

// noted is the log of what a function fails with.
func noted(t *testing.T, fail func()) (log string) {
	t.Helper()
	b := &Book{Dir: filepath.Join(t.TempDir(), "logs"), Version: "1.2.3"}
	func() {
		defer func() {
			name, err := b.Note(recover())
			if err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			log = string(text)
		}()
		fail()
	}()
	return log
}

func failing(text string) string {
	letters := []rune(text)
	return string(letters[len(letters)+1:])
}

func put(m map[string]int, key string) { m[key]++ }

// A log tells where the program failed and never what was typed.
func TestNote(t *testing.T) {
	for name, c := range map[string]struct {
		fail func()
		says []string
	}{
		"an index":   {func() { t.Log(failing(secret)) }, []string{"slice bounds out of range", "crash.failing", "crash/crash_test.go:", "年报 1.2.3"}},
		"own words":  {func() { panic("cannot set " + secret) }, []string{"panic of type string", "crash.TestNote"}},
		"an error":   {func() { panic(fmt.Errorf("%s: %w", secret, os.ErrNotExist)) }, []string{"panic of type *fmt.wrapError"}},
		"a map":      {func() { put(nil, secret) }, []string{"assignment to entry in nil map"}},
		"a nil type": {func() { var x any = secret; _ = x.(int) }, []string{"interface conversion"}},
	} {
		log := noted(t, c.fail)
		for _, words := range c.says {
			if !strings.Contains(log, words) {
				t.Errorf("%s: the log does not tell %q:\n%s", name, words, log)
			}
		}
		for _, words := range []string{secret, "张三", os.TempDir()} {
			if strings.Contains(log, words) {
				t.Errorf("%s: the log tells %q:\n%s", name, words, log)
			}
		}
	}
}

// What ends the program at once is a log at the next start.
func TestOpen(t *testing.T) {
	if dir := os.Getenv("NIANBAO_CRASH_DIR"); dir != "" {
		if err := (&Book{Dir: dir}).Open(); err != nil {
			t.Fatal(err)
		}
		go func() { panic(secret + "\n" + secret + "(x)") }()
		time.Sleep(time.Minute)
	}
	dir := t.TempDir()
	cmd := exec.Command(os.Args[0], "-test.run=^TestOpen$")
	cmd.Env = append(os.Environ(), "NIANBAO_CRASH_DIR="+dir)
	if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(out), secret) {
		t.Fatalf("the program did not fail: %v\n%s", err, out)
	}
	b := &Book{Dir: dir}
	if logs := b.Logs(); len(logs) != 0 {
		t.Fatalf("there are logs: %v", logs)
	}
	for range 2 { // the second start finds nothing new
		if err := b.Open(); err != nil {
			t.Fatal(err)
		}
		logs := b.Logs()
		if len(logs) != 1 {
			t.Fatalf("logs: %v", logs)
		}
		log, err := os.ReadFile(logs[0])
		if err != nil || !strings.Contains(string(log), "crash.TestOpen") || strings.Contains(string(log), "张三") {
			t.Fatalf("%v\n%s", err, log)
		}
	}
}

func TestOldLogsGo(t *testing.T) {
	b := &Book{Dir: t.TempDir()}
	at := time.Date(2027, 1, 10, 9, 0, 0, 0, time.Local)
	for n := range 2 * most {
		if _, err := b.write(fmt.Sprint(n), at.Add(time.Duration(n)*time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	logs := b.Logs()
	if len(logs) != most || !strings.Contains(logs[0], "20270111-04") {
		t.Errorf("%d logs, the newest %v", len(logs), logs[:1])
	}
}
