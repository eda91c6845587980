// Package trial measures the checks. Its tests put one fault at a time into clean
// reports and count how many are found by the right rule at the right words.
//
// The reports in reports/ and in unseen/ were written apart from the rules, by several
// hands. What was missed in reports/ has been looked at since, so they hold what is found;
// how much is found in reports that no rule has seen is told by unseen/: its false alarms
// have been mended, its misses nobody has read. Who reads a miss there moves its report to
// reports/. Beside each stands what is true of it
// (NAME.truth.json): the statements of its prose that can be checked, with their
// exact words. Numbers, years and names that matter stand in <>; cells are those
// whose sum the statement tells. A statement with parts or a percentage holds its
// numbers in the order whole, parts … or now, before, percentage (share: whole,
// part, percentage), unless "order" says which is which.
package trial
