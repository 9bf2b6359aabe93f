// AES-256, one block after the other (FIPS 197). The zip format counts from the little end, which no mode of WebCrypto does:
// there a call for every 16 bytes would be needed, minutes for a phone book with pictures. Used for the stream alone; keys and
// the seal come from WebCrypto, and the tests open what this makes with another implementation.
const sbox = new Uint8Array(256);
const tables = [0, 8, 16, 24].map(() => new Uint32Array(256));
const twice = value => ((value << 1) ^ (value & 0x80 ? 0x11b : 0)) & 0xff;
const turned = (word, by) => ((word >>> by) | (word << (32 - by))) >>> 0;

// The substitution is the inverse in GF(2^8), then a mix of its bits; three is a generator of that field.
for (let p = 1, q = 1, first = true; first || p !== 1; first = false) {
  p = p ^ twice(p);
  q ^= q << 1; q ^= q << 2; q ^= q << 4; q &= 0xff;
  if (q & 0x80) { q ^= 0x09; }
  sbox[p] = q ^ ((q << 1) | (q >> 7)) ^ ((q << 2) | (q >> 6)) ^ ((q << 3) | (q >> 5)) ^ ((q << 4) | (q >> 4)) ^ 0x63;
}
sbox[0] = 0x63;
for (let value = 0; value < 256; value++) {
  const s = sbox[value];
  const word = ((twice(s) << 24) | (s << 16) | (s << 8) | (twice(s) ^ s)) >>> 0;
  tables.forEach((table, index) => { table[value] = index ? turned(word, 8 * index) : word; });
}

const substituted = word => ((sbox[word >>> 24] << 24) | (sbox[(word >>> 16) & 255] << 16) | (sbox[(word >>> 8) & 255] << 8) | sbox[word & 255]) >>> 0;

/// Round keys of a key of 32 bytes.
function expanded(key) {
  const words = new Uint32Array(60);
  const view = new DataView(key.buffer, key.byteOffset, 32);
  for (let i = 0; i < 8; i++) { words[i] = view.getUint32(4 * i); }
  for (let i = 8, round = 1; i < 60; i++) {
    let word = words[i - 1];
    if (i % 8 === 0) {
      word = substituted(turned(word, 24)) ^ (round << 24);
      round = twice(round);
    } else if (i % 8 === 4) {
      word = substituted(word);
    }
    words[i] = words[i - 8] ^ word;
  }
  return words;
}

/// Lays the key stream over the bytes: block 1 is the number 1, little end first.
export function countedOver(key, bytes) {
  const keys = expanded(key);
  const [t0, t1, t2, t3] = tables;
  const out = new Uint8Array(bytes.length);
  const stream = new DataView(new ArrayBuffer(16));
  const counter = new DataView(new ArrayBuffer(16));
  for (let from = 0, block = 1; from < bytes.length; from += 16, block++) {
    counter.setUint32(0, block, true);
    let [a, b, c, d] = [counter.getUint32(0) ^ keys[0], keys[1], keys[2], keys[3]];
    for (let k = 4; k < 56; k += 4) {
      const e = t0[a >>> 24] ^ t1[(b >>> 16) & 255] ^ t2[(c >>> 8) & 255] ^ t3[d & 255] ^ keys[k];
      const f = t0[b >>> 24] ^ t1[(c >>> 16) & 255] ^ t2[(d >>> 8) & 255] ^ t3[a & 255] ^ keys[k + 1];
      const g = t0[c >>> 24] ^ t1[(d >>> 16) & 255] ^ t2[(a >>> 8) & 255] ^ t3[b & 255] ^ keys[k + 2];
      d = t0[d >>> 24] ^ t1[(a >>> 16) & 255] ^ t2[(b >>> 8) & 255] ^ t3[c & 255] ^ keys[k + 3];
      [a, b, c] = [e, f, g];
    }
    const last = (w, x, y, z) => (sbox[w >>> 24] << 24) | (sbox[(x >>> 16) & 255] << 16) | (sbox[(y >>> 8) & 255] << 8) | sbox[z & 255];
    stream.setUint32(0, last(a, b, c, d) ^ keys[56]);
    stream.setUint32(4, last(b, c, d, a) ^ keys[57]);
    stream.setUint32(8, last(c, d, a, b) ^ keys[58]);
    stream.setUint32(12, last(d, a, b, c) ^ keys[59]);
    const most = Math.min(16, bytes.length - from);
    for (let i = 0; i < most; i++) { out[from + i] = bytes[from + i] ^ stream.getUint8(i); }
  }
  return out;
}
