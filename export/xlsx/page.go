package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"nianbao/export"
)

const a4 = 9 // the number of the paper size

// page sets the sheet up for paper and for the screen.
func (s *sheet) page() error {
	g := s.table.Grid
	head := top - 1 + g.Head
	fit := true
	if err := s.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := s.SetSheetDimension(s.name, "A1:"+place{g.Cols, len(s.rows)}.String()); err != nil {
		return err
	}
	if err := s.paper(s.name, s.landscape, 1); err != nil {
		return err
	}
	area := "$A$1:" + place{g.Cols, top - 1 + g.Rows}.fixed()
	for _, n := range [][2]string{{"_xlnm.Print_Area", area}, {"_xlnm.Print_Titles", fmt.Sprintf("$1:$%d", head)}} {
		err := s.SetDefinedName(&excelize.DefinedName{Name: n[0], RefersTo: quoted(s.name) + "!" + n[1], Scope: s.name})
		if err != nil {
			return err
		}
	}
	return s.freeze(s.name, head)
}

// paper is A4; high is the number of pages to fit on, 0 for as many as it takes.
func (b *book) paper(sheet string, landscape bool, high int) error {
	size, wide, orientation := a4, 1, "portrait"
	if landscape {
		orientation = "landscape"
	}
	err := b.SetPageLayout(sheet, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high,
	})
	if err != nil {
		return err
	}
	side, edge, band, centred := 0.59, 0.7, 0.3, true
	if b.draft {
		edge = 0.9 // room for the header
		if err := b.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddHeader: `&R&"` + hei + `"&22` + export.DraftMark}); err != nil {
			return err
		}
	}
	return b.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &edge, Bottom: &edge, Header: &band, Footer: &band, Horizontally: &centred,
	})
}

// freeze keeps the first rows in sight.
func (b *book) freeze(sheet string, rows int) error {
	first := place{1, rows + 1}.String()
	return b.SetPanes(sheet, &excelize.Panes{
		Freeze: true, YSplit: rows, TopLeftCell: first, ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{Pane: "bottomLeft", ActiveCell: first, SQRef: first}},
	})
}

// protect keeps labels and formulas from being typed over by mistake. There is
// no password: whoever wants to may take the protection off.
func (s *sheet) protect() error { return s.book.protect(s.name) }

func (b *book) protect(sheet string) error {
	return b.ProtectSheet(sheet, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true,
		FormatColumns: true, FormatRows: true, EditObjects: true, EditScenarios: true,
	})
}
