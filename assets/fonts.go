package assets

import _ "embed"

// The fonts as TrueType files, each with the index that package export/font makes
// of it. They are strings, so that nothing is copied at start and nobody can write
// into them; the PDF writer writes into the fonts it gets, and must be given copies.
// What each is and where it comes from is told in fonts/README.md.
var (
	//go:embed fonts/fangsong.ttf
	Fangsong string
	//go:embed fonts/fangsong.idx
	FangsongIndex string

	//go:embed fonts/song.ttf
	Song string
	//go:embed fonts/song.idx
	SongIndex string

	//go:embed fonts/title.ttf
	Title string
	//go:embed fonts/title.idx
	TitleIndex string

	//go:embed fonts/hei.ttf
	Hei string
	//go:embed fonts/hei.idx
	HeiIndex string

	// Window and WindowBold are 黑体 for the window, which has no need of indexes. Their
	// outlines are in CFF form: the toolkit takes those of TrueType apart for all characters
	// at once, for 18 MB and a tenth of the time in which the window opens.
	//
	//go:embed fonts/window.otf
	Window string
	//go:embed fonts/window-bold.otf
	WindowBold string

	//go:embed fonts/kai.ttf
	Kai string
	//go:embed fonts/kai.idx
	KaiIndex string

	// Rare holds the standard characters beyond the Basic Multilingual Plane, at
	// private-use code points from U+E000 up in the order of the characters.
	//
	//go:embed fonts/rare.ttf
	Rare string
	//go:embed fonts/rare.idx
	RareIndex string
)
