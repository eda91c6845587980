package district

// State is what became of a file that came in, or of a body that must report.
type State string

// The states, and what they are called.
const (
	Received   State = "received"   // counted
	Faulty     State = "faulty"     // has errors, and is counted only if that is wanted
	Missing    State = "missing"    // of a body: nothing came in that could be its report
	Doubled    State = "doubled"    // another report of the same body differs
	Repeated   State = "repeated"   // the same report has come in already
	OtherYear  State = "other-year" // not of the year that is summed
	Past       State = "past"       // of another year whose reports lie here, too: nothing is wrong with it
	OtherForm  State = "other-form" // not in the form of the year
	Stranger   State = "stranger"   // of a body that is not on the roll
	Unreadable State = "unreadable" // no report could be read from it
)

// States lists the states with their names, those first that are furthest from a report that counts.
var States = []struct {
	State State
	Name  string
}{
	{Past, "其他年度的"},
	{Missing, "未报"},
	{Unreadable, "读不出来"},
	{OtherYear, "年度不对"},
	{OtherForm, "格式不对"},
	{Doubled, "重复报送，内容不同"},
	{Stranger, "不在名单里"},
	{Faulty, "有错误"},
	{Repeated, "同一份重复报送"},
	{Received, "已收到"},
}

// Name is the state in Chinese.
func (s State) Name() string {
	for _, known := range States {
		if known.State == s {
			return known.Name
		}
	}
	return ""
}

// Returned says that the body is to be told: something must be corrected or sent again.
func (s State) Returned() bool {
	switch s {
	case Faulty, Doubled, OtherYear, OtherForm, Unreadable:
		return true
	}
	return false
}
