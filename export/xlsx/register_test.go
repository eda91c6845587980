package xlsx

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/model"
)

// A list that is longer than a sheet goes on in another, under the same head.
func TestRegisterGoesOn(t *testing.T) {
	b := &book{File: excelize.NewFile(), report: new(model.Report), looks: map[look]int{}}
	l := &register{book: b, name: "问题", titles: []string{"核对发现的问题"}, heads: []string{"序号", "问题"}, widths: []float64{40, 200}, most: 5}
	if err := l.begin(); err != nil {
		t.Fatal(err)
	}
	for i := range 7 { // three a sheet, below title and head
		if err := l.row(listText, i+1, fmt.Sprintf("=%d", i+1)); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := b.finish(&out, l.end()); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	said := ""
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		said += fmt.Sprint(sheet, rows)
	}
	const head = "[[核对发现的问题] [序号 问题] "
	want := "问题" + head + "[1 =1] [2 =2] [3 =3]]" + "问题 (2)" + head + "[4 =4] [5 =5] [6 =6]]" + "问题 (3)" + head + "[7 =7]]"
	if said != want {
		t.Errorf("got  %s\nwant %s", said, want)
	}
}
