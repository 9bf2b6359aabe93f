// What a file is, by its bytes; its name counts for nothing. A picture that carries cards inside is a picture.
import { Refused } from './limits.js';

const signs = [
  ['image', [0xff, 0xd8, 0xff]], ['image', [0x89, 0x50, 0x4e, 0x47]], ['image', [0x47, 0x49, 0x46, 0x38]], ['image', [0x52, 0x49, 0x46, 0x46]],
  ['archive', [0x50, 0x4b, 0x03, 0x04]], ['archive', [0x50, 0x4b, 0x05, 0x06]], ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x52, 0x61, 0x72, 0x21]], ['archive', [0x1f, 0x8b]], ['other', [0x25, 0x50, 0x44, 0x46]], ['other', [0xd0, 0xcf, 0x11, 0xe0]],
];
const begins = (bytes, sign, from = 0) => sign.every((value, index) => bytes[from + index] === value);

/// Throws when the bytes are a kind that holds no contacts.
export function refuseByBytes(bytes) {
  if (bytes.length === 0) { throw new Refused('empty'); }
  const found = signs.find(([, sign]) => begins(bytes, sign));
  if (found) { throw new Refused(found[0]); }
  if (begins(bytes, [0x66, 0x74, 0x79, 0x70], 4)) { throw new Refused('image'); }
}

/// card or table; throws for anything else.
export function kindOf(text) {
  if (/BEGIN[ \t]*:[ \t]*VCARD/i.test(text)) { return 'card'; }
  const start = text.slice(0, 4000);
  if (start.trim() === '') { throw new Refused('empty'); }
  if (/[\0-\x08\x0e-\x1f]/.test(start) || /^\s*[<{[]/.test(start) || !/[,;\t]/.test(start)) { throw new Refused('other'); }
  return 'table';
}
