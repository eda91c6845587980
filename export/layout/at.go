package layout

import "nianbao/model"

// An Area is where a cell of a table stands: a value's, or a title's with the address
// of the table.
type Area struct {
	X0, Y0, X1, Y1 float64
	Ref            model.Ref
}

// At is the address of what stands at a point of the page, "" if nothing does. A line of
// text is as wide as the type area and as high as the pitch.
func (p *Page) At(x, y float64) model.Ref {
	for _, a := range p.Areas {
		if a.X0 <= x && x < a.X1 && a.Y0 <= y && y < a.Y1 {
			return a.Ref
		}
	}
	if x < left || x > left+width {
		return ""
	}
	for i := range p.Texts {
		t := &p.Texts[i]
		over := max(0, pitch-t.Size) / 2
		if t.Ref != "" && t.Y-t.Run.Face.Ascent()*t.Size-over <= y && y < t.Y+t.Run.Face.Descent()*t.Size+over {
			return t.Ref
		}
	}
	return ""
}
