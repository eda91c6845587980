package reading

import (
	"fmt"
	"strings"
	"testing"
)

func TestPercents(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"收到申请6件，较上年的4件增长50%。", "50 true"},
		{"收到申请6件，较上年增加2件，增长50%。", "50 true"},
		{"收到申请6件，较上年增加2件，增长５５％。", "55 false"},
		{"收到申请3件，比2025年的4件减少25%。", "25 true"},
		{"收到申请3件，比上年减少1件，下降百分之二十五。", "25 true"},
		{"收到申请9件，其中予以公开3件，占33.3%。", "33.3 true"},
		{"收到申请9件，其中予以公开3件，占总数的33.4%。", "33.4 false"},
		{"收到申请9件，其中予以公开6件，占66%。", "66 true"}, // cut off
		{"收到10件，办结9件，办结率90%。", "90 true"},
		{"收到10件，办结9件，办结率95%。", "95 false"},
		{"收到10件，办结10件，满意率98%，按时办结率100%。", ""},
		{"公开率100%。", ""},
		{"信息公开量增长20%。", ""},
	} {
		var got []string
		for _, p := range Read(c.text, 2026).Percents() {
			got = append(got, fmt.Sprint(p.Number.Digits, " ", p.Right()))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, s, c.want)
		}
	}
}
