package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"nianbao/ui/trial/screen"
)

// asked holds what a job asked for against the service's log.
func (t *trial) asked(printer, copies, sides string) error {
	want := strings.Join([]string{printer, copies, "A4", sides, ""}, " ")
	if got := t.logged(); !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "政府信息公开工作年度报告") {
		return fmt.Errorf("asked for %q, not %q", got, want)
	}
	return nil
}

// tidy says that no file is left behind.
func (t *trial) tidy() error {
	left, err := os.ReadDir(filepath.Join(t.home, ".cache", "nianbao", "print"))
	if err != nil || len(left) > 0 {
		return fmt.Errorf("left behind: %v, %w", left, err)
	}
	return nil
}

// prints waits until a printer has printed copies of some pages.
func (t *trial) prints(file string, copies int, pages string) error {
	var last error
	if err := screen.Until(file+" prints", func() bool {
		last = t.same(t.paper(file), copies, pages)
		return last == nil
	}); err != nil {
		return errors.Join(err, last)
	}
	return t.rest()
}

// same holds a PDF against the exported one: the words of the pages, as often as wanted.
func (t *trial) same(path string, copies int, pages string) error {
	from := [][]string{nil}
	if pages != "" {
		from = nil
		for part := range strings.SplitSeq(pages, ",") {
			a, b, two := strings.Cut(part, "-")
			if !two {
				b = a
			}
			from = append(from, []string{"-f", a, "-l", b})
		}
	}
	var once []byte
	for _, f := range from {
		text, err := words(t.export, f...)
		if err != nil {
			return err
		}
		once = append(once, text...)
	}
	got, err := words(path)
	switch want := bytes.Repeat(once, copies); {
	case err != nil:
		return err
	case len(want) < 1000:
		return fmt.Errorf("the export has only %d bytes of text", len(want))
	case !bytes.Equal(got, want):
		return fmt.Errorf("%s has %d bytes of text, not the %d that were wanted", filepath.Base(path), len(got), len(want))
	}
	return nil
}

// words are those of a PDF, without what is between them.
func words(path string, options ...string) ([]byte, error) {
	text, err := exec.Command("pdftotext", append(options, path, "-")...).Output()
	return bytes.Join(bytes.Fields(text), nil), err
}
