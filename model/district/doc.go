// Package district is the work of the office to which the bodies of a district report: who
// must report, what has come in, what is wrong with it, and what the tables add up to.
//
// A report that has come in is a Return; its numbers are kept packed, so that those of a
// whole nation's townships stand in memory at once and every sum can be opened to its
// parts. A District matches returns with the Roll of those who must report and decides
// which count. Nothing here reads files: package collect does.
package district
