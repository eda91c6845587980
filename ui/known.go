package ui

import (
	"nianbao/model"
	"nianbao/model/compare"
	"nianbao/model/store"
)

// known is what has been worked out about the report as it stands. All views ask
// for it, several times a key; check forgets it.
type known struct {
	parts   []model.Part
	places  map[model.Ref]string
	encoded []byte
	compare *compare.Comparison
}

// parts are the report's parts.
func (w *Window) parts() []model.Part {
	if w.known.parts == nil {
		w.known.parts = w.report().Parts()
	}
	return w.known.parts
}

// encoded is the report as it would be saved.
func (w *Window) encoded() []byte {
	if w.known.encoded == nil {
		w.known.encoded = store.Encode(w.report())
	}
	return w.known.encoded
}

// placeOf is the place where an address is to be seen. What belongs to no part
// of the report, such as a section that is missing, is told among the findings.
func (w *Window) placeOf(ref model.Ref) string {
	place, ok := w.known.places[ref]
	if !ok {
		if w.known.places == nil {
			w.known.places = map[model.Ref]string{}
		}
		place = w.findPlace(ref)
		w.known.places[ref] = place
	}
	return place
}

// compared is the report against last year's, nil if that is not at hand. Only a view
// that shows it asks for it.
func (w *Window) compared() *compare.Comparison {
	if w.known.compare == nil && w.lastFits() {
		w.known.compare = compare.Reports(w.report(), w.last.report)
	}
	return w.known.compare
}
