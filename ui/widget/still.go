package widget

// NewStill is a field of paragraphs that can be read, selected and copied, but not
// changed. Tab passes over it.
func NewStill() *Field {
	f := NewProse(1)
	f.Disable()
	return f
}
