package ime

// What Windows asks about the caret and is told: its structures, field for field.

type point struct{ X, Y int32 }

type rect struct{ Left, Top, Right, Bottom int32 }

// compositionForm says where the letters stand that are being composed.
type compositionForm struct {
	Style uint32
	At    point
	Area  rect
}

// candidateForm says where the candidates may stand.
type candidateForm struct {
	List  uint32
	Style uint32
	At    point
	Area  rect
}

// charPosition is where a letter that is being composed is on the screen.
type charPosition struct {
	Size     uint32
	Char     uint32
	At       point
	Height   uint32
	Document rect
}

// font is a typeface by its measures and its name.
type font struct {
	Height, Width, Escapement, Orientation, Weight int32
	Italic, Underline, StrikeOut, Charset          uint8
	OutPrecision, ClipPrecision, Quality, Pitch    uint8
	Face                                           [32]uint16
}

const (
	atPoint = 0x20 // CFS_FORCE_POSITION: there, and nowhere else
	besides = 0x80 // CFS_EXCLUDE: near the point, but not over the area
)

func (c Caret) point() point { return point{int32(c.X), int32(c.Y)} }

func (c Caret) composition() compositionForm { return compositionForm{Style: atPoint, At: c.point()} }

// candidates may cover anything but the line behind the caret, where the letters
// stand that they are made of. Its end is the window's.
func (c Caret) candidates(client rect) candidateForm {
	line := rect{int32(c.X), int32(c.Y), max(client.Right, int32(c.X)+1), int32(c.Y + c.Height)}
	return candidateForm{Style: besides, At: c.point(), Area: line}
}

// onScreen is the caret for all letters: how wide they are only the input method
// knows. The client area is given by its place on the screen.
func (c Caret) onScreen(client rect) (at point, height uint32) {
	return point{client.Left + int32(c.X), client.Top + int32(c.Y)}, uint32(c.Height)
}

// letters is the height of a font in a line: negative, as Windows has it, without the
// space between lines.
func (c Caret) letters() int32 { return -int32(c.Height * 2 / 3) }
