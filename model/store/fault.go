package store

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"
)

// Fault is what went wrong with a file. Error is a Chinese sentence for a clerk
// that names the file and what to do; Unwrap gives the cause.
type Fault struct {
	Path  string
	Cause error
}

// What Save refuses to do.
var (
	ErrChanged = errors.New("changed outside")
	ErrExists  = errors.New("exists")
	ErrGone    = errors.New("gone")
)

// ErrSilent is a drive that does not answer.
var ErrSilent = errors.New("no answer")

var (
	errFolder  = errors.New("is a folder")
	errNoFile  = errors.New("not a regular file")
	errHuge    = errors.New("too large")
	errEmpty   = errors.New("empty")
	errContent = errors.New("content cannot be made")

	errReadBack = errors.New("read back differs")
	errTorn     = errors.New("written over and not whole")
	errUnkept   = errors.New("what is there cannot be kept")
)

// unreadable is content that is no report; the text completes a sentence.
type unreadable struct{ what, cure string }

func (u unreadable) Error() string { return u.what }

func fault(path string, err error) error {
	var f *Fault
	if errors.As(err, &f) {
		return err
	}
	return &Fault{Path: path, Cause: err}
}

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.Cause }

// Sentence is Error, as model.Sentence finds it.
func (f *Fault) Sentence() string { return f.Error() }

func (f *Fault) Error() string {
	what, cure := explain(f.Cause)
	return fmt.Sprintf("“%s”%s。%s。", filepath.Base(f.Path), what, cure)
}

func explain(err error) (what, cure string) {
	var u unreadable
	switch {
	case errors.As(err, &u):
		return u.what, u.cure
	case errors.Is(err, ErrChanged):
		return "在打开以后被别的程序改过，没有保存", "请另存为一个新文件，再与原文件比较"
	case errors.Is(err, ErrGone):
		return "不在原来的地方了：被移走、改名、删除，或者所在的盘拔掉了", "请放回原处，或者另存为一个新文件"
	case errors.Is(err, ErrSilent):
		return "所在的磁盘没有回应，还没有写进去", "请检查网络和磁盘"
	case errors.Is(err, errUnkept):
		return "里别人写的内容存不进历史版本，没有覆盖", "请清理磁盘空间再试，或者另存为一个新文件"
	case errors.Is(err, ErrBusy):
		return "正在被别的程序保存，没有写入", "请过一会儿再保存一次"
	case errors.Is(err, ErrExists):
		return "已经存在，没有覆盖", "请换一个文件名，或者先把原文件移走"
	case errors.Is(err, errContent):
		return "没有写成：程序在生成内容时出错", "原来的文件没有动；请把这份报告发给维护人员"
	case errors.Is(err, errTorn):
		return "没有写完，原来的内容也没能放回去，文件现在不完整", "写的内容还在窗口里，请另存为一个新文件"
	case errors.Is(err, errReadBack):
		return "没有写成：写到磁盘上再读出来，内容不一样", "磁盘可能有毛病，请换一个位置保存；原来的文件没有动"
	case errors.Is(err, errFolder), errors.Is(err, syscall.EISDIR):
		return "是一个文件夹，不是文件", "请选择文件夹里的文件"
	case errors.Is(err, errNoFile):
		return "不是普通文件", "请换一个文件，或者换一个位置"
	case errors.Is(err, errHuge):
		return "太大，不像是一份年报", "请确认选对了文件"
	case errors.Is(err, errEmpty):
		return "是空文件，没有内容", "请确认选对了文件，或者从备份中找回"
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return "没有写成：磁盘已满", "请清理磁盘空间，或者换一个位置再保存；原来的文件没有动"
	case errors.Is(err, syscall.EROFS):
		return "没有写成：所在的磁盘或文件夹是只读的", "请换一个位置再保存"
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "的文件名太长", "请换一个短一些的名字"
	case errors.Is(err, fs.ErrPermission):
		return "没有读写权限", "请换一个位置，或者请管理员开放权限"
	case errors.Is(err, syscall.ENOTDIR):
		return "的路径不对，中间有一段不是文件夹", "请检查路径"
	case errors.Is(err, fs.ErrNotExist):
		return "找不到，或者所在的文件夹不存在", "请检查名称和位置"
	}
	return "读写时出错", "请换一个位置再试；如果一再出错，请检查磁盘"
}
