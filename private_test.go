//go:build linux

package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

// What leaves the office says what the clerk wrote and no more: not who exported it, where
// and when. What stays is the body's own name as the author, the report's year (a PDF must
// bear a date, and an OFD does: 1 January of the year in which the report is due), and in the record of a
// check the day of the check, which it is about. Exports of one report are the same bytes
// whoever makes them.
func TestExportsArePrivate(t *testing.T) {
	p := build(t)
	before := time.Now()
	first := p.exports(t, "甲-telltale-folder", "telltale-user", "telltale-host")
	second := p.exports(t, "another-telltale", "telltale-other", "telltale-other-host")
	after := time.Now()

	tells := []string{"telltale", "/tmp/", "/home/", "/root/", `C:\`, "hunter2"}
	if host, err := os.Hostname(); err == nil && len(host) > 6 {
		tells = append(tells, host)
	}
	for _, now := range []time.Time{before, after} {
		for _, zone := range []*time.Location{time.UTC, time.Local} {
			for _, form := range []string{"2006-01-02", "20060102", "2006/01/02", "15:04:", "T1504", "2006年1月2日"} {
				tells = append(tells, now.In(zone).Format(form))
			}
		}
	}
	if len(first) != 11 {
		t.Fatalf("%d exports: %v", len(first), slices.Sorted(maps.Keys(first)))
	}
	for name, data := range first {
		if day := before.Format("2006年1月2日"); strings.Contains(name, "核对记录") {
			data = bytes.ReplaceAll(data, []byte(day), nil) // the day of the check
		} else if !bytes.Equal(data, second[name]) {
			t.Errorf("%s: not the same bytes each time", name)
		}
		parts := unpacked(t, name, data)
		if ending := filepath.Ext(name); len(parts) < 5 && slices.Contains([]string{".docx", ".pdf", ".ofd"}, ending) {
			t.Errorf("%s: only %d parts", name, len(parts))
		}
		for part, content := range parts {
			for _, tell := range tells {
				if strings.Contains(name, "核对记录") && strings.Contains(tell, "年") {
					continue
				}
				if bytes.Contains(content, []byte(tell)) || bytes.Contains(content, wide(tell)) {
					t.Errorf("%s: %s tells %q", name, part, tell)
				}
			}
		}
	}
}

// exports are a report's in every format, made by somebody somewhere.
func (p *program) exports(t *testing.T, folder, user, host string) map[string][]byte {
	t.Helper()
	home := filepath.Join(t.TempDir(), user)
	dir := filepath.Join(home, folder)
	for _, d := range []string{dir, filepath.Join(home, ".config", "nianbao")} {
		if err := os.MkdirAll(d, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	report := filepath.Join(dir, "报告.nianbao")
	if err := os.WriteFile(report, []byte(`{"format":1,"edition":"2021","office":"青禾镇人民政府","kind":"township","year":2026,"texts":{"overview/active":"全年公开信息12条。"},"numbers":{"requests/new/person":"3"},"unplaced":["hunter2"]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(p.path, "export", report, "--to", "docx,xlsx,pdf,ofd,html,txt", "--record", "-o", dir)
	cmd.Dir = dir
	cmd.Env = []string{"HOME=" + home, "USER=" + user, "LOGNAME=" + user, "USERNAME=" + user, "HOSTNAME=" + host, "COMPUTERNAME=" + host, "EMAIL=" + user + "@" + host, "TMPDIR=" + dir}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	made := map[string][]byte{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".nianbao" || e.IsDir() {
			continue
		}
		if made[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return made
}

var stream = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)

// unpacked is all that a file holds: the parts of an archive, the streams of a PDF.
func unpacked(t *testing.T, name string, data []byte) map[string][]byte {
	t.Helper()
	parts := map[string][]byte{"": data}
	switch filepath.Ext(name) {
	case ".docx", ".xlsx", ".ofd":
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			if parts[f.Name], err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
			if f.Modified.Year() > 1980 {
				t.Errorf("%s: %s is of %v", name, f.Name, f.Modified)
			}
		}
	case ".pdf":
		for _, m := range stream.FindAllSubmatchIndex(data, -1) {
			r, err := zlib.NewReader(bytes.NewReader(data[m[2]:m[3]]))
			if err != nil {
				continue // not compressed: seen with the whole
			}
			content, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			parts[fmt.Sprintf("the stream at %d", m[2])] = content
		}
	}
	return parts
}

// wide is a text as PDF writes it.
func wide(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return b
}
