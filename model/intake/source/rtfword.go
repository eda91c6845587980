package source

import "bytes"

// spoken are the control words that stand for characters.
var spoken = map[string]string{
	"tab": "\t", "line": "\n", "softline": "\n", "emdash": "—", "endash": "–",
	"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
	"emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c",
}

// silent are the destinations whose text is not the report's.
var silent = map[string]bool{
	"colortbl": true, "pict": true, "filetbl": true, "revtbl": true,
	"header": true, "headerl": true, "headerr": true, "headerf": true,
	"footer": true, "footerl": true, "footerr": true, "footerf": true,
	"ftnsep": true, "ftnsepc": true, "ftncn": true, "aftnsep": true, "aftnsepc": true, "aftncn": true,
	"nonesttables": true, "shprslt": true, "sp": true, "xe": true, "tc": true, "rxe": true,
	"fldinst": true, "objdata": true, "listtable": true, "annotation": true,
	"mmathPr": true, "themedata": true, "private": true,
}

// charsets are the code pages of \fcharsetN.
var charsets = map[int]int{
	0: 1252, 1: 1252, 2: 0, 128: 932, 129: 949, 134: 936, 136: 950,
	161: 1253, 162: 1254, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 238: 1250,
}

// word takes a control word; given tells whether it has a number.
func (r *rich) word(name string, value int, given bool) error {
	on := !given || value != 0
	switch r.place {
	case nowhere:
		return nil
	case fontTable:
		r.fontWord(name, value)
		return nil
	case about:
		if name == "title" {
			r.place = titled
		}
		return nil
	}
	if text, ok := spoken[name]; ok {
		r.put(text)
		return nil
	}
	if silent[name] {
		r.place = nowhere
		return nil
	}
	switch name {
	case "u":
		r.unicode(value)
	case "uc":
		r.skip = min(max(value, 0), 16)
	case "ansicpg":
		if value > 0 {
			r.page = value
		}
	case "f":
		r.face = value
	case "plain":
		r.deleted = false
	case "deleted":
		r.deleted = on
	case "s":
		r.style = value
		if r.place == body {
			r.outline = r.styles[value]
		}
	case "stylesheet":
		r.place, r.style, r.outline = styleSheet, 0, 0
	case "fonttbl":
		r.place = fontTable
	case "info":
		r.place = about
	case "upr":
		r.choice = true
	case "listtext", "pntext":
		r.label = r.text.Len() + 1
	case "shptxt", "footnote":
		if r.saved == nil && r.place == body {
			r.saved = &saved{loom: r.loom, text: r.text, after: r.after, note: name == "footnote"}
			r.loom, r.after, r.text = loom{}, nil, bytes.Buffer{}
			r.inTable, r.depth, r.outline = false, 0, 0
		}
	case "par", "sect":
		return r.paragraph(r.level())
	case "page", "column":
		r.put("\n")
	default:
		return r.tableWord(name, value)
	}
	return nil
}

// fontWord takes a control word of the font table.
func (r *rich) fontWord(name string, value int) {
	switch name {
	case "f":
		r.font = value
	case "fcharset":
		if page, ok := charsets[value]; ok {
			r.fonts[r.font] = page
		}
	case "cpg":
		if value > 0 {
			r.fonts[r.font] = value
		}
	}
}

// tableWord takes a control word of paragraph shape and tables.
func (r *rich) tableWord(name string, value int) error {
	form := &r.row[0]
	if r.inner {
		form = &r.row[1]
	}
	switch name {
	case "pard":
		r.inTable, r.depth, r.outline = false, 0, 0
	case "intbl":
		r.inTable = true
	case "itap":
		r.depth = min(max(value, 0), depthLimit+1)
	case "outlinelevel":
		r.outline = 0
		if 0 <= value && value < 9 {
			r.outline = value + 1
		}
	case "nesttableprops":
		r.inner = true
	case "trowd":
		*form = rowForm{}
	case "trleft":
		form.left = value
	case "clmgf":
		form.next.across = first
	case "clmrg":
		form.next.across = more
	case "clvmgf":
		form.next.down = first
	case "clvmrg":
		form.next.down = more
	case "cellx":
		form.next.right = value
		if len(form.cells) <= columnLimit {
			form.cells = append(form.cells, form.next)
		}
		form.next = edged{}
	case "cell":
		return r.endCell(1)
	case "nestcell":
		return r.endCell(max(r.level(), 2))
	case "row":
		return r.loom.endRow(1, form.strip)
	case "nestrow":
		return r.loom.endRow(max(r.level(), 2), form.strip)
	}
	return nil
}

// endCell finishes the open paragraph and its cell.
func (r *rich) endCell(depth int) error {
	if err := r.paragraph(depth); err != nil {
		return err
	}
	return r.loom.endCell(depth)
}
