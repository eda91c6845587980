package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nianbao/ui/widget"
)

// The record lies beside the report, in the formats that can hold it, and says what the
// check has found.
func TestExportsTheRecord(t *testing.T) {
	w, v := exporting(t)
	w.today = func() time.Time { return time.Date(2027, 1, 8, 0, 0, 0, 0, time.UTC) }
	v.record.SetChecked(true)
	v.onWrite()
	names := strings.Join(listed(t, v.folder), " ")
	for _, ending := range []string{"docx", "pdf", "html", "txt"} {
		if !strings.Contains(names, "年度报告-核对记录."+ending) {
			t.Errorf("no record as %s: %s", ending, names)
		}
	}
	if strings.Contains(names, "核对记录.xlsx") {
		t.Error("a record was written as a workbook")
	}
	text := read(t, v.folder, "核对记录.txt")
	if !strings.Contains(text, "2027年1月8日") || strings.Contains(text, "不能定稿") || !strings.Contains(text, "没有载入去年的报告") {
		t.Error(text)
	}
	// Without a format of its own it is a PDF; what is chosen is remembered.
	v.folder = t.TempDir()
	for _, c := range v.checks {
		c.SetChecked(false)
	}
	v.onWrite()
	if names := listed(t, v.folder); len(names) != 1 || !strings.HasSuffix(names[0], "核对记录.pdf") {
		t.Errorf("wrote %v", names)
	}
	if again := newExports(w).(*exports); !again.record.Checked {
		t.Error("it is forgotten that a record is wanted")
	}
}

// The record of a draft says what is still wrong, and is marked as one.
func TestExportsTheRecordOfADraft(t *testing.T) {
	w, v := exporting(t)
	spoil(t, w)
	v.record.SetChecked(true)
	v.onWrite()
	tapReply(t, w, "导出草稿")
	text := read(t, v.folder, "核对记录.txt")
	if !strings.Contains(text, "不能定稿") || !strings.Contains(text, "两件") || !strings.Contains(text, "草稿") {
		t.Error(text)
	}
}

// 核对 lists every rule, and leads to the record.
func TestReviewListsEveryRule(t *testing.T) {
	w := example(t)
	w.show(placeCheck)
	v := w.view.(*panel)
	rows := 0
	for _, o := range v.list.Objects {
		if _, ok := o.(*widget.Row); ok {
			rows++
		}
	}
	if rows != len(w.report().Edition.Rules) || !strings.Contains(v.head.Text, "个项目未能核对") {
		t.Errorf("%d rows, head %q", rows, v.head.Text)
	}
	v.onRecord()
	if e, ok := w.view.(*exports); !ok || !e.record.Checked {
		t.Error("it does not lead to the record")
	}
}

// read is the text of the only file whose name ends so.
func read(t *testing.T, dir, ending string) string {
	t.Helper()
	for _, name := range listed(t, dir) {
		if strings.HasSuffix(name, ending) {
			b, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			return string(b)
		}
	}
	t.Fatalf("no %s", ending)
	return ""
}
