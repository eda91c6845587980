package source

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"sort"
	"strings"
	"unicode/utf16"

	"github.com/richardlehane/mscfb"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// word97 is a Word 97–2003 binary file (.doc, .wps): its streams and what the
// file information block points to in them.
type word97 struct {
	main, table, extra []byte // WordDocument, 0Table or 1Table, Data
	pieces             []piece
	counts             [8]int // characters of text, footnotes, headers, macros, comments, endnotes, boxes, header boxes
	paragraphs         []stretch
	marks              []stretch // character properties, only those that matter
	styles             []style97
	numbers            numbering
}

// piece is a run of characters that lie together in the main stream.
type piece struct {
	from, to int // character positions
	offset   int // byte offset of from
	wide     bool
}

// stretch is a range of bytes in the main stream and its properties.
type stretch struct {
	from, to int
	style    int
	props    []byte
}

const (
	fcStshf       = 0xa2 // offsets of (position, length) pairs in the information block
	fcPlcfBteChpx = 0xfa
	fcPlcfBtePapx = 0x102
	fcClx         = 0x1a2
	fcPlfLst      = 0x2e2
	fcPlfLfo      = 0x2ea
)

var errFIB = errors.New("bad file information block")

// openWord97 finds the streams of a compound file. The other documents that
// come in such files get their own sentence.
func openWord97(data []byte) (*word97, string, error) {
	if odd := len(data) % 512; odd != 0 { // some writers leave the last sector short
		data = append(data[:len(data):len(data)], make([]byte, 512-odd)...)
	}
	box, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, "", err
	}
	streams := map[string][]byte{}
	for _, f := range box.File {
		switch f.Name {
		case "EncryptedPackage":
			return nil, "", refuse(locked, nil)
		case "Workbook", "Book":
			return nil, "", refuse("是旧格式的 Excel 表格（.xls），请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。", nil)
		case "PowerPoint Document":
			return nil, "", refuse("是演示文稿，请提供报告的 Word 文档或文本。", nil)
		case "WordDocument", "0Table", "1Table", "Data", "SummaryInformation":
			if _, twice := streams[f.Name]; twice || len(f.Path) > 0 {
				continue // of an embedded object
			}
			s, err := io.ReadAll(io.LimitReader(f, int64(len(data))))
			if err != nil {
				return nil, "", err
			}
			streams[f.Name] = s
		}
	}
	w := &word97{main: streams["WordDocument"], extra: streams["Data"]}
	if w.main == nil {
		return nil, "", refuse("不是 Word 文档，请用原来的程序打开，另存为 .docx 后再导入。", nil)
	}
	if len(w.main) < fcPlfLfo+8 {
		return nil, "", errFIB
	}
	flags := binary.LittleEndian.Uint16(w.main[0x0a:])
	switch version := binary.LittleEndian.Uint16(w.main[2:]); {
	case flags&0x0100 != 0:
		return nil, "", refuse(locked, nil)
	case version < 0xc0:
		return nil, "", refuse("是 Word 95 或更早的文件，请用 Word 或 WPS 打开，另存为 .docx 后再导入。", nil)
	case binary.LittleEndian.Uint16(w.main) != 0xa5ec:
		return nil, "", errFIB
	}
	w.table = streams["0Table"]
	if flags&0x0200 != 0 {
		w.table = streams["1Table"]
	}
	for i := range w.counts {
		n := int(int32(binary.LittleEndian.Uint32(w.main[0x4c+4*i:])))
		if n < 0 || n > len(w.main) {
			return nil, "", errFIB
		}
		w.counts[i] = n
	}
	if err := w.readPieces(); err != nil {
		return nil, "", err
	}
	w.paragraphs = w.readStretches(fcPlcfBtePapx, w.paragraphsOf)
	w.marks = w.readStretches(fcPlcfBteChpx, w.marksOf)
	w.readStyles()
	w.readLists()
	return w, summaryTitle(streams["SummaryInformation"]), nil
}

// at is the bytes that a pair of the information block points to in the
// table stream, nil if they lie outside.
func (w *word97) at(pair int) []byte {
	from := uint64(binary.LittleEndian.Uint32(w.main[pair:]))
	size := uint64(binary.LittleEndian.Uint32(w.main[pair+4:]))
	if size == 0 || from+size > uint64(len(w.table)) {
		return nil
	}
	return w.table[from : from+size]
}

// readPieces reads the piece table.
func (w *word97) readPieces() error {
	clx := w.at(fcClx)
	for len(clx) > 3 && clx[0] == 1 { // property modifiers of a fast save
		n := 3 + int(binary.LittleEndian.Uint16(clx[1:]))
		if n > len(clx) {
			return errFIB
		}
		clx = clx[n:]
	}
	if len(clx) < 5 || clx[0] != 2 {
		return errFIB
	}
	plc := clx[5:]
	n := (len(plc) - 4) / 12
	for i := range max(n, 0) {
		p := piece{
			from: int(int32(binary.LittleEndian.Uint32(plc[4*i:]))),
			to:   int(int32(binary.LittleEndian.Uint32(plc[4*i+4:]))),
		}
		offset := binary.LittleEndian.Uint32(plc[4*(n+1)+8*i+2:])
		size := p.to - p.from
		if offset&(1<<30) != 0 {
			p.offset = int(offset&^(3<<30)) / 2
		} else {
			p.offset, p.wide = int(offset), true
			size *= 2
		}
		if p.from < 0 || p.to < p.from || p.offset+size > len(w.main) || len(w.pieces) > 0 && w.pieces[len(w.pieces)-1].to != p.from {
			return errFIB
		}
		w.pieces = append(w.pieces, p)
	}
	if len(w.pieces) == 0 {
		return errFIB
	}
	return nil
}

// each calls f for the characters from a position to another, with the byte
// offset of each in the main stream.
func (w *word97) each(from, to int, f func(unit uint16, offset int) error) error {
	first := sort.Search(len(w.pieces), func(i int) bool { return w.pieces[i].to > from })
	for _, p := range w.pieces[first:] {
		if p.from >= to {
			break
		}
		for at := max(p.from, from); at < min(p.to, to); at++ {
			var unit uint16
			offset := p.offset + at - p.from
			if p.wide {
				offset = p.offset + 2*(at-p.from)
				unit = binary.LittleEndian.Uint16(w.main[offset:])
			} else {
				unit = uint16(w.main[offset])
				if unit >= 0x80 && unit < 0xa0 {
					unit = uint16(charmap.Windows1252.DecodeByte(byte(unit)))
				}
			}
			if err := f(unit, offset); err != nil {
				return err
			}
		}
	}
	return nil
}

// summaryTitle is the title in a summary information stream, or "".
func summaryTitle(s []byte) string {
	if len(s) < 48 {
		return ""
	}
	at := uint64(binary.LittleEndian.Uint32(s[44:]))
	if at+8 > uint64(len(s)) {
		return ""
	}
	s = s[at:]
	page := 1252
	var title []byte
	for i := range min(int(binary.LittleEndian.Uint32(s[4:])), 64) {
		if len(s) < 16+8*i {
			break
		}
		id := binary.LittleEndian.Uint32(s[8+8*i:])
		from := uint64(binary.LittleEndian.Uint32(s[12+8*i:]))
		if from+8 > uint64(len(s)) {
			continue
		}
		value := s[from:]
		kind, n := binary.LittleEndian.Uint32(value), uint64(binary.LittleEndian.Uint32(value[4:]))
		switch {
		case id == 1:
			page = int(uint16(n))
		case id == 2 && kind == 0x1f && 8+2*n <= uint64(len(value)):
			units := make([]uint16, n)
			for i := range units {
				units[i] = binary.LittleEndian.Uint16(value[8+2*i:])
			}
			return strings.TrimRight(string(utf16.Decode(units)), "\x00")
		case id == 2 && kind == 0x1e && 8+n <= uint64(len(value)):
			title = value[8 : 8+n]
		}
	}
	text, err := decodePage(page, bytes.TrimRight(title, "\x00"))
	if err != nil {
		return ""
	}
	return text
}

// decodePage decodes bytes in a Windows code page.
func decodePage(page int, data []byte) (string, error) {
	label := ""
	switch page {
	case 936:
		label = "gb18030"
	case 950:
		label = "big5"
	case 932:
		label = "shift_jis"
	case 949:
		label = "euc-kr"
	case 65001:
		return strings.ToValidUTF8(string(data), "\uFFFD"), nil
	case 1200:
		return decodeAs(littleEndian, data)
	case 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258:
		label = "windows-125" + string(rune('0'+page-1250))
	default:
		label = "windows-1252"
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		return "", err
	}
	return decodeAs(enc, data)
}
