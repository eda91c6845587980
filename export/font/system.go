package font

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// official names the files of the faces that a report is printed with by rule, for each
// role the best first, in lower case.
var official = [roles][]string{
	Body: {
		"simfang.ttf", "仿宋_gb2312.ttf", "fangsong_gb2312.ttf", "fzfsjw.ttf", "fzfsk.ttf",
		"方正仿宋简体.ttf", "方正仿宋_gbk.ttf", "方正仿宋_gb2312.ttf", "方正仿宋_gb18030.ttf", "stfangso.ttf",
	},
	Title: {
		"fzxbsjw.ttf", "fzxbsk.ttf", "方正小标宋简体.ttf", "方正小标宋_gbk.ttf", "方正小标宋_gb18030.ttf",
	},
	Kai: {
		"simkai.ttf", "楷体_gb2312.ttf", "kaiti_gb2312.ttf", "fzktjw.ttf", "fzktk.ttf",
		"方正楷体简体.ttf", "方正楷体_gbk.ttf", "方正楷体_gb2312.ttf", "方正楷体_gb18030.ttf", "stkaiti.ttf",
	},
}

var systemID = [roles]string{Body: "system-fangsong", Title: "system-title", Kai: "system-kai"}

// Bounds of the search: a font folder that is larger or deeper is no font folder.
const (
	mostEntries = 20_000
	mostDepth   = 6
	mostBytes   = 64 << 20
)

// folders lists where fonts are installed on Linux and Windows.
func folders() []string {
	dirs := []string{"/usr/share/fonts", "/usr/local/share/fonts"}
	if home, err := os.UserHomeDir(); err == nil {
		dirs = append(dirs, filepath.Join(home, ".local", "share", "fonts"), filepath.Join(home, ".fonts"))
	}
	if dir := os.Getenv("WINDIR"); dir != "" {
		dirs = append(dirs, filepath.Join(dir, "Fonts"))
	}
	if dir := os.Getenv("LOCALAPPDATA"); dir != "" {
		dirs = append(dirs, filepath.Join(dir, "Microsoft", "Windows", "Fonts"))
	}
	return dirs
}

// installed finds the official faces in dirs; a role for which there is none that can be
// used has nil.
func installed(dirs []string) [roles]*Face {
	var faces [roles]*Face
	files := search(dirs)
	for role, names := range official {
		for _, name := range names {
			for _, path := range files[name] {
				if faces[role] == nil {
					faces[role] = read(path, systemID[role])
				}
			}
		}
	}
	return faces
}

// search finds the files with official names under dirs, by name in lower case. What
// cannot be read is passed over: the embedded faces serve.
func search(dirs []string) map[string][]string {
	wanted := make(map[string]bool)
	for _, name := range slices.Concat(official[:]...) {
		wanted[name] = true
	}
	found := make(map[string][]string)
	entries := 0
	for _, dir := range dirs {
		filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
			if entries++; entries > mostEntries {
				return filepath.SkipAll
			}
			if err != nil {
				return nil
			}
			if entry.IsDir() {
				if below, _ := filepath.Rel(dir, path); strings.Count(below, string(filepath.Separator)) >= mostDepth {
					return filepath.SkipDir
				}
				return nil
			}
			if name := strings.ToLower(entry.Name()); wanted[name] {
				found[name] = append(found[name], path)
			}
			return nil
		})
	}
	return found
}

// read loads a font file, or gives nil if it cannot be used.
func read(path, id string) *Face {
	// Asked before it is opened, since to open a pipe of that name would wait for ever.
	if stat, err := os.Stat(path); err != nil || !stat.Mode().IsRegular() || stat.Size() > mostBytes {
		return nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	var text strings.Builder
	if _, err := io.Copy(&text, io.LimitReader(file, mostBytes)); err != nil {
		return nil
	}
	f, err := fromFile(id, text.String())
	if err != nil {
		return nil
	}
	return f
}
