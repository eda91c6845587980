package ofd_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"image/color"
	"io"
	"path"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"

	"nianbao/export"
	"nianbao/export/chart"
	"nianbao/export/font"
	"nianbao/export/layout"
	"nianbao/export/ofd"
	"nianbao/model"
	"nianbao/model/sample"
)

// books are laid out documents of every kind.
func books(t *testing.T) map[string]*layout.Book {
	t.Helper()
	draft := export.Compose(sample.Draft())
	draft.Draft = true
	r := sample.Full()
	record := export.Record{Report: r, Check: model.Desk{}.Record(r, nil), Seal: "1A2B-3C4D"}
	slip := export.Slip{Report: sample.Draft(), Findings: model.Check(sample.Draft(), nil), From: "青禾县政务公开办公室"}
	missing := sample.Rare()
	missing.Texts["preface"] = "缺\U00030EDE\U00030EDD字\u0E01。\n一<二&三　\u2003四“五” six \U0002CB4A\U0002CB4A七"
	out := map[string]*layout.Book{}
	for name, d := range map[string]*export.Document{
		"example": export.Compose(sample.Example(t)), "old": export.Compose(sample.Old()), "rare": export.Compose(sample.Rare()),
		"signs": export.Compose(sample.Signs()), "long title": export.Compose(sample.LongTitle()),
		"traditional": export.Compose(sample.Traditional()), "huge": export.Compose(sample.Huge()), "missing": export.Compose(missing),
		"draft": draft, "record": record.Compose(), "slip": slip.Compose(), "course": course(),
	} {
		out[name] = layout.Layout(d, font.Embedded())
	}
	out["course"].Pages[0].Shapes = looks()
	return out
}

// looks are lines each of which differs in one thing from the one before.
func looks() (out []chart.Shape) {
	black, red := color.NRGBA{A: 0xFF}, color.NRGBA{R: 0xC0, A: 0xFF}
	for i, s := range []chart.Shape{
		{Pen: 1, Color: black},
		{Pen: 1, Color: red},
		{Pen: 1, Color: red, Dash: []float64{7, 2, 1.5, 2}},
		{Pen: 1, Color: red, Dash: []float64{7, 2}},
		{Pen: 2, Color: red, Dash: []float64{7, 2}},
		{Pen: 2, Color: red, Dash: []float64{7, 2}},
		{Color: red},
		{Color: red},
		{Pen: 2, Color: red},
	} {
		y := 100 + 10*float64(i)
		s.Path = []chart.Step{
			{Op: chart.Move, At: [3]chart.Point{{X: 100, Y: y}}},
			{Op: chart.Line, At: [3]chart.Point{{X: 200, Y: y}}},
			{Op: chart.Curve, At: [3]chart.Point{{X: 210, Y: y}, {X: 220, Y: y + 3}, {X: 220, Y: y + 5}}},
			{Op: chart.Close},
		}
		out = append(out, s)
	}
	return out
}

// course is a document with charts, one of which has turned labels.
func course() *export.Document {
	d := (&export.Course{Reports: sample.Course()}).Compose()
	bodies := &chart.Chart{Unit: "件", Series: []chart.Series{{Name: "新收"}}}
	for i := range 30 {
		bodies.Labels = append(bodies.Labels, "柳河县第"+string([]rune("甲乙丙丁戊己庚辛壬癸")[i%10])+"街道")
		bodies.Series[0].Numbers = append(bodies.Series[0].Numbers, model.Int(int64(i)))
	}
	d.Blocks = append(d.Blocks, export.Block{Kind: export.Chart, Text: "图7　各单位", Chart: bodies})
	return d
}

// A reading is what a file says to a reader that begins with OFD.xml and follows its links.
type reading struct {
	parts map[string][]byte
	names []string
	Info  struct {
		DocID, Title, Author, CreationDate, ModDate string
	} `xml:"DocBody>DocInfo"`
	Root  string `xml:"DocBody>DocRoot"`
	doc   document
	fonts map[int]*sfnt.Font
	pages []page
}

type document struct {
	Last    int     `xml:"CommonData>MaxUnitID"`
	Box     string  `xml:"CommonData>PageArea>PhysicalBox"`
	Res     string  `xml:"CommonData>PublicRes"`
	Pages   []link  `xml:"Pages>Page"`
	Outline []entry `xml:"Outlines>OutlineElem"`
}

type link struct {
	ID  int    `xml:"ID,attr"`
	Loc string `xml:"BaseLoc,attr"`
}

type entry struct {
	Title string `xml:"Title,attr"`
	Dest  struct {
		Page int     `xml:"PageID,attr"`
		Top  float64 `xml:"Top,attr"`
	} `xml:"Actions>Action>Goto>Dest"`
	Below []entry `xml:"OutlineElem"`
}

type page struct {
	Paths []drawn `xml:"Content>Layer>PathObject"`
	Texts []said  `xml:"Content>Layer>TextObject"`
}

type drawn struct {
	Boundary string  `xml:"Boundary,attr"`
	Pen      float64 `xml:"LineWidth,attr"`
	Dash     string  `xml:"DashPattern,attr"`
	Stroke   bool    `xml:"Stroke,attr"`
	Fill     bool    `xml:"Fill,attr"`
	Drawn    ink     `xml:"StrokeColor"`
	Filled   ink     `xml:"FillColor"`
	Data     string  `xml:"AbbreviatedData"`
}

type said struct {
	Boundary string     `xml:"Boundary,attr"`
	CTM      string     `xml:"CTM,attr"`
	Font     int        `xml:"Font,attr"`
	Size     float64    `xml:"Size,attr"`
	Glyphs   *transform `xml:"CGTransform"`
	Code     struct {
		X      float64 `xml:"X,attr"`
		Y      float64 `xml:"Y,attr"`
		DeltaX string  `xml:"DeltaX,attr"`
		Text   string  `xml:",chardata"`
	} `xml:"TextCode"`
}

type transform struct {
	Position int    `xml:"CodePosition,attr"`
	Codes    int    `xml:"CodeCount,attr"`
	Count    int    `xml:"GlyphCount,attr"`
	List     string `xml:"Glyphs"`
}

type ink struct {
	Value string `xml:"Value,attr"`
}

func written(t *testing.T, b *layout.Book) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := ofd.Draw(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// read reads what is written of a book.
func read(t *testing.T, b *layout.Book) *reading {
	t.Helper()
	file := written(t, b)
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	r := &reading{parts: map[string][]byte{}, fonts: map[int]*sfnt.Font{}}
	for _, f := range z.File {
		from, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if r.parts[f.Name], err = io.ReadAll(from); err != nil {
			t.Fatal(err)
		}
		r.names = append(r.names, f.Name)
	}
	open := func(name string, into any) {
		t.Helper()
		if err := xml.Unmarshal(r.parts[name], into); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	open("OFD.xml", r)
	open(r.Root, &r.doc)
	folder := path.Dir(r.Root)
	var res struct {
		Folder string `xml:"BaseLoc,attr"`
		Fonts  []struct {
			ID   int    `xml:"ID,attr"`
			Name string `xml:"FontName,attr"`
			File string `xml:"FontFile"`
		} `xml:"Fonts>Font"`
	}
	open(path.Join(folder, r.doc.Res), &res)
	names := map[string]bool{}
	for _, f := range res.Fonts {
		if r.fonts[f.ID], err = sfnt.Parse(r.parts[path.Join(folder, res.Folder, f.File)]); err != nil {
			t.Fatalf("%s is not embedded: %v", f.Name, err)
		}
		names[f.Name] = true
	}
	if len(names) != len(res.Fonts) {
		t.Errorf("%d fonts have %d names", len(res.Fonts), len(names))
	}
	for _, at := range r.doc.Pages {
		var p page
		open(path.Join(folder, at.Loc), &p)
		r.pages = append(r.pages, p)
	}
	return r
}

// numbers reads a list of numbers; in one of steps, g n x is n times x.
func numbers(t *testing.T, list string) (out []float64) {
	t.Helper()
	fields := strings.Fields(list)
	for len(fields) > 0 {
		n := 1
		if fields[0] == "g" {
			n, _ = strconv.Atoi(fields[1])
			fields = fields[2:]
		}
		v, err := strconv.ParseFloat(fields[0], 64)
		if err != nil {
			t.Fatalf("%q: %v", list, err)
		}
		for range n {
			out = append(out, v)
		}
		fields = fields[1:]
	}
	return out
}
