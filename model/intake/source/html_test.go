package source

import "testing"

// What a word processor repeats on each page is no part of the report.
func TestHTMLPageNumber(t *testing.T) {
	doc, err := Read("报告.html", []byte(`<body><div title="header"><p>页眉</p></div><p>正文。</p><div title="footer"><p>— 3 —</p></div></body>`))
	if err != nil || len(doc.Blocks) != 1 || doc.Blocks[0].Text != "正文。" {
		t.Errorf("%v, %v", doc, err)
	}
}
