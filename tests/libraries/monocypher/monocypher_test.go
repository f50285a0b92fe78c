package monocypher

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha512"
	"encoding/hex"
	"math/rand"
	"testing"
)

func fill(n int, seed int64) []byte {
	p := make([]byte, n)
	rand.New(rand.NewSource(seed)).Read(p)
	return p
}

// RFC 7693, appendix A.
func TestBLAKE2b(t *testing.T) {
	const want = "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1" +
		"7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"
	var hash [64]byte
	BLAKE2b(hash[:], []byte("abc"))
	if got := hex.EncodeToString(hash[:]); got != want {
		t.Error(got)
	}
	var a, b [32]byte
	key := fill(32, 1)
	BLAKE2bKeyed(a[:], key, nil)
	BLAKE2bKeyed(b[:], key, []byte{0})
	if a == b || a == [32]byte{} {
		t.Error("keyed hashes")
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("no panic for a hash of 65 bytes")
			}
		}()
		BLAKE2b(make([]byte, 65), nil)
	}()
}

func TestSHA512(t *testing.T) {
	for n := 0; n < 1000; n++ {
		p := fill(n, int64(n))
		var got [64]byte
		SHA512(&got, p)
		if want := sha512.Sum512(p); got != want {
			t.Fatalf("%d bytes: %x, want %x", n, got, want)
		}
	}
}

func TestEd25519(t *testing.T) {
	for n := 0; n < 20; n++ {
		var seed, public [32]byte
		var secret, sig [64]byte
		copy(seed[:], fill(32, int64(n)))
		key := ed25519.NewKeyFromSeed(seed[:])
		KeyPair(&secret, &public, &seed)
		if !bytes.Equal(secret[:], key) || !bytes.Equal(public[:], key[32:]) {
			t.Fatal("keys differ")
		}
		msg := fill(n*13, int64(n))
		Sign(&sig, &secret, msg)
		if !bytes.Equal(sig[:], ed25519.Sign(key, msg)) {
			t.Fatal("signatures differ")
		}
		if !Check(&sig, &public, msg) {
			t.Fatal("its own signature is refused")
		}
		sig[n] ^= 1
		if Check(&sig, &public, msg) {
			t.Fatal("a wrong signature is taken")
		}
	}
}

// RFC 7748, 6.1.
func TestX25519(t *testing.T) {
	un := func(s string) *[32]byte {
		p, err := hex.DecodeString(s)
		if err != nil || len(p) != 32 {
			t.Fatal(s)
		}
		var a [32]byte
		copy(a[:], p)
		return &a
	}
	alice := un("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20")
	bob := un("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb")
	var pa, pb, sa, sb [32]byte
	X25519(&pa, alice, &[32]byte{9})
	X25519(&pb, bob, &[32]byte{9})
	if pb != *un("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f") {
		t.Errorf("%x", pb)
	}
	X25519(&sa, alice, &pb)
	X25519(&sb, bob, &pa)
	if sa != sb || sa == [32]byte{} {
		t.Error("shared secrets differ")
	}
}

func TestLock(t *testing.T) {
	var mac [16]byte
	key, nonce := [32]byte{1, 2}, [24]byte{3}
	for _, n := range []int{0, 1, 63, 64, 65, 1000} {
		text := fill(n, 5)
		cipher, back := make([]byte, n), make([]byte, n)
		Lock(cipher, &mac, &key, &nonce, []byte("ad"), text)
		if !Unlock(back, &mac, &key, &nonce, []byte("ad"), cipher) || !bytes.Equal(back, text) {
			t.Fatal(n)
		}
		mac[0] ^= 1
		if Unlock(back, &mac, &key, &nonce, []byte("ad"), cipher) {
			t.Fatal(n)
		}
	}
}

func TestArgon2id(t *testing.T) {
	work := make([]byte, 64<<10)
	a, b := make([]byte, 32), make([]byte, 32)
	Argon2id(a, work, []byte("password"), []byte("saltsaltsaltsalt"), 64, 3)
	Argon2id(b, work, []byte("password"), []byte("saltsaltsaltsalu"), 64, 3)
	if bytes.Equal(a, b) || bytes.Equal(a, make([]byte, 32)) {
		t.Error(a, b)
	}
}
