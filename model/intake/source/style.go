package source

import (
	"regexp"
	"strconv"
	"strings"
)

// shape is what a paragraph, or its style, says about heading and list.
// Unsaid numbers are -1.
type shape struct {
	style   string // id of the style
	list    string // numId; "" is unsaid, "0" is none
	rank    int    // level in the list, 0..8
	outline int    // outline level, 0..8; 9 is body
}

var unshaped = shape{rank: -1, outline: -1}

// style is a paragraph style.
type style struct {
	shape        // shape.style is the style it is based on
	name  string // "heading 1", "标题 1"
}

// headingName is what Word and WPS call the heading styles.
var headingName = regexp.MustCompile(`^(?i:heading|标题)\s*([1-9])$`)

// readStyles reads styles.xml.
func (w *word) readStyles(data []byte) error {
	w.styles = map[string]*style{}
	return walk(data, func(start token, r *tokens) error {
		if start.name != "style" || start.attr("type") != "paragraph" {
			return nil
		}
		s := &style{shape: unshaped}
		w.styles[start.attr("styleId")] = s
		if v := start.attr("default"); v == "1" || v == "true" {
			w.styles[""] = s
		}
		for floor := r.depth; r.depth >= floor; {
			e, err := r.next()
			if err != nil {
				return err
			}
			if e.kind == starts {
				switch e.name {
				case "name":
					s.name = e.attr("val")
				case "basedOn":
					s.style = e.attr("val")
				default:
					s.note(e)
				}
			}
		}
		if m := headingName.FindStringSubmatch(s.name); m != nil && s.outline < 0 {
			n, _ := strconv.Atoi(m[1])
			s.outline = n - 1
		}
		return nil
	})
}

// paragraphShape reads a w:pPr.
func (w *word) paragraphShape(s *shape) error {
	for floor := w.depth; w.depth >= floor; {
		e, err := w.next()
		if err != nil {
			return err
		}
		if e.kind != starts {
			continue
		}
		switch e.name {
		case "pPrChange", "rPr", "sectPr":
			if err := w.skip(); err != nil {
				return err
			}
		case "pStyle":
			s.style = e.attr("val")
		default:
			s.note(e)
		}
	}
	return nil
}

// note takes down an element of paragraph properties.
func (s *shape) note(e token) {
	switch e.name {
	case "numId":
		s.list = strings.TrimSpace(e.attr("val"))
	case "ilvl":
		s.rank = min(count(e.attr("val"), 0), 8)
	case "outlineLvl":
		s.outline = min(count(e.attr("val"), 0), 9)
	}
}

// resolve fills what a paragraph does not say from its style and the styles
// that one is based on. A list that a style names is entered at the level
// that names the style, if any.
func (w *word) resolve(s shape) shape {
	id := s.style
	for range 20 { // styles may be based on each other in a circle
		base := w.styles[id]
		if base == nil {
			break
		}
		if s.list == "" && base.list != "" {
			s.list = base.list
			if rank, ok := w.numbers.rankOf(base.list, id); ok && s.rank < 0 {
				s.rank = rank
			}
		}
		if s.rank < 0 {
			s.rank = base.rank
		}
		if s.outline < 0 {
			s.outline = base.outline
		}
		if id = base.style; id == "" {
			break
		}
	}
	s.rank = max(s.rank, 0)
	return s
}
