// Package screen gives trials of the real program a screen of its own, with a window manager
// and a keyboard. It knows when the X server took each key, and looks at what is drawn
// without asking anybody.
package screen

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// Size of a screen: that of small office machines.
const (
	Width  = 1366
	Height = 768
)

// Screen is a display with a window manager.
type Screen struct {
	Display string // as :N

	drawn  []byte // the X server's own file
	pixels []byte // those of the screen in it

	dir   string
	runs  []*exec.Cmd
	conn  *xgb.Conn
	root  xproto.Window
	codes map[xproto.Keysym]xproto.Keycode
	atoms map[string]xproto.Atom
}

// Open sets a screen up.
func Open() (*Screen, error) {
	s := &Screen{atoms: map[string]xproto.Atom{}}
	if err := s.open(); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func (s *Screen) open() (err error) {
	if s.dir, err = os.MkdirTemp(memory(), "screen"); err != nil {
		return err
	}
	if err := s.serve(); err != nil {
		return err
	}
	if s.conn, err = xgb.NewConnDisplay(s.Display); err != nil {
		return fmt.Errorf("display %s: %w", s.Display, err)
	}
	if err := xtest.Init(s.conn); err != nil {
		return err
	}
	setup := xproto.Setup(s.conn)
	s.root = setup.DefaultScreen(s.conn).Root
	if err := s.keyboard(setup); err != nil {
		return err
	}
	if err := s.watch(); err != nil {
		return err
	}
	s.Point(Width-1, Height-1) // the pointer is drawn into the picture too
	wm := exec.Command("openbox")
	wm.Env = append(os.Environ(), "DISPLAY="+s.Display, "HOME="+s.dir, "XDG_CACHE_HOME="+s.dir, "XDG_CONFIG_HOME="+s.dir)
	if err := wm.Start(); err != nil {
		return err
	}
	s.runs = append(s.runs, wm)
	return Until("a window manager", func() bool { return len(s.property(s.root, "_NET_SUPPORTING_WM_CHECK")) > 0 })
}

// serve starts the X server, which says its number when it is ready.
func (s *Screen) serve() error {
	from, to, err := os.Pipe()
	if err != nil {
		return err
	}
	defer from.Close()
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", Width, Height), "-fbdir", s.dir, "-nolisten", "tcp", "-noreset")
	x.ExtraFiles = []*os.File{to}
	err = x.Start()
	to.Close()
	if err != nil {
		return err
	}
	s.runs = append(s.runs, x)
	number, err := bufio.NewReader(from).ReadString('\n')
	if err != nil {
		return fmt.Errorf("the display does not start: %w", err)
	}
	s.Display = ":" + strings.TrimSpace(number)
	return nil
}

// Close ends all that runs there.
func (s *Screen) Close() {
	if s.conn != nil {
		s.conn.Close()
	}
	for i := len(s.runs) - 1; i >= 0; i-- {
		_ = s.runs[i].Process.Kill()
		_ = s.runs[i].Wait()
	}
	if s.drawn != nil {
		_ = syscall.Munmap(s.drawn)
	}
	if s.dir != "" {
		_ = os.RemoveAll(s.dir)
	}
}

// Until tries for 60 seconds.
func Until(what string, true func() bool) error {
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(15 * time.Millisecond) {
		if true() {
			return nil
		}
	}
	return fmt.Errorf("waited in vain: %s", what)
}

func init() { xgb.Logger = log.New(io.Discard, "", 0) } // it tells what is no trouble

var errClosed = errors.New("the display is closed")

// atom is the number of a name.
func (s *Screen) atom(name string) xproto.Atom {
	a, ok := s.atoms[name]
	if !ok {
		if r, err := xproto.InternAtom(s.conn, false, uint16(len(name)), name).Reply(); err == nil {
			a, s.atoms[name] = r.Atom, r.Atom
		}
	}
	return a
}

// property is what a window says of itself, nil for nothing.
func (s *Screen) property(w xproto.Window, name string) []byte {
	r, err := xproto.GetProperty(s.conn, false, w, s.atom(name), xproto.GetPropertyTypeAny, 0, 1<<16).Reply()
	if err != nil || r == nil {
		return nil
	}
	return r.Value
}

// Title is that of the window with the focus, "" for none.
func (s *Screen) Title() string {
	active := s.property(s.root, "_NET_ACTIVE_WINDOW")
	if len(active) < 4 || xgb.Get32(active) == 0 {
		return ""
	}
	return string(s.property(xproto.Window(xgb.Get32(active)), "_NET_WM_NAME"))
}

// memory is a folder whose files are not written to a disk: with one that is, the X server
// would wait for the disk while it draws.
func memory() string {
	const dir = "/dev/shm"
	if _, err := os.Stat(dir); err != nil {
		return ""
	}
	return dir
}
