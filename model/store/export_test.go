package store

// For the tests, which stand outside the package.
var (
	DecodeWhole = decode
	EncodeWhole = encode
	FaultOf     = fault
	Beside      = beside
)
