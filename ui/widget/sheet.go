package widget

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Span is an object that covers Rows × Cols places of a sheet.
type Span struct {
	Row, Col, Rows, Cols int
	Object               fyne.CanvasObject
}

// Sheet is a ruled table of merged cells. Together the spans cover each place
// once. Columns share the width in proportion; rows are as high as they need.
type Sheet struct {
	widget.BaseWidget
	Spans  []Span
	Widths []float64
	Least  float32 // least width of the whole, in characters of the text
	Row    float32 // least height of a row

	Scroller *container.Scroll // that the sheet is in, or nil
	Beside   []*Sheet          // with the same columns, lit together with this one
	OnPaste  func(text string)
	OnClear  func(objects []fyne.CanvasObject)
	OnChoose func() // the selection has changed

	spots  []placed // in reading order
	anchor int      // of the selection, among the spots; -1 before any has had the focus
	far    int      // the corner opposite
	whole  bool     // all is selected
	keep   bool     // the focus comes back: the selection stays
}

// NewSheet rules a table.
func NewSheet(widths []float64, least, row float32, spans []Span) *Sheet {
	s := &Sheet{Spans: spans, Widths: widths, Least: least, Row: row, anchor: -1}
	for i := range spans {
		if o, ok := spans[i].Object.(placed); ok {
			o.in().sheet, o.in().at, o.in().span = s, len(s.spots), spans[i]
			s.spots = append(s.spots, o)
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

const rule = 1 // thickness of the lines

// columns gives the left edges of the columns and the right edge of the last, on
// whole pixels so that all lines are equally sharp.
func (s *Sheet) columns(width float32) []float32 {
	total := 0.0
	for _, w := range s.Widths {
		total += w
	}
	edges := make([]float32, len(s.Widths)+1)
	sum := 0.0
	for i, w := range s.Widths {
		sum += w
		edges[i+1] = float32(math.Round(float64(width-rule) * sum / total))
	}
	return edges
}

// rows gives the top edges of the rows and the bottom edge of the last.
func (s *Sheet) rows(columns []float32) []float32 {
	n := 0
	for _, span := range s.Spans {
		n = max(n, span.Row+span.Rows)
	}
	heights := make([]float32, n)
	for i := range heights {
		heights[i] = s.Row
	}
	// Low spans first: a merged cell takes more room only where its rows leave too little.
	for size := 1; size <= n; size++ {
		for _, span := range s.Spans {
			if span.Rows != size {
				continue
			}
			need := heightFor(span.Object, columns[span.Col+span.Cols]-columns[span.Col]-rule) + rule
			have := float32(0)
			for _, h := range heights[span.Row : span.Row+span.Rows] {
				have += h
			}
			if need > have {
				heights[span.Row+span.Rows-1] += float32(math.Ceil(float64(need - have)))
			}
		}
	}
	edges := make([]float32, n+1)
	for i, h := range heights {
		edges[i+1] = edges[i] + h
	}
	return edges
}

func (s *Sheet) least() float32 { return s.Least * theme.TextSize() }

// HeightFor is the sheet's height at a width.
func (s *Sheet) HeightFor(width float32) float32 {
	rows := s.rows(s.columns(max(width, s.least())))
	return rows[len(rows)-1] + rule
}

// MinSize is the height at the present width.
func (s *Sheet) MinSize() fyne.Size {
	return fyne.NewSize(s.least(), s.HeightFor(s.Size().Width))
}

// CreateRenderer draws the sheet.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	r := &sheetRenderer{sheet: s, ground: canvas.NewRectangle(paint(ColorLine))}
	r.objects = append(r.objects, r.ground)
	for _, span := range s.Spans {
		r.objects = append(r.objects, span.Object)
	}
	return r
}

type sheetRenderer struct {
	sheet   *Sheet
	ground  *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *sheetRenderer) Destroy() {}

func (r *sheetRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *sheetRenderer) MinSize() fyne.Size { return r.sheet.MinSize() }

func (r *sheetRenderer) Layout(size fyne.Size) {
	columns := r.sheet.columns(size.Width)
	rows := r.sheet.rows(columns)
	r.ground.Resize(fyne.NewSize(columns[len(columns)-1]+rule, rows[len(rows)-1]+rule))
	for _, span := range r.sheet.Spans {
		x, y := columns[span.Col], rows[span.Row]
		span.Object.Move(fyne.NewPos(x+rule, y+rule))
		span.Object.Resize(fyne.NewSize(columns[span.Col+span.Cols]-x-rule, rows[span.Row+span.Rows]-y-rule))
	}
}

func (r *sheetRenderer) Refresh() {
	r.ground.FillColor = paint(ColorLine)
	r.ground.Refresh()
	r.Layout(r.sheet.Size())
	canvas.Refresh(r.sheet)
}
