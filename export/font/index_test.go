package font

import (
	"bytes"
	"encoding/binary"
	"errors"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"nianbao/assets"
)

var update = flag.Bool("update", false, "write the fonts' indexes anew")

// files are the fonts that have an index.
var files = map[string]string{
	"fangsong": assets.Fangsong,
	"song":     assets.Song,
	"title":    assets.Title,
	"hei":      assets.Hei,
	"kai":      assets.Kai,
	"rare":     assets.Rare,
}

// TestIndex checks that the indexes are made of the fonts beside them; with -update it
// makes them.
func TestIndex(t *testing.T) {
	for id, file := range files {
		path := filepath.Join("..", "..", "assets", "fonts", id+".idx")
		made := makeIndex(t, id, file)
		if *update {
			if err := os.WriteFile(path, made, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		stored, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(stored, made) {
			t.Errorf("%s.idx is not of %s.ttf: run go generate", id, id)
		}
		t.Logf("%s: %d bytes", id, len(made))
	}
}

// makeIndex reads the font's own tables.
func makeIndex(t *testing.T, id, file string) []byte {
	tables, err := open(file)
	if err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	advances := make(map[rune]int)
	take := func(r rune, glyph int) {
		if tables.prints(r, glyph) {
			advances[r] = int(tables.advance(glyph))
		}
	}
	for r, glyph := range tables.glyphs() {
		take(r, glyph)
	}
	first := 0
	if id == "rare" {
		first = 0xE000
		glyphs := realGlyphs(tables)
		for r, glyph := range glyphs {
			take(r, glyph)
		}
		checkPrivate(t, tables, glyphs)
	}
	out := binary.AppendUvarint(nil, indexVersion)
	put := func(n int) { out = binary.AppendUvarint(out, uint64(n)) }
	put(len(tables.family()))
	out = append(out, tables.family()...)
	put(tables.thousandths(int(int16(tables.os2.u16(68)))))
	put(tables.thousandths(-int(int16(tables.os2.u16(70)))))
	put(first)

	type span struct{ first, length, advance int }
	var spans []span
	for _, r := range slices.Sorted(maps.Keys(advances)) {
		if n := len(spans) - 1; n >= 0 && spans[n].first+spans[n].length == int(r) && spans[n].advance == advances[r] {
			spans[n].length++
		} else {
			spans = append(spans, span{int(r), 1, advances[r]})
		}
	}
	put(len(spans))
	end := 0
	for _, s := range spans {
		put(s.first - end)
		put(s.length)
		put(s.advance)
		end = s.first + s.length
	}
	return out
}

// realGlyphs reads the (3,10) map of the rare font, beyond the Basic Multilingual Plane.
func realGlyphs(t *trueType) map[rune]int {
	glyphs := make(map[rune]int)
	for i := range t.cmap.u16(2) {
		b := t.cmap[t.cmap.u32(8+8*i):]
		if b.u16(0) != 12 {
			continue
		}
		for g := range b.u32(12) {
			first, last, glyph := b.u32(16+12*g), b.u32(20+12*g), b.u32(24+12*g)
			for r := first; r <= last; r++ {
				if r > 0xFFFF {
					glyphs[rune(r)] = glyph + r - first
				}
			}
		}
	}
	return glyphs
}

// checkPrivate checks that the font prints its characters, in order, from U+E000 on.
func checkPrivate(t *testing.T, tables *trueType, glyphs map[rune]int) {
	order := slices.Sorted(maps.Keys(glyphs))
	n := 0
	for r, glyph := range tables.glyphs() {
		i := int(r) - 0xE000
		if i < 0 || i >= len(order) || glyphs[order[i]] != glyph {
			t.Fatalf("the rare font prints something else at %U", r)
		}
		n++
	}
	if n != len(order) || n != 196 {
		t.Fatalf("the rare font prints %d of %d characters", n, len(order))
	}
}

// TestFaceOfIndex checks that a face from its index is the one read from the font.
func TestFaceOfIndex(t *testing.T) {
	own, _ := embedded()
	for _, f := range own {
		direct, err := fromFile(f.ID(), f.file)
		if err != nil {
			t.Fatal(err)
		}
		if f.Family() != direct.Family() || f.ascent != direct.ascent || f.descent != direct.descent || f.Family() == "" {
			t.Errorf("%s: %q %d %d, its font has %q %d %d", f.ID(), f.Family(), f.ascent, f.descent, direct.Family(), direct.ascent, direct.descent)
		}
		for r := rune(0); r <= 0x10FFFF; r++ {
			if f.glyphs.at(r) != direct.glyphs.at(r) {
				t.Fatalf("%s: %U has %d, its font %d", f.ID(), r, f.glyphs.at(r), direct.glyphs.at(r))
			}
		}
	}
}

func TestDamagedIndex(t *testing.T) {
	good := assets.KaiIndex
	for name, index := range map[string]string{
		"empty":   "",
		"version": "\x02" + good[1:],
		"short":   good[:len(good)-1],
		"long":    good + "\x00",
		"text":    "\x01\xFF\x01abc",
	} {
		if _, err := fromIndex("x", "", index); !errors.Is(err, errIndex) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func BenchmarkIndex(b *testing.B) {
	for b.Loop() {
		if _, err := fromIndex("song", assets.Song, assets.SongIndex); err != nil {
			b.Fatal(err)
		}
	}
}
