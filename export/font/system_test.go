package font

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"nianbao/assets"
)

func TestInstalled(t *testing.T) {
	dir := t.TempDir()
	put := func(name, file string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(file), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("truetype/SimFang.TTF", assets.Fangsong[:len(assets.Fangsong)/2])
	put("truetype/fz/方正仿宋_GBK.TTF", assets.Kai)
	put("FZXBSJW.TTF", "OTTO not with these outlines")
	put("a/b/c/d/e/f/g/h/simkai.ttf", assets.Kai)
	if err := os.Mkdir(filepath.Join(dir, "simkai.ttf"), 0o755); err != nil {
		t.Fatal(err)
	}
	faces := installed([]string{filepath.Join(dir, "none"), dir})
	if faces[Title] != nil || faces[Kai] != nil || faces[Hei] != nil || faces[Song] != nil {
		t.Error("a broken, deep or unlisted font was taken")
	}
	if faces[Body] == nil {
		t.Fatal("the second 仿宋 was not found behind the broken first")
	}
	own, rare := embedded()
	set := newSet(own, rare, faces)
	if f := set.Face(Body); f.ID() != "system-fangsong" || f.Family() != "Nianbao Kai" || f.Ascent() != 0.88 {
		t.Errorf("body is %s, %s", f.ID(), f.Family())
	}
	if f := set.Face(Kai); f.ID() != "kai" {
		t.Errorf("楷体 is %s", f.ID())
	}
	runs := set.Runs(Body, "镕ꀀ“")
	if len(runs) != 2 || runs[0].Face.ID() != "system-fangsong" || runs[1].Face.ID() != "fangsong" {
		t.Errorf("%+v", runs)
	}
}

func TestSystem(t *testing.T) {
	set := System()
	text := "政府信息公开年度报告𬭊龑"
	for role := range roles {
		said := ""
		for _, r := range set.Runs(role, text) {
			said += r.Says()
		}
		if said != text || set.Missing(text) != nil {
			t.Errorf("%v: %q", role, said)
		}
	}
}

// A damaged font is refused, wherever the damage is, and never a panic.
func TestRefused(t *testing.T) {
	good := assets.Rare
	if _, err := open(good); err != nil {
		t.Fatal(err)
	}
	at := func(tag string) int {
		i := strings.Index(good[:512], tag)
		return int(binary.BigEndian.Uint32([]byte(good[i+8:])))
	}
	with := func(i int, b ...byte) string { return good[:i] + string(b) + good[i+len(b):] }
	for name, file := range map[string]string{
		"empty":         "",
		"collection":    "ttcf" + good[4:],
		"CFF":           "OTTO" + good[4:],
		"short":         good[:len(good)-100],
		"no glyf":       strings.Replace(good, "glyf", "gxxf", 1),
		"no em":         with(at("head")+18, 0, 0),
		"magic":         with(at("head")+12, 0),
		"metrics":       with(at("hhea")+34, 0xFF, 0xFF),
		"many glyphs":   with(at("maxp")+4, 0xFF, 0xFF),
		"may not embed": with(at("OS/2")+8, 0, 2),
		"loca backward": with(at("loca")+2, 0xFF, 0xFF),
		"composed":      with(at("glyf"), 0xFF, 0xFF),
		"new names":     with(at("name"), 0, 1),
	} {
		if _, err := fromFile("x", file); !errors.Is(err, errFont) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// Without a single Chinese character it is not the face that was looked for.
	if _, err := fromFile("x", good); !errors.Is(err, errFont) {
		t.Errorf("rare: %v", err)
	}
}

func FuzzFile(f *testing.F) {
	f.Add([]byte(assets.Rare)[:600], 0, byte(0))
	f.Add([]byte{}, 300, byte(0xFF))
	f.Fuzz(func(t *testing.T, front []byte, at int, b byte) {
		file := []byte(assets.Rare)
		copy(file, front)
		file[uint(at)%uint(len(file))] = b
		face, err := fromFile("x", string(file))
		if (face == nil) != (err != nil) {
			t.Fatal(face, err)
		}
	})
}

func TestPipeIsPassedOver(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no such devices on Windows")
	}
	if f := read("/dev/zero", "x"); f != nil {
		t.Error("a device was read as a font")
	}
}

func BenchmarkFile(b *testing.B) {
	for b.Loop() {
		if _, err := fromFile("song", assets.Song); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	for b.Loop() {
		search(folders())
	}
}

func BenchmarkBytes(b *testing.B) {
	f := Embedded().Face(Song)
	var sink []byte
	for b.Loop() {
		sink = f.Bytes()
	}
	b.SetBytes(int64(len(sink)))
}
