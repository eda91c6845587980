package model_test

import (
	"io/fs"
	"strings"
	"testing"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/sample"
)

// The figures of a year, of every kind of report: filled, half filled, stated only, stated
// otherwise.
func TestFigure(t *testing.T) {
	const total, person, business = "requests/new/total", "requests/new/person", "requests/new/business"
	for name, c := range map[string]struct {
		put  map[model.Ref]string
		cut  []model.Ref
		refs []model.Ref
		want model.Figure
	}{
		"what its parts come to": {put: map[model.Ref]string{person: "3", business: "4"}, refs: []model.Ref{total}, want: model.Figure{Number: model.Int(7)}},
		"a unit in a cell":       {put: map[model.Ref]string{person: "3件"}, refs: []model.Ref{total}, want: model.Figure{Number: model.Int(3)}},
		"several cells":          {put: map[model.Ref]string{person: "3"}, refs: []model.Ref{person, total}, want: model.Figure{Number: model.Int(6)}},
		"zeros":                  {refs: []model.Ref{total}, want: model.Figure{Number: model.Int(0)}},
		"a part is blank":        {put: map[model.Ref]string{person: "3"}, cut: []model.Ref{business}, refs: []model.Ref{total}},
		"one of two is blank":    {cut: []model.Ref{business}, refs: []model.Ref{person, business}},
		"a part is no number":    {put: map[model.Ref]string{business: "无"}, refs: []model.Ref{total}},
		"a part is half a case":  {put: map[model.Ref]string{business: "1.5"}, refs: []model.Ref{total}},
		"stated only":            {put: map[model.Ref]string{total: "9"}, cut: []model.Ref{business}, refs: []model.Ref{total}, want: model.Figure{Number: model.Int(9), Stated: true}},
		"stated as it is":        {put: map[model.Ref]string{person: "9", total: "9"}, refs: []model.Ref{total}, want: model.Figure{Number: model.Int(9)}},
		"stated otherwise":       {put: map[model.Ref]string{person: "3", total: "9"}, refs: []model.Ref{total}, want: model.Figure{Number: model.Int(3), Off: model.Int(9)}},
		"stated as no number":    {put: map[model.Ref]string{total: "无"}, cut: []model.Ref{business}, refs: []model.Ref{total}},
		"no cell of the form":    {refs: []model.Ref{"requests/nothing/total"}},
	} {
		r := sample.Blank("2021", "白杨镇人民政府", 2026)
		for _, cell := range r.Edition.Cells() {
			if !cell.Total() {
				r.Numbers[cell.Ref] = model.Int(0)
			}
		}
		for ref, typed := range c.put {
			r.Numbers[ref] = model.ParseNumber(typed)
		}
		for _, ref := range c.cut {
			delete(r.Numbers, ref)
		}
		got := r.Figure(c.refs...)
		if !got.Number.Equal(c.want.Number) || got.Number.Blank() != c.want.Number.Blank() || got.Stated != c.want.Stated || !got.Off.Equal(c.want.Off) || got.Off.Blank() != c.want.Off.Blank() {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// Wrong data of a trend is told when the edition is read.
func TestTrendsAreLinted(t *testing.T) {
	dir := assets.Editions()
	b, err := fs.ReadFile(dir, "2021.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, want string }{
		{`"as": "bars"`, `"as": "pie"`, `"pie"`},
		{`"id": "results", "title"`, `"id": "requests", "title"`, "trend"},
		{`"id": "handled"`, `"id": "new"`, `"new"`},
		{`"name": "本年办结", "cells": ["requests/total/total"]`, `"name": "本年办结", "cells": []`, `"handled"`},
		{`"cells": ["appeals/review/total"]`, `"cells": ["appeals/nothing/total"]`, "appeals/nothing/total"},
		{`"cells": ["appeals/review/total"]`, `"cells": ["appeals/review/total", "appeals/review/total"]`, "twice"},
		{`"cells": ["disclosure/permits/decisions"]`, `"cells": ["disclosure/fees/amount"]`, "disclosure/fees/amount"},
		{`"trends": [`, `"trends": [{"idd": "x"},`, "idd"},
	} {
		text := string(b)
		if !strings.Contains(text, c.old) {
			t.Fatalf("the edition has no %s", c.old)
		}
		_, err := model.ReadEdition([]byte(strings.Replace(text, c.old, c.new, 1)), dir)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s for %s: %v, want it to say %s", c.new, c.old, err, c.want)
		}
	}
}
