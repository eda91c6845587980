package source

import "errors"

// Error is a file that could not be read. Its text is one Chinese sentence
// that names the file and says what to do; the cause is for the log.
type Error struct {
	Name string // base name of the file
	Text string // the sentence after the name
	Err  error  // cause, may be nil
}

func (e *Error) Error() string { return "“" + e.Name + "”" + e.Text }

// Sentence is Error, as whoever shows it to a clerk looks for it.
func (e *Error) Sentence() string { return e.Error() }

func (e *Error) Unwrap() error { return e.Err }

// Sentences said in more than one place.
const (
	broken  = "已损坏或不完整（可能没有下载、复制完），请重新取一份再导入。"
	bomb    = "解开后异常庞大，不像是正常的报告，请核对来源。"
	tooBig  = "太大了，请删去其中的图片或附件，另存后再导入。"
	tooMuch = "内容太多，不像是一份年度报告，请核对后再导入。"
	locked  = "设有密码，请先用 Word 或 WPS 打开，取消密码并另存后再导入。"
	deep    = "内部结构异常，请用 Word 或 WPS 打开，另存为新的 .docx 后再导入。"
	bigGrid = "里面有一张异常大的表格（超过100列或20000行），请只保留年度报告的表格后再导入。"
)

// refuse is an error whose file is not yet named.
func refuse(text string, err error) error { return &Error{Text: text, Err: err} }

// named puts the file's name to an error; what is not yet a sentence becomes one.
func named(name string, err error) error {
	var e *Error
	if !errors.As(err, &e) {
		e = &Error{Text: broken, Err: err}
	}
	return &Error{Name: name, Text: e.Text, Err: e.Err}
}
