// One file in a zip that only the passphrase opens: AES-256 after WinZip's AE-2, which 7-Zip and WinRAR open too.
import { countedOver } from './aes.js';

const rounds = 1000; // the format's own number; what protects is the length of the passphrase
const utf8 = text => new TextEncoder().encode(text);

/// Whether this page may: browsers lend their cryptography to https and to this machine alone.
export const canLock = () => globalThis.crypto?.subtle !== undefined;

/// The bytes of the archive.
export async function locked(name, bytes, passphrase, at) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const secret = await crypto.subtle.importKey('raw', utf8(passphrase), 'PBKDF2', false, ['deriveBits']);
  const derived = new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-1', salt, iterations: rounds }, secret, 8 * 66));
  const [key, sealKey, check] = [derived.subarray(0, 32), derived.subarray(32, 64), derived.subarray(64)];
  const closed = countedOver(key, bytes);
  const seal = await crypto.subtle.importKey('raw', sealKey, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  const mark = new Uint8Array(await crypto.subtle.sign('HMAC', seal, closed)).subarray(0, 10);
  return archive(name, bytes.length, [salt, check, closed, mark], at);
}

function archive(name, size, body, at) {
  const title = utf8(name);
  const kept = body.reduce((sum, part) => sum + part.length, 0);
  const extra = numbers([2, 0x9901], [2, 7], [2, 2], [1, 0x41], [1, 0x45], [1, 3], [2, 0]); // AE-2, AES-256, stored
  const about = [[2, 51], [2, 0x0801], [2, 99], [2, timeOf(at)], [2, dayOf(at)], [4, 0], [4, kept], [4, size], [2, title.length], [2, extra.length]];
  const local = [numbers([4, 0x04034b50], ...about), title, extra];
  const start = local.reduce((sum, part) => sum + part.length, 0) + kept;
  const central = [numbers([4, 0x02014b50], [2, 51], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, 0]), title, extra];
  const length = central.reduce((sum, part) => sum + part.length, 0);
  return new Blob([...local, ...body, ...central, numbers([4, 0x06054b50], [2, 0], [2, 0], [2, 1], [2, 1], [4, length], [4, start], [2, 0])], { type: 'application/zip' });
}

function numbers(...fields) {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [width]) => sum + width, 0)));
  let to = 0;
  for (const [width, value] of fields) {
    if (width === 1) { view.setUint8(to, value); } else if (width === 2) { view.setUint16(to, value, true); } else { view.setUint32(to, value, true); }
    to += width;
  }
  return new Uint8Array(view.buffer);
}

const timeOf = at => (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1);
const dayOf = at => ((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate();
