package collect

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"nianbao/model/intake/source"
	"nianbao/model/store"
)

// File is a file to be read.
type File struct {
	Path string
	Name string // by which it is told: below the folder that was named, with slashes
}

// Found is what lies among files and folders.
type Found struct {
	Files  []File
	Others []string // names of files in no format that is read
	Shut   []string // names of folders that could not be looked into
	Made   []string // names of files that a sum has made

	names map[string]bool
	dir   string // the folder that was looked into last, and
	real  string // where it lies
}

// Names of what a sum makes. In a folder such files are passed over: read again, they would
// count every body twice. A folder never is: somebody may put a corrected report beside the
// slip that asked for it.
const (
	MadeReport      = "汇总" + store.Ending
	MadeWorkbook    = "汇总.xlsx"
	MadeCSV         = "数据.csv"
	MadeParquet     = "数据.parquet"
	MadeCorrections = "退回修改"
	MadeResending   = "通知重报"
	MadeSlip        = "退回修改通知单" // in the names of slips
	MadeCourse      = "历年变化"    // ends the names of files that tell of several years
)

// made says that a file is called like one that a sum makes.
func made(name string) bool {
	switch name {
	case MadeReport, MadeWorkbook, MadeCSV, MadeParquet:
		return true
	}
	ending := filepath.Ext(name)
	return ending == ".docx" && strings.Contains(name, MadeSlip) ||
		ending != store.Ending && strings.HasSuffix(strings.TrimSuffix(name, ending), MadeCourse)
}

// Find looks for reports: the files named, whatever they are, and in folders all files of
// a format that is read. skip are paths that are no reports, such as the roll. A link to a
// folder is not followed.
func Find(ctx context.Context, paths []string, skip ...string) (*Found, error) {
	f := &Found{names: map[string]bool{}}
	seen := map[string]bool{}
	for _, p := range skip {
		seen[whole(p)] = p != ""
	}
	for _, root := range paths {
		info, err := os.Stat(root)
		if err != nil {
			return nil, &store.Fault{Path: root, Cause: err}
		}
		if !info.IsDir() {
			f.add(seen, root, whole(root), filepath.Base(root), true)
			continue
		}
		err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			name, relErr := filepath.Rel(root, path)
			if relErr != nil {
				name = path
			}
			if name = filepath.ToSlash(name); strings.HasSuffix(path, name) {
				name = path[len(path)-len(name):] // without a copy: there may be very many
			}
			switch hidden := path != root && strings.HasPrefix(d.Name(), "."); {
			case err != nil:
				f.Shut = append(f.Shut, name)
				return nil
			case !d.IsDir() && made(d.Name()):
				f.Made = append(f.Made, name)
			case d.IsDir() && hidden:
				return fs.SkipDir
			case !d.IsDir() && !hidden:
				f.add(seen, path, f.within(path, d), name, false)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	f.names = nil
	return f, nil
}

func (f *Found) add(seen map[string]bool, path, at, name string, named bool) {
	if seen[at] || strings.HasPrefix(filepath.Base(path), "~$") { // what an office program leaves while a file is open
		return
	}
	seen[at] = true
	if f.names[name] { // in two of the folders that were named
		name = filepath.ToSlash(path)
	}
	f.names[name] = true
	if !named && !known(path) {
		f.Others = append(f.Others, name)
		return
	}
	f.Files = append(f.Files, File{path, name})
}

// known says that files of this ending are read.
func known(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case store.Ending, ".csv", ".parquet":
		return true
	}
	return source.Known(path)
}

// within is whole for what lies in a folder; the folder's own links are followed once.
func (f *Found) within(path string, d fs.DirEntry) string {
	if d.Type()&fs.ModeSymlink != 0 {
		return whole(path)
	}
	dir := filepath.Dir(path)
	if dir != f.dir {
		f.dir, f.real = dir, whole(dir)
	}
	return filepath.Join(f.real, d.Name())
}

// whole is a path as it is told from others.
func whole(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return path
}
