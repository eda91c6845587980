package model_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"nianbao/model"
	"nianbao/model/sample"
	"nianbao/model/store"
)

func TestTotalsFollowTheirParts(t *testing.T) {
	r := sample.Example(t)
	want := func(ref model.Ref, value string) {
		t.Helper()
		if got := r.Value(ref).String(); got != value {
			t.Errorf("%s is %q, want %q", ref, got, value)
		}
	}
	want("requests/new/total", "4")
	want("requests/total/person", "4")
	want("requests/total/total", "5")
	want("appeals/review/total", "1")
	r.Apply(model.Change{At: "requests/granted/person", New: "７"})
	want("requests/total/person", "9")
	want("requests/total/total", "10")
	r.Apply(model.Change{At: "requests/granted/person", New: "两件"})
	want("requests/granted/person", "两件")
	if n := r.Value("requests/total/total"); n.Readable() || n.Blank() {
		t.Errorf("a total of an unreadable part must be unknown, is %q", n)
	}
	r.Apply(model.Change{At: "requests/granted/person", Drop: true})
	want("requests/granted/total", "1") // the parts that are there
	for _, c := range []string{"person", "business", "research", "charity", "legal", "other-org"} {
		r.Apply(model.Change{At: model.CellRef("requests", "partial", c), Drop: true})
	}
	if n := r.Value("requests/partial/total"); !n.Blank() {
		t.Errorf("the total of blank cells must be blank, is %q", n)
	}
}

// Values says of all cells at once what Value says of each.
func TestValues(t *testing.T) {
	editions := sample.Editions(t)
	for seed := range uint64(20) {
		r := sample.Report(rand.New(rand.NewPCG(seed, 7)), editions[int(seed)%len(editions)])
		cells := r.Edition.Cells()
		for i, c := range cells { // some cells are empty, no numbers, or totals that are stated
			if typed := []string{"", "", "", "两件", "9", "1.5"}[(uint64(i)*7+seed)%6]; typed != "" || i%11 == 0 {
				r.Apply(model.Change{At: c.Ref, New: typed, Drop: typed == ""})
			}
		}
		for i, n := range r.Values() {
			if want := r.Value(cells[i].Ref); n != want {
				t.Errorf("%s is %#v, want %#v", cells[i].Ref, n, want)
			}
		}
	}
}

func TestStatedTotalStandsBesideTheComputedOne(t *testing.T) {
	r := sample.Example(t)
	cell := r.Edition.Cell("requests/new/total")
	r.Apply(model.Change{At: cell.Ref, New: "6"})
	if stated, differs := r.Stated(cell); !differs || stated.String() != "6" {
		t.Errorf("stated %s, differs %v", stated, differs)
	}
	if got := r.Value(cell.Ref).String(); got != "6" {
		t.Errorf("what a report states is what is shown, got %s", got)
	}
	r.Settle()
	if _, ok := r.Numbers[cell.Ref]; !ok {
		t.Error("a stated total that differs must stay")
	}
	r.Apply(model.Change{At: cell.Ref, New: "4"})
	r.Settle()
	if _, ok := r.Numbers[cell.Ref]; ok {
		t.Error("a stated total that agrees must go")
	}
}

func TestLiveNumbersInProse(t *testing.T) {
	r := sample.Example(t)
	for _, c := range []struct{ text, want string }{
		{"新收{requests/new/total}件", "新收4件"},
		{"{requests/new/total}{requests/new/person}", "43"},
		{"{{不是数}}", "{不是数}"},
		{"{requests/nowhere/total}件", "{requests/nowhere/total}件"},
		{"没有完的{requests/new/total", "没有完的{requests/new/total"},
		{"括号}", "括号}"},
	} {
		if got := r.Expand(c.text); got != c.want {
			t.Errorf("%q prints %q, want %q", c.text, got, c.want)
		}
	}
	for _, plain := range []string{"", "{", "}}", "{requests/new/total}", "a{{b"} {
		if got := r.Expand(model.Escape(plain)); got != plain {
			t.Errorf("%q escaped prints %q", plain, got)
		}
	}
	r.Apply(model.Change{At: "requests/new/person", New: "无"})
	if got := r.Expand("新收{requests/new/person}件"); got != "新收"+model.Unfilled+"件" {
		t.Errorf("an unreadable number prints %q", got)
	}
}

// Random edits, then undo all, give the original; redo all gives the end state.
func TestUndoGivesBackTheOriginal(t *testing.T) {
	random := rand.New(rand.NewPCG(2026, 1))
	for round := range 50 {
		s := model.NewSession(sample.Example(t))
		start := s.Report().Clone()
		told := 0
		s.Watch(func([]model.Ref) { told++ })
		cells := s.Report().Edition.Cells()
		texts := []model.Ref{
			"preface", "overview/active", "other", "overview/intro", model.RefTitle, model.RefYear, model.RefOffice,
			model.AcceptRef("jump requests/new/person"), model.BeforeRef("requests/note"), model.RefOutline,
		}
		values := []string{"", "0", "3", "－8", "14.73万元", "无", " 5 ", "甲\n乙", "2025", "overview\t总体情况\t\nother\t其他\t一、\n"}
		now := time.Unix(0, 0)
		ref := func() model.Ref {
			if random.IntN(3) == 0 {
				return texts[random.IntN(len(texts))]
			}
			return cells[random.IntN(len(cells))].Ref
		}
		for range 200 {
			now = now.Add(time.Duration(random.IntN(1500)) * time.Millisecond)
			switch random.IntN(8) {
			case 0:
				var changes []model.Change
				for range random.IntN(5) {
					changes = append(changes, model.Change{At: ref(), New: values[random.IntN(len(values))], Drop: random.IntN(4) == 0})
				}
				s.Group("粘贴", now, changes...)
			case 1:
				s.Undo()
			case 2:
				s.Redo()
			default:
				s.Set(ref(), values[random.IntN(len(values))], now)
			}
		}
		end := s.Report().Clone()
		for s.CanUndo() {
			s.Undo()
		}
		if got := s.Report(); !reflect.DeepEqual(got, start) {
			t.Fatalf("round %d: undo left %v", round, model.Differences(got, start))
		}
		for s.CanRedo() {
			s.Redo()
		}
		// Steps that were taken back at the end were made again as well.
		if got := s.Report(); !reflect.DeepEqual(got, end) && len(model.Differences(got, end)) == 0 {
			t.Fatalf("round %d: redo left something that does not print", round)
		}
		if told == 0 {
			t.Fatal("the watcher was never told")
		}
	}
}

func TestTypingWithinASecondIsOneStep(t *testing.T) {
	s := model.NewSession(sample.Example(t))
	now := time.Unix(0, 0)
	for i, typed := range []string{"无", "无。", "无。今"} {
		s.Set("other", typed, now.Add(time.Duration(i)*300*time.Millisecond))
	}
	s.Set("other", "无。今年", now.Add(5*time.Second))
	s.Undo()
	if got := s.Report().Texts["other"]; got != "无。今" {
		t.Errorf("after one undo: %q", got)
	}
	s.Undo()
	if got, want := s.Report().Texts["other"], sample.Example(t).Texts["other"]; got != want {
		t.Errorf("after two: %q", got)
	}
	if s.CanUndo() {
		t.Error("nothing should be left to undo")
	}
	s.Set("requests/new/person", "3", now)
	if s.CanUndo() {
		t.Error("setting what is there is no step")
	}
}

func TestKindOf(t *testing.T) {
	for office, want := range map[string]model.Kind{
		"横河镇人民政府": model.Township, "下達河鄉": model.Township, "齐家镇": model.Township,
		"尧都区水塔街办事处": model.Subdistrict, "城北街道办事处": model.Subdistrict, "城北街道": model.Subdistrict,
		"阳城县人民政府": model.County, "尧都区人民政府": model.County, "临汾市人民政府": model.City,
		"阳城县水利局": model.Department, "市场监督管理局": model.Department, "阳城县人民政府办公室": model.Department,
	} {
		if got := model.KindOf(office); got != want {
			t.Errorf("%s is %s, want %s", office, got, want)
		}
	}
}

func TestNumerals(t *testing.T) {
	for n, want := range map[int]string{1: "一", 9: "九", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九", 100: "100", 0: "0"} {
		if got := model.Numeral(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}

func TestOutlineAsTextComesBack(t *testing.T) {
	hs := []model.Heading{{ID: "overview", Title: "总体情况"}, {ID: "overview/part-1", Title: "收费", Mark: "(三)"}}
	r := sample.Example(t)
	r.Apply(model.Change{At: model.RefOutline, New: model.OutlineText(hs)})
	if !reflect.DeepEqual(r.Outline, hs) {
		t.Errorf("got %v", r.Outline)
	}
	for i := range 3 {
		if !model.OwnText(model.Ref("overview/part-" + strconv.Itoa(i+1))) {
			t.Error("part ids are the report's own")
		}
	}
	if model.OwnText("overview/active") || model.OwnText("overview/part-0") {
		t.Error("the form's ids are not the report's own")
	}
}

func TestAClerkNeverReadsAGoError(t *testing.T) {
	if got := model.Sentence(fmt.Errorf("open: %w", io.ErrUnexpectedEOF)); strings.ContainsAny(got, "abcdefghijklmnopqrstuvwxyz") {
		t.Errorf("says %s", got)
	}
	named := fmt.Errorf("save: %w", &store.Fault{Path: "报告.nianbao", Cause: store.ErrBusy})
	if got := model.Sentence(named); !strings.Contains(got, "报告.nianbao") || strings.Contains(got, "save") {
		t.Errorf("says %s", got)
	}
}
