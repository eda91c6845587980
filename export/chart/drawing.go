package chart

import (
	"image/color"

	"nianbao/export/font"
)

// A Drawing is a chart with everything at its place, in points from the top left corner.
// The shapes are drawn in their order, the texts above them.
type Drawing struct {
	Width, Height float64
	Shapes        []Shape
	Texts         []Text
}

// A Shape is a path that is either filled or stroked.
type Shape struct {
	Path  []Step
	Color color.NRGBA // opaque
	Pen   float64     // width of the stroke; 0: the path is filled
	Dash  []float64   // lengths drawn and left out by turns; none: a whole line
}

// A Step goes on to the last of its points.
type Step struct {
	Op Op
	At [3]Point // one for Move and Line, two and the end for Curve, none for Close
}

// Op says how a step goes on.
type Op uint8

// The ways to go on.
const (
	Move Op = iota
	Line
	Curve // a cubic one
	Close // back to where the path began
)

// Points are those that the step has.
func (s *Step) Points() []Point {
	switch s.Op {
	case Move, Line:
		return s.At[:1]
	case Curve:
		return s.At[:]
	}
	return nil
}

// A Point is a place, down and to the right.
type Point struct{ X, Y float64 }

// A Text is a run on one line, black.
type Text struct {
	X, Y float64 // of the run's start on the baseline
	Size float64
	Run  font.Run
	Up   bool // it is turned by a quarter and reads upwards
}

// Moved is the drawing's shapes and texts, moved to another place.
func (d *Drawing) Moved(x, y float64) (shapes []Shape, texts []Text) {
	for _, s := range d.Shapes {
		path := make([]Step, len(s.Path))
		for i, step := range s.Path {
			for j := range step.At {
				step.At[j].X += x
				step.At[j].Y += y
			}
			path[i] = step
		}
		s.Path = path
		shapes = append(shapes, s)
	}
	for _, t := range d.Texts {
		t.X += x
		t.Y += y
		texts = append(texts, t)
	}
	return shapes, texts
}

// Box is the room that a text takes, its em box.
func (t *Text) Box() (x0, y0, x1, y1 float64) {
	wide, up, down := t.Run.Width()*t.Size, t.Run.Face.Ascent()*t.Size, t.Run.Face.Descent()*t.Size
	if t.Up {
		return t.X - up, t.Y - wide, t.X + down, t.Y
	}
	return t.X, t.Y - up, t.X + wide, t.Y + down
}
