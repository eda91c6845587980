package model

import "errors"

// Sentence is an error as a clerk reads it. Errors that name a file and what to do
// have a Sentence method; any other is a fault of the program, whose own words
// would help nobody.
func Sentence(err error) string {
	var said interface{ Sentence() string }
	if errors.As(err, &said) {
		return said.Sentence()
	}
	return "程序内部出错，没有完成；已有的文件没有动。请把这份报告和所做的操作告诉维护人员。"
}
