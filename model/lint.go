package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// lint proves that the data of an edition hangs together.
func (e *Edition) lint() error {
	if e.ID == "" || e.Title == "" || len(e.Sections) == 0 {
		return fmt.Errorf("id, title or sections are missing")
	}
	seen := map[string]bool{}
	once := func(what, id string) error {
		if id == "" || strings.HasPrefix(id, "@") || seen[what+id] {
			return fmt.Errorf("%s id %q is empty, reserved or used twice", what, id)
		}
		seen[what+id] = true
		return nil
	}
	for i := range e.Sections {
		s := &e.Sections[i]
		if err := once("section", s.ID); err != nil {
			return err
		}
		if s.Title == "" {
			return fmt.Errorf("section %s has no title", s.ID)
		}
		for j := range s.Texts {
			if err := once("text", string(s.Texts[j].ID)); err != nil {
				return err
			}
			if s.Texts[j].Name == "" {
				return fmt.Errorf("text %s has no name", s.Texts[j].ID)
			}
		}
		if s.Table == nil {
			continue
		}
		if err := once("table", s.Table.ID); err != nil {
			return err
		}
		if err := e.lintTable(s.Table); err != nil {
			return fmt.Errorf("table %s: %w", s.Table.ID, err)
		}
	}
	for _, t := range e.texts {
		if err := cmp.Or(e.lintPatterns(t), t.Facts.lint()); err != nil {
			return fmt.Errorf("text %s: %w", t.ID, err)
		}
	}
	if err := cmp.Or(e.lintNames(), e.lintClaims(), e.lintTrends()); err != nil {
		return err
	}
	for i := range e.Rules {
		if err := once("rule", e.Rules[i].ID); err != nil {
			return err
		}
		if err := e.lintRule(&e.Rules[i]); err != nil {
			return fmt.Errorf("rule %s: %w", e.Rules[i].ID, err)
		}
	}
	return nil
}

func (e *Edition) lintTable(t *Table) error {
	rows := map[string]bool{}
	for b := range t.Blocks {
		block := &t.Blocks[b]
		if len(block.Rows) == 0 || len(block.Columns) == 0 {
			return fmt.Errorf("block %d has no rows or no columns", b+1)
		}
		if n := block.width(); n > len(t.Widths) {
			return fmt.Errorf("block %d is %d columns wide, the table %d", b+1, n, len(t.Widths))
		}
		columns := map[string]bool{}
		for _, lines := range []struct {
			have map[string]bool
			of   []Line
		}{{rows, block.Rows}, {columns, block.Columns}} {
			for _, l := range lines.of {
				if l.ID == "" || lines.have[l.ID] || strings.Contains(l.ID, "/") {
					return fmt.Errorf("line id %q is empty, used twice or has a slash", l.ID)
				}
				if l.As != "" && l.As != "signed" && l.As != "amount" {
					return fmt.Errorf("line %s: unknown kind of number %q", l.ID, l.As)
				}
				lines.have[l.ID] = true
			}
		}
	}
	for _, c := range e.cells {
		if c.Table != t {
			continue
		}
		for _, part := range append(append([]Ref{}, c.RowSum...), c.ColSum...) {
			if e.byRef[part] == nil {
				return fmt.Errorf("%s totals %s, which is not there", c.Ref, part)
			}
		}
	}
	return t.Grid(nil).Proof()
}

// lintClaims proves that what the prose may say is compared with cells of the form.
func (e *Edition) lintClaims() error {
	for _, k := range e.Claims {
		if (k.Sums == nil) == (k.Rest == nil) || len(k.Said) == 0 || (k.Name == "") != (k.Sums == nil) {
			return fmt.Errorf("claim %s %v: it has either sums and a name, or a rest", k.Of, k.Said)
		}
		for _, refs := range append(slices.Clone(k.Sums), k.Rest) {
			for _, ref := range refs {
				if e.byRef[ref] == nil {
					return fmt.Errorf("claim %s %v: no cell %s", k.Of, k.Said, ref)
				}
			}
		}
	}
	return nil
}

func (e *Edition) lintRule(r *Rule) error {
	if checks[r.Kind].run == nil {
		return fmt.Errorf("unknown kind %q", r.Kind)
	}
	if len(r.Says) != phrases[r.Kind] {
		return fmt.Errorf("it says %d phrases, not %d", len(r.Says), phrases[r.Kind])
	}
	if _, ok := levelNames[r.Level]; !ok {
		return fmt.Errorf("unknown level %q", r.Level)
	}
	for _, ref := range append(append([]Ref{}, r.Cells...), r.Of...) {
		if e.byRef[ref] == nil {
			return fmt.Errorf("no cell %s", ref)
		}
	}
	for _, ref := range append(append([]Ref{}, r.Texts...), r.Except...) {
		if e.texts[ref] == nil {
			return fmt.Errorf("no text %s", ref)
		}
	}
	if r.Section != "" && e.Section(r.Section) == nil {
		return fmt.Errorf("no section %s", r.Section)
	}
	if r.Share < 0 || r.Share > 100 || r.Kind == "unchanged" && (r.Share == 0 || r.Limit == 0) {
		return fmt.Errorf("a share of %d per cent, a limit of %d characters", r.Share, r.Limit)
	}
	if _, ok := r.Due.In(2001); (r.Kind == "due") != ok {
		return fmt.Errorf("%q is no day of every year", r.Due)
	}
	if r.Kind == "untold" && (r.Section == "" || len(e.Section(r.Section).Texts) == 0 || len(r.Words) == 0) {
		return fmt.Errorf("it names no section with a text, or no words")
	}
	if r.Table == "" {
		return nil
	}
	t := e.Table(r.Table)
	if t == nil {
		return fmt.Errorf("no table %s", r.Table)
	}
	rows, columns := t.lines()
	for _, id := range append(append(append([]string{}, r.Left...), r.Right...), r.Row, r.From) {
		if id != "" && !rows[id] {
			return fmt.Errorf("table %s has no row %s", r.Table, id)
		}
	}
	for _, id := range append(append(append([]string{}, r.Last...), r.Plus...), append(r.Minus, r.Column, r.Over)...) {
		if id != "" && !columns[id] {
			return fmt.Errorf("table %s has no column %s", r.Table, id)
		}
	}
	return nil
}

func (t *Table) lines() (rows, columns map[string]bool) {
	rows, columns = map[string]bool{}, map[string]bool{}
	for _, b := range t.Blocks {
		for _, l := range b.Rows {
			rows[l.ID] = true
		}
		for _, l := range b.Columns {
			columns[l.ID] = true
		}
	}
	return rows, columns
}
