// Package sum has its C in sum.goc.
package sum
