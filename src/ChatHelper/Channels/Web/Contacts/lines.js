// Lines of a card file. Folds are taken out of the bytes, before decoding: some phones fold in the middle of a character.
import { limits, Refused } from './limits.js';

const [cr, lf, space, tab, equals] = [13, 10, 32, 9, 61];

/// The bytes with LF between unfolded lines, and the number that each of them begins at in the file.
export function unfold(bytes) {
  const out = new Uint8Array(bytes.length);
  const numbers = [1];
  let [to, number] = [0, 1];
  for (let at = 0; at < bytes.length; at++) {
    const value = bytes[at];
    if (value !== cr && value !== lf) {
      out[to++] = value;
      continue;
    }
    if (value === cr && bytes[at + 1] === lf) { at++; }
    number++;
    const next = bytes[at + 1];
    // After '=' it may be the soft break of quoted-printable, where the blank belongs to the words: read.js decides.
    if ((next === space || next === tab) && out[to - 1] !== equals) {
      at++;
      continue;
    }
    out[to++] = lf;
    numbers.push(number);
    if (numbers.length > limits.lines) { throw new Refused('too-many'); }
  }
  return { bytes: out.subarray(0, to), numbers };
}

const room = 75; // bytes a line, RFC 2426
const ascii = /^[\x20-\x7e]*$/;

/// One written line, folded; never after '=', which some readers take for a soft break.
export function fold(line) {
  if (line.length <= room && ascii.test(line)) { return `${line}\r\n`; }
  const parts = [];
  let [from, held, at] = [0, 0, 0];
  while (at < line.length) {
    const code = line.codePointAt(at);
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (held + size > room && line.charCodeAt(at - 1) !== equals) {
      parts.push(line.slice(from, at));
      [from, held] = [at, 1];
    }
    held += size;
    at += size === 4 ? 2 : 1;
  }
  parts.push(line.slice(from));
  return `${parts.join('\r\n ')}\r\n`;
}
