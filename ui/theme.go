package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/assets"
	"nianbao/ui/widget"
)

// look is the program's theme: white paper on light grey, one blue accent.
type look struct {
	shade string // "light", "dark" or "" for the system's
	large bool
}

// face is an embedded typeface. The toolkit reads it once: bytes are made only for that,
// so that no copy of the file stays in memory.
type face struct{ name, file string }

func (f face) Name() string { return f.name }

func (f face) Content() []byte { return []byte(f.file) }

var (
	regular = face{"window.otf", assets.Window}
	bold    = face{"window-bold.otf", assets.WindowBold}
)

func rgb(v uint32) color.Color {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

func clear(v uint32, alpha uint8) color.Color {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: alpha}
}

// colours of the light and the dark variant.
var colours = map[fyne.ThemeColorName][2]color.Color{
	theme.ColorNameBackground:          {rgb(0xf2f4f7), rgb(0x1c1f24)},
	theme.ColorNameForeground:          {rgb(0x1f2328), rgb(0xe4e7eb)},
	theme.ColorNamePrimary:             {rgb(0x1f5fbf), rgb(0x6ea3ef)},
	theme.ColorNameHyperlink:           {rgb(0x1f5fbf), rgb(0x6ea3ef)},
	theme.ColorNameForegroundOnPrimary: {rgb(0xffffff), rgb(0x10151d)},
	theme.ColorNameError:               {rgb(0xa8201a), rgb(0xff8a80)},
	theme.ColorNameWarning:             {rgb(0x9a5b00), rgb(0xf0b354)},
	theme.ColorNameSuccess:             {rgb(0x2b7a3d), rgb(0x7cc98c)},
	theme.ColorNameButton:              {rgb(0xe3e7ee), rgb(0x343a44)},
	theme.ColorNameDisabledButton:      {rgb(0xe9ebef), rgb(0x2a2e35)},
	theme.ColorNameDisabled:            {rgb(0x666d77), rgb(0x939ba5)},                 // also the ink of texts to read
	theme.ColorNameHover:               {clear(0x1f5fbf, 0x18), clear(0x9cc2ff, 0x1c)}, // laid over buttons of any colour
	theme.ColorNamePressed:             {clear(0x1f5fbf, 0x30), clear(0x9cc2ff, 0x30)},
	theme.ColorNameFocus:               {clear(0x123f8a, 0x48), clear(0x9cc2ff, 0x48)},
	theme.ColorNameSelection:           {rgb(0xc5daf8), rgb(0x34507a)},
	theme.ColorNameInputBackground:     {rgb(0xffffff), rgb(0x23272e)},
	theme.ColorNameInputBorder:         {rgb(0x9aa2ae), rgb(0x69727e)},
	theme.ColorNameMenuBackground:      {rgb(0xffffff), rgb(0x262a31)},
	theme.ColorNameOverlayBackground:   {rgb(0xffffff), rgb(0x262a31)},
	theme.ColorNameHeaderBackground:    {rgb(0xeaedf2), rgb(0x2a2e35)},
	theme.ColorNamePlaceHolder:         {rgb(0x7b838e), rgb(0x858d98)},
	theme.ColorNameSeparator:           {rgb(0xd5d9e0), rgb(0x3a4049)},
	theme.ColorNameScrollBar:           {rgb(0x9aa3af), rgb(0x6b7480)},
	widget.ColorPaper:                  {rgb(0xffffff), rgb(0x23272e)},
	widget.ColorLine:                   {rgb(0xb9c0ca), rgb(0x4a515c)},
	widget.ColorHead:                   {rgb(0xeef1f5), rgb(0x2c3138)},
	widget.ColorSum:                    {rgb(0xf4f6f9), rgb(0x292e35)},
	widget.ColorWrong:                  {rgb(0xfbe3e1), rgb(0x4a2524)},
	widget.ColorDoubt:                  {rgb(0xfdf1d8), rgb(0x463818)},
	widget.ColorFaint:                  {rgb(0x5d6570), rgb(0xa2a9b3)},
	widget.ColorOpen:                   {rgb(0xdbe7f8), rgb(0x2b3a52)},
	widget.ColorDesk:                   {rgb(0xdfe3e9), rgb(0x13161a)},
	widget.ColorLane:                   {rgb(0xf1f6fd), rgb(0x272e39)},
	widget.ColorBlock:                  {rgb(0xd3e3fa), rgb(0x31476b)},
	widget.ColorGone:                   {rgb(0xfbe6dd), rgb(0x4b2f27)},
	widget.ColorFresh:                  {rgb(0xdcefdf), rgb(0x23402d)},
}

// Color gives a colour of the variant in force.
func (l *look) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch l.shade {
	case "light":
		variant = theme.VariantLight
	case "dark":
		variant = theme.VariantDark
	}
	pair, ok := colours[name]
	switch {
	case !ok:
		return theme.DefaultTheme().Color(name, variant)
	case variant == theme.VariantDark:
		return pair[1]
	}
	return pair[0]
}

// Font gives the embedded faces: not every system has a Chinese one.
func (l *look) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Symbol:
		return theme.DefaultTheme().Font(s)
	case s.Bold:
		return bold
	}
	return regular
}

// Icon gives the toolkit's icons.
func (l *look) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:           14,
	theme.SizeNameCaptionText:    12,
	theme.SizeNameSubHeadingText: 17,
	theme.SizeNameHeadingText:    22,
	theme.SizeNamePadding:        4,
	theme.SizeNameInnerPadding:   8,
	theme.SizeNameInputBorder:    1,
	theme.SizeNameInputRadius:    3,
	theme.SizeNameScrollBar:      12,
	theme.SizeNameScrollBarSmall: 6,
}

// Size gives lengths; large type is 18 px where body type is 14.
func (l *look) Size(name fyne.ThemeSizeName) float32 {
	size, ok := sizes[name]
	if !ok {
		return theme.DefaultTheme().Size(name)
	}
	if l.large && size >= 12 && name != theme.SizeNameScrollBar {
		return size + 4
	}
	return size
}
