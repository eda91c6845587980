// Package spare gives back to the system what the window holds and has no use for any more:
// what its start has left, and what painting leaves where no graphics card paints.
package spare
