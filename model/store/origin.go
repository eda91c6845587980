package store

import (
	"encoding/hex"
	"maps"

	"nianbao/model"
)

// Origin is the file that a recovery copy belongs to, and what stood in it when it was last
// read or written. It lies in the copy itself, under a key that other programs pass over.
type Origin struct {
	Path string `json:"path"`
	Sum  string `json:"sum"` // of the content
}

const keyOrigin = "recovery"

// Origin is what a copy of this file's report is to remember.
func (f *File) Origin() *Origin {
	f.mu.Lock()
	defer f.mu.Unlock()
	o := &Origin{Path: f.Path}
	if f.known {
		o.Sum = hex.EncodeToString(f.sum[:])
	}
	return o
}

// Of is the file that a recovery copy belongs to, nil for any other file.
func (f *File) Of() *Origin {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.of
}

// Belong makes the file a recovery copy of another, or of none.
func (f *File) Belong(of *Origin) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.of = of
}

// in adds the origin to a file's further keys.
func (o *Origin) in(more extra) extra {
	if o == nil {
		return more
	}
	all := maps.Clone(more)
	if all == nil {
		all = extra{}
	}
	all[keyOrigin] = marshal(o)
	return all
}

// Base finds the content that a copy's report was made from: the file's as it is now, if it
// is still the same, or a version of it. Nil if it is nowhere.
func (h *History) Base(of *Origin, editions model.Editions) *model.Report {
	for _, path := range append([]string{of.Path}, paths(h.Versions(of.Path))...) {
		if r, f, err := Open(path, editions); err == nil && f.Origin().Sum == of.Sum {
			return r
		}
	}
	return nil
}

func paths(versions []Version) (out []string) {
	for _, v := range versions {
		out = append(out, v.Path)
	}
	return out
}
