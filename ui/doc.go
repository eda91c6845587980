// Package ui is the window: the views of an open report, its menu and its files.
//
// Views are built from the report's edition, its parts and its grids, never from
// knowledge of the form, so a new edition needs no view of its own.
//
// # Which way things go
//
// A view shows and puts. What a clerk types goes to Window.set, all else that
// changes the report to Window.change; both lead to the report's session, whose one
// watcher (Window.onChange) checks the report, arms the autosave and lets the view
// that is open put what differs. Findings wait for a pause in the typing
// (Window.settle), so that nothing shouts at the first digit. What is worked out
// about the report as it stands is known until it changes; a report with another
// outline gets its views anew.
//
// Only Window.aside leaves the goroutine that paints, and only a delay comes back to
// it by itself: see there.
//
// # Where things are
//
//   - the window: run, appear (or why it cannot), window, places (what can be opened), menu, keys, nav, panel,
//     status, help, search, bookmark, theme, labels, words (the toolkit's, in Chinese),
//     instance (files from other starts of the program), crashes
//   - a report begins and ends: start, create, files (open, save, settled), recent,
//     dialogs (for files), autosave, copies, running, draft (how a report came in)
//   - nothing is lost: recovery (what was not written last time), mend (a damaged file),
//     outside and notice (what other programs do to the file), presence (who else has it
//     open), history (earlier versions), weigh and weighed (two reports value by value)
//   - views: cover, prose, table, preview, exports, and the panel as 核对
//   - in a passage of prose: passage, insert (numbers and sentences), facts, notes
//     (findings under it), beside and reread (last year's text); its headings: outline,
//     parts
//   - in a table: line (under it), balance, subtotal, optional (rows), zero, paste
//   - findings: items (as they are listed), state (of a place), faults (before a
//     report goes out), accept
//   - a report goes out: exports, outgoing, hands; on paper: print, printing (on which printer),
//     errand (what becomes of it)
//   - last year: last, contrast (what differs from it)
//   - a district's office: collecting (its page, shown while no report is open) with
//     collectinghead, received (the bodies), added (a table of the sum), collectingside
//     (what is opened) and collectingout (what is written)
//   - what all use: box (ask, say), prompt (a title), choices (one of many), aside,
//     delay, known
package ui
