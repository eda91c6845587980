// Package ui is the window: the views of an open report, its menu and its files.
//
// Views are built from the report's edition, its parts and its grids, never from
// knowledge of the form, so a new edition needs no view of its own. A view shows
// and puts; every change goes through the report's session, whose one watcher
// (Window.onChange) checks the report and lets each view put what differs.
package ui
