// Package model is the vocabulary of the 政府信息公开工作年度报告: the official
// form as data (Edition), addresses into it (Ref), the numbers that clerks type
// (Number), a report's values (Report), changes to them (Edit, Session) and what
// is wrong with them (Finding).
//
// It knows no files, no clock and no goroutines, and it contains no edition of
// the form: those are data in package assets, read through ReadEdition.
package model
