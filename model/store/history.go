package store

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"nianbao/model"
)

// How many versions of a file are kept: the last ones, and before them one a day.
const (
	keptLast = 20
	keptDays = 30
)

// versionSpan is how long the versions of one sitting are one: a save in it takes the
// place of the last.
const versionSpan = 5 * time.Minute

// History keeps earlier versions of files in a folder of the program's own: each file has
// a folder there, each version a file of the same format.
type History struct {
	Dir string
	Now func() time.Time
}

// Version is a file as it once was.
type Version struct {
	Path string
	At   time.Time // when it was last written
	Size int64
}

const stamp = "20060102-150405.000"

// folder is where the versions of a file lie. Its name tells a person whose they are.
func (h *History) folder(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	sum := sha256.Sum256([]byte(path))
	name := []rune(strings.TrimSuffix(filepath.Base(path), Ending))
	return filepath.Join(h.Dir, string(name[:min(len(name), 40)])+"-"+hex.EncodeToString(sum[:6]))
}

// Versions are those of a file, newest first.
func (h *History) Versions(path string) []Version {
	dir := h.folder(path)
	entries, err := disks.ReadDir(dir)
	if err != nil {
		return nil // nothing was ever kept
	}
	var out []Version
	for _, entry := range entries {
		info, err := entry.Info()
		if _, ok := started(entry.Name()); !ok || err != nil {
			continue
		}
		out = append(out, Version{filepath.Join(dir, entry.Name()), info.ModTime(), info.Size()})
	}
	slices.SortFunc(out, func(a, b Version) int { return strings.Compare(b.Path, a.Path) })
	return out
}

// started reads from a version's name when it was begun.
func started(name string) (time.Time, bool) {
	t, err := time.ParseInLocation(stamp, strings.TrimSuffix(filepath.Base(name), Ending), time.Local)
	return t, err == nil && strings.HasSuffix(name, Ending)
}

// Keep keeps content of a file. sitting is the version that it may take the place of, ""
// for none; the version that holds it now is returned. at is when the content was written,
// zero for now.
func (h *History) Keep(path string, b []byte, sitting string, at time.Time) (version string, err error) {
	dir := h.folder(path)
	if err := disks.Mkdir(dir); err != nil {
		return "", fault(dir, err)
	}
	now := h.Now()
	if begun, ok := started(sitting); ok && now.Sub(begun) < versionSpan && !now.Before(begun) {
		if _, err := replace(sitting, b, 0o600); err != nil {
			return sitting, fault(sitting, err)
		}
		if !at.IsZero() {
			_ = disks.Date(sitting, at)
		}
		return sitting, nil
	}
	for i, v := range h.Versions(path) {
		// What is there already stays as it is: as the last, or of whatever age if the
		// content is an old one too.
		if sitting == "" && (i == 0 || !at.IsZero()) && v.Size == int64(len(b)) && same(v.Path, b) == nil {
			return "", nil
		}
	}
	version = filepath.Join(dir, now.Format(stamp)+Ending)
	for n := 1; ; n++ {
		if _, err := disks.Stat(version); err != nil || n > 1000 {
			break
		}
		version = filepath.Join(dir, now.Add(time.Duration(n)*time.Millisecond).Format(stamp)+Ending)
	}
	if _, err := replace(version, b, 0o600); err != nil {
		return "", fault(version, err)
	}
	if !at.IsZero() {
		_ = disks.Date(version, at)
	}
	h.prune(path)
	return version, nil
}

// prune removes what is too old.
func (h *History) prune(path string) {
	days := map[string]bool{}
	for i, v := range h.Versions(path) {
		day := v.At.Format(time.DateOnly)
		if i >= keptLast && (days[day] || h.Now().Sub(v.At) > keptDays*24*time.Hour) {
			_ = disks.Remove(v.Path)
		}
		days[day] = true
	}
}

// Rescue finds the newest content of a damaged file that is whole: a version of it, or what
// was being put in its place when the machine stopped.
func (h *History) Rescue(path string, editions model.Editions) (r *model.Report, at time.Time, ok bool) {
	from := h.Versions(path)
	if entries, err := disks.ReadDir(filepath.Dir(path)); err == nil {
		for _, entry := range entries {
			if info, err := entry.Info(); err == nil && strings.HasPrefix(entry.Name(), besides(path)) {
				from = append(from, Version{filepath.Join(filepath.Dir(path), entry.Name()), info.ModTime(), info.Size()})
			}
		}
	}
	slices.SortFunc(from, func(a, b Version) int { return b.At.Compare(a.At) })
	for _, v := range from {
		if r, _, err := Open(v.Path, editions); err == nil {
			return r, v.At, true
		}
	}
	return nil, time.Time{}, false
}
