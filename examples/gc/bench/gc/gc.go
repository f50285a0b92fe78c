// Package gc has C that goc2c has translated.
package gc

//go:generate goc2c --dialect gc gc.goc
