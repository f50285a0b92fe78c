package libdeflate

import (
	"encoding/binary"
	"os"
)

func init() {
	auxv, _ := os.ReadFile("/proc/self/auxv")
	for ; len(auxv) >= 16; auxv = auxv[16:] {
		if binary.LittleEndian.Uint64(auxv) == 16 {
			features(binary.LittleEndian.Uint64(auxv[8:]))
		}
	}
}
