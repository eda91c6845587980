package handover

import (
	"net"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestGive(t *testing.T) {
	socket := filepath.Join(t.TempDir(), "s")
	if _, taken := Give(socket, []string{"a"}); taken {
		t.Fatal("nobody listens, and it is taken")
	}
	got := make(chan []string, 2)
	stop, err := Listen(socket, func(files []string) string {
		got <- files
		return map[bool]string{true: "忙。"}[len(files) == 0]
	})
	if err != nil {
		t.Fatal(err)
	}
	if refused, taken := Give(socket, []string{"/年 报/报告.nianbao"}); !taken || refused != "" {
		t.Errorf("taken %t, refused %q", taken, refused)
	}
	if files := <-got; !slices.Equal(files, []string{"/年 报/报告.nianbao"}) {
		t.Errorf("the window got %q", files)
	}
	if refused, taken := Give(socket, nil); !taken || refused != "忙。" {
		t.Errorf("taken %t, refused %q", taken, refused)
	}
	if _, err := Listen(socket, nil); err == nil {
		t.Error("two windows listen")
	}
	stop()
	if _, taken := Give(socket, nil); taken {
		t.Error("the window is closed, and it is taken")
	}
}

// A socket that a killed program has left is no obstacle; a file of that name is not removed.
func TestLeftBehind(t *testing.T) {
	socket := filepath.Join(t.TempDir(), "s")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	l.(*net.UnixListener).SetUnlinkOnClose(false)
	_ = l.Close()
	if _, err := os.Lstat(socket); err != nil {
		t.Fatal("nothing was left behind:", err)
	}
	stop, err := Listen(socket, func([]string) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	if _, taken := Give(socket, nil); !taken {
		t.Error("it is not taken")
	}
	file := filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Listen(file, nil); err == nil {
		t.Error("a file is taken for a socket")
	}
	if b, err := os.ReadFile(file); err != nil || string(b) != "x" {
		t.Error("a file is gone")
	}
}

// Whoever says nothing, or nonsense, does not keep the others out.
func TestNonsense(t *testing.T) {
	socket := filepath.Join(t.TempDir(), "s")
	stop, err := Listen(socket, func([]string) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	for _, says := range []string{"", "GET / HTTP/1.0\r\n\r\n", "{"} {
		c, err := net.Dial("unix", socket)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := c.Write([]byte(says)); err != nil {
			t.Fatal(err)
		}
	}
	if _, taken := Give(socket, nil); !taken {
		t.Error("it is not taken")
	}
}
