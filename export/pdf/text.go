package pdf

import (
	"errors"
	"fmt"
	"strconv"

	"nianbao/export/font"
	"nianbao/export/layout"
)

// A writing is the texts of a page as operators of PDF. What is chosen stays so until
// something else is.
type writing struct {
	by    map[*font.Face]*face
	out   []byte
	face  *font.Face
	size  float64
	space float64
}

var errCode = errors.New("a run has a character that its font has not")

// texts writes the runs of a page.
func (w *writing) texts(texts []layout.Text) error {
	w.out, w.face, w.size, w.space = append(w.out[:0], "BT\n"...), nil, 0, 0
	for _, t := range texts {
		if err := w.text(t); err != nil {
			return err
		}
	}
	w.out = append(w.out, "ET"...)
	return nil
}

func (w *writing) text(t layout.Text) error {
	face := w.by[t.Run.Face]
	if w.face != t.Run.Face || w.size != t.Size {
		w.face, w.size = t.Run.Face, t.Size
		w.out = fmt.Appendf(w.out, "%s %s Tf\n", face.name, strconv.FormatFloat(t.Size, 'f', -1, 64))
	}
	if w.space != t.Space {
		w.space = t.Space
		w.number(t.Space, 4)
		w.out = append(w.out, "Tc\n"...)
	}
	if t.Run.Actual != "" {
		w.out = fmt.Appendf(w.out, "/Span <</ActualText <%X>>> BDC\n", text(t.Run.Actual))
		defer func() { w.out = append(w.out, "EMC\n"...) }()
	}
	if t.Up {
		w.out = append(w.out, "0 1 -1 0 "...)
	} else {
		w.out = append(w.out, "1 0 0 1 "...)
	}
	w.number(t.X, 2)
	w.number(layout.PageHeight-t.Y, 2)
	w.out = append(w.out, "Tm <"...)
	for _, r := range t.Run.Text {
		code, ok := face.codes[r]
		if !ok {
			return errCode
		}
		for shift := 12; shift >= 0; shift -= 4 {
			w.out = append(w.out, "0123456789ABCDEF"[code>>shift&0xF])
		}
	}
	w.out = append(w.out, "> Tj\n"...)
	return nil
}

func (w *writing) number(v float64, decimals int) {
	w.out = append(strconv.AppendFloat(w.out, v, 'f', decimals, 64), ' ')
}
