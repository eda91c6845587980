package ui

import (
	"slices"

	"nianbao/model"
)

// Places that the middle can show, beside the sections, which go by their ids.
const (
	placeCover   = "@cover"
	placeDraft   = "@draft"
	placeCheck   = "@check"
	placeCompare = "@compare"
	placePreview = "@preview"
	placeExport  = "@export"
)

// build makes the view of a place, nil if the report has none of that name.
func (w *Window) build(place string) view {
	switch place {
	case placeCover:
		return newCover(w)
	case placeDraft:
		return newDraft(w)
	case placeCheck:
		return newReview(w)
	case placeCompare:
		return newContrast(w)
	case placePreview:
		return newPreview(w)
	case placeExport:
		return newExports(w)
	}
	for _, p := range w.parts() {
		if p.ID == place {
			if p.Table != nil {
				return newTable(w, p)
			}
			return newProse(w, p)
		}
	}
	return nil
}

// places lists what can be opened, in the order of the navigation.
func (w *Window) places() []string {
	out := []string{placeCover}
	for _, p := range w.parts() {
		out = append(out, p.ID)
	}
	out = append(out, placeCheck)
	if w.lastFits() {
		out = append(out, placeCompare)
	}
	out = append(out, placePreview, placeExport)
	if len(w.notes) > 0 || len(w.report().Unplaced) > 0 {
		out = append(out, placeDraft)
	}
	return out
}

// placeName is what a place is called.
func (w *Window) placeName(place string) string {
	switch place {
	case placeCover:
		return "封面信息"
	case placeDraft:
		return "读入情况"
	case placeCheck:
		return "核对"
	case placeCompare:
		return "与上年对照"
	case placePreview:
		return "预览"
	case placeExport:
		return "导出"
	}
	for _, p := range w.parts() {
		if p.ID == place {
			return p.Mark + p.Title
		}
	}
	return ""
}

func (w *Window) findPlace(ref model.Ref) string {
	r := w.report()
	switch {
	case ref == model.RefUnplaced:
		return placeDraft
	case ref == model.RefOffice, ref == model.RefKind, ref == model.RefYear, ref == model.RefTitle:
		return placeCover
	case r.Edition.Preface != nil && ref == r.Edition.Preface.ID:
		return placeCover
	}
	table, _, _, cell := ref.Cell()
	for _, p := range w.parts() {
		switch {
		case p.Table != nil && (cell && p.Table.ID == table || string(ref) == p.Table.ID):
			return p.ID
		case string(ref) == p.ID,
			slices.ContainsFunc(p.Texts, func(t model.Passage) bool { return t.ID == ref }):
			return p.ID
		}
	}
	return placeCheck
}

// step opens the place that is n further on.
func (w *Window) step(n int) {
	places := w.places()
	if i := slices.Index(places, w.place) + n; i >= 0 && i < len(places) {
		w.show(places[i])
	}
}
