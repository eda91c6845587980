package screen

import (
	"encoding/binary"
	"errors"
	"hash/maphash"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"syscall"
)

// watch finds where the X server draws: a file of a header, a table of colours and then the
// picture, 4 bytes a pixel.
func (s *Screen) watch() error {
	f, err := os.Open(filepath.Join(s.dir, "Xvfb_screen0"))
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if s.drawn, err = syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED); err != nil {
		return err
	}
	if len(s.drawn) < Width*Height*4 {
		return errors.New("the X server's picture is too short")
	}
	s.pixels = s.drawn[len(s.drawn)-Width*Height*4:]
	return nil
}

var seed = maphash.MakeSeed()

// Look is a number that is another one as soon as the screen is.
func (s *Screen) Look() uint64 {
	return maphash.Bytes(seed, s.pixels)
}

// printed says that there are letters in the middle of the screen: their edges have many
// colours. The window manager draws nothing there, and the pointer few.
func (s *Screen) printed() bool {
	seen := map[uint32]bool{}
	for i := Width * 4 * 150; i < Width*4*450; i += 4 {
		seen[binary.LittleEndian.Uint32(s.pixels[i:])] = true
		if len(seen) > 40 {
			return true
		}
	}
	return false
}

// At is the colour of a point.
func (s *Screen) At(x, y int) color.RGBA {
	p := s.pixels[(y*Width+x)*4:]
	return color.RGBA{R: p[2], G: p[1], B: p[0], A: 0xff}
}

// Shot is what the screen shows, to be written should it turn out to be of interest.
type Shot []byte

// Shot takes a picture.
func (s *Screen) Shot() Shot { return slices.Clone(s.pixels) }

// Write writes the picture as PNG.
func (s Shot) Write(path string) error {
	m := image.NewRGBA(image.Rect(0, 0, Width, Height))
	for i := 0; i < len(s); i += 4 {
		m.Pix[i], m.Pix[i+1], m.Pix[i+2], m.Pix[i+3] = s[i+2], s[i+1], s[i], 0xff
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(png.Encode(f, m), f.Close())
}
