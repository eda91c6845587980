package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// A process is a command and what its runs took.
type process struct {
	args   []string
	rarely bool // it takes so long that a third of the runs must do
	ms, mb []float64
}

// inTurn runs commands one after the other, so often, so that a slow moment of the machine
// falls on all of them.
func (b *bench) inTurn(rounds int, all ...*process) error {
	held := b.at("held")
	for round := range rounds + 1 {
		for _, p := range all {
			if p.rarely && round%3 != 1 {
				continue
			}
			// The system counts for a process what the one held that started it: a small one does.
			c := exec.Command("time", append([]string{"--format=%M", "--output=" + held}, p.args...)...)
			from := time.Now()
			if out, err := c.CombinedOutput(); err != nil {
				return fmt.Errorf("%s: %w\n%s", strings.Join(p.args, " "), err, out)
			}
			took := time.Since(from)
			if round == 0 {
				continue // it fills caches
			}
			p.ms = append(p.ms, float64(took)/float64(time.Millisecond))
			kb, err := os.ReadFile(held)
			if err != nil {
				return err
			}
			v, err := strconv.ParseFloat(strings.TrimSpace(string(kb)), 64)
			if err != nil {
				return fmt.Errorf("memory of %s: %w", p.args[0], err)
			}
			p.mb = append(p.mb, v/1024)
		}
	}
	return nil
}

func (p *process) time() figure   { return figure{median(p.ms), "ms"} }
func (p *process) memory() figure { return figure{median(p.mb), "MB"} }

func size(path string) (figure, error) {
	info, err := os.Stat(path)
	if err != nil {
		return figure{}, err
	}
	return figure{float64(info.Size()) / 1024, "KB"}, nil
}

func (b *bench) at(name string) string { return filepath.Join(b.dir, name) }

func wanted(part string) bool {
	for name := range strings.SplitSeq(*parts, ",") {
		if name == part {
			return true
		}
	}
	return false
}
