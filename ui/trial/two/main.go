// Command two has two windows edit one file for a minute, each on a screen and in a home of
// its own as on two computers: first each in a paragraph of its own, then both in the same
// one. Every word of both must be in the file at the end, or in a copy or a version that the
// program offers.
package main

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/trial/screen"
)

var (
	program = flag.String("program", "build/nianbao", "the program")
	report  = flag.String("report", "assets/example.nianbao", "the report that is edited")
	long    = flag.Duration("for", time.Minute, "how long it is edited; the last third in one paragraph")
	out     = flag.String("pictures", "out/two", "where pictures go")
)

func main() {
	flag.Parse()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "two:", err)
		os.Exit(1)
	}
}

func run() error {
	dir, err := os.MkdirTemp("", "two")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	content, err := os.ReadFile(*report)
	if err != nil {
		return err
	}
	file := filepath.Join(dir, "2026.nianbao")
	if err := os.WriteFile(file, content, 0o644); err != nil {
		return err
	}
	whole, err := filepath.Abs(*program)
	if err != nil {
		return err
	}
	sides := []*side{{mark: "甲", field: 1}, {mark: "乙", field: 2}}
	for _, s := range sides { // one after the other: the second is told that the file is open
		defer s.close()
		if err := s.open(filepath.Join(dir, s.mark), whole, file); err != nil {
			return err
		}
	}
	end := time.Now().Add(*long)
	errs := make(chan error)
	for _, s := range sides {
		go func() { errs <- errors.Join(s.edit(end.Add(-*long/3)), s.moveTo(3), s.edit(end)) }()
	}
	if err := errors.Join(<-errs, <-errs); err != nil {
		return err
	}
	time.Sleep(5 * time.Second) // all is promised to be on the disk after three
	for _, s := range sides {
		if err := s.screen.Shot().Write(filepath.Join(*out, s.mark+".png")); err != nil {
			return err
		}
		if _, err := s.program.Kill(); err != nil {
			return err
		}
	}
	return tell(sides, file)
}

// tell counts the edits, and finds where they are.
func tell(sides []*side, file string) error {
	editions, err := model.ReadEditions(assets.Editions())
	if err != nil {
		return err
	}
	words := func(paths ...string) (map[string]bool, error) {
		all := map[string]bool{}
		for _, path := range paths {
			r, _, err := store.Open(path, editions)
			if err != nil {
				return nil, fmt.Errorf("damaged: %w", err)
			}
			for text := range maps.Values(r.Texts) {
				for _, word := range strings.Fields(text) {
					all[word] = true
				}
			}
		}
		return all, nil
	}
	var copies, versions []string
	for _, s := range sides {
		in := filepath.Join(s.home, ".config", "fyne", "*")
		some, _ := filepath.Glob(filepath.Join(in, "unsaved", "*.nianbao"))
		more, _ := filepath.Glob(filepath.Join(in, "versions", "*", "*.nianbao"))
		copies, versions = append(copies, some...), append(versions, more...)
	}
	var places []map[string]bool
	for _, paths := range [][]string{{file}, copies, versions} {
		found, err := words(paths...)
		if err != nil {
			return err
		}
		places = append(places, found)
	}
	fmt.Printf("%-10s%8s%10s%10s%12s%8s%14s\n", "window", "edits", "in file", "in copy", "in version", "lost", "times asked")
	var lost []string
	for _, s := range sides {
		counts := make([]int, 4)
		for _, word := range s.words {
			at := slices.IndexFunc(places, func(place map[string]bool) bool { return place[word] })
			if at < 0 {
				at, lost = 3, append(lost, word)
			}
			counts[at]++
		}
		fmt.Printf("%-9s%8d%10d%10d%12d%8d%14d\n", s.mark, len(s.words), counts[0], counts[1], counts[2], counts[3], s.asked)
		if len(s.words) < int(*long/time.Second)/2 {
			return fmt.Errorf("%s has edited only %d times", s.mark, len(s.words))
		}
	}
	if len(lost) > 0 {
		return fmt.Errorf("%v are nowhere", lost)
	}
	fmt.Printf("two: every edit is in the file, in one of %d copies or in one of %d versions\n", len(copies), len(versions))
	return nil
}

// side is one of the windows and who types there.
type side struct {
	mark    string
	field   int // the paragraph with the keys
	home    string
	screen  *screen.Screen
	program *screen.Program
	ground  [4]byte // what the window's ground looks like while no question covers it
	words   []string
	asked   int
}

func (s *side) close() {
	if s.program != nil {
		_, _ = s.program.Kill()
	}
	if s.screen != nil {
		s.screen.Close()
	}
}

// open opens the file, also if it is open elsewhere, and goes to a paragraph.
func (s *side) open(home, program, file string) (err error) {
	s.home = home
	if s.screen, err = screen.Open(); err != nil {
		return err
	}
	if s.program, err = s.screen.Run(home, program, file); err != nil {
		return err
	}
	if err := s.program.Rest(); err != nil {
		return err
	}
	if !strings.Contains(s.screen.Title(), filepath.Base(file)) { // it is asked: the second answer
		for _, key := range []string{"Tab", "Tab", " "} {
			if err := s.program.Go(key); err != nil {
				return err
			}
		}
	}
	if !strings.Contains(s.screen.Title(), filepath.Base(file)) {
		_ = s.screen.Shot().Write(filepath.Join(*out, s.mark+"-not-open.png"))
		return fmt.Errorf("the file is not open but %q", s.screen.Title())
	}
	if err := s.program.Go("ctrl+Next"); err != nil {
		return err
	}
	s.ground = s.look()
	field := s.field
	s.field = 0
	return s.moveTo(field)
}

// moveTo goes on to another paragraph, to its end.
func (s *side) moveTo(field int) error {
	for ; s.field < field; s.field++ {
		if err := s.program.Go("Tab"); err != nil {
			return err
		}
	}
	return errors.Join(s.screen.Press("ctrl+a"), s.screen.Press("Right"), s.screen.Press("Return"))
}

// look is the ground at the left, under all that is written there.
func (s *side) look() [4]byte {
	c := s.screen.At(60, 680)
	return [4]byte{c.R, c.G, c.B, c.A}
}

// edit types words, each in a line of its own, until some time. Now and then it saves, and
// answers what is asked then as it is proposed.
func (s *side) edit(end time.Time) error {
	for n := 1; time.Now().Before(end); n++ {
		word := fmt.Sprintf("%s%04d", s.mark, len(s.words)+1)
		if err := errors.Join(s.screen.Write(word, 50*time.Millisecond), s.screen.Press("Return")); err != nil {
			return err
		}
		s.words = append(s.words, word)
		time.Sleep(50 * time.Millisecond)
		if n%10 == 0 {
			if err := s.save(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *side) save() error {
	if err := errors.Join(s.screen.Press("ctrl+s"), s.program.Rest()); err != nil {
		return err
	}
	for try := 0; s.look() != s.ground; try++ {
		s.asked++
		_ = s.screen.Shot().Write(filepath.Join(*out, fmt.Sprintf("%s-asked-%d.png", s.mark, s.asked)))
		key := "Return"
		if try > 3 {
			key = "Escape"
		}
		if try > 10 {
			return errors.New("what is asked cannot be answered")
		}
		if err := s.program.Go(key); err != nil {
			return err
		}
	}
	return nil
}
