// One line of a card: [group.]NAME;PARAM=value;…:value
import { guess } from './charset.js';

const longestHeader = 2000;
const encodings = /^(QUOTED-PRINTABLE|BASE64|B|8BIT|7BIT)$/;

/// The line as parts; null when it is no property.
export function propertyOf(line) {
  const end = colonOf(line);
  if (end < 1) { return null; }
  const [full, ...params] = cut(line.slice(0, end), ';');
  const dot = full.lastIndexOf('.');
  const own = full.slice(dot + 1).trim();
  const name = /^x-/i.test(own) ? own : own.toUpperCase(); // X-ABLabel is looked for just so
  const group = full.slice(0, Math.max(dot, 0)).trim();
  if (!/^[A-Za-z0-9_-]{1,60}$/.test(name) || !/^[A-Za-z0-9_.-]{0,60}$/.test(group)) { return null; }
  const property = { group, name, types: [], params: [], encoding: '', charset: '', value: line.slice(end + 1) };
  for (const param of params) { take(property, param.trim()); }
  return property;
}

// Android puts a label of one's own into 2.1 like so.
const ownLabel = /^X-CUSTOM\((?:CHARSET=([\w-]+),)?(?:ENCODING=QUOTED-PRINTABLE,)?(.*)\)$/i;

function take(property, param) {
  const label = ownLabel.exec(param);
  if (label) {
    addType(property, `X-${plain(unquoted(label[2], label[1])).replace(/[",;:\n]/g, ' ').trim()}`.toUpperCase());
    return;
  }
  const at = param.indexOf('=');
  const key = at < 0 ? '' : param.slice(0, at).trim().toUpperCase();
  const values = cut(at < 0 ? param : param.slice(at + 1), ',').map(value => plain(value.replaceAll('"', '')).trim()).filter(Boolean);
  const first = (values[0] ?? '').toUpperCase();
  if (key === 'ENCODING' || (key === '' && encodings.test(first))) {
    property.encoding = first;
  } else if (key === 'CHARSET') {
    property.charset = first;
  } else if (key === 'TYPE' || key === '') {
    for (const type of values.flatMap(value => value.split(','))) { addType(property, type.trim().toUpperCase()); }
  } else if (key === 'PREF') {
    addType(property, 'PREF');
  } else if (/^[A-Z0-9-]{1,60}$/.test(key)) {
    property.params.push([key, values]);
  }
}

function addType(property, type) {
  if (type && !property.types.includes(type)) { property.types.push(type); }
}

function colonOf(line) {
  let quoted = false;
  const most = Math.min(line.length, longestHeader);
  for (let at = 0; at < most; at++) {
    const sign = line.charCodeAt(at);
    if (sign === 34) { quoted = !quoted; } else if (sign === 58 && !quoted) { return at; }
  }
  return quoted ? line.slice(0, most).indexOf(':') : -1;
}

function cut(text, separator) {
  if (!text.includes('"')) { return text.split(separator); }
  const parts = [''];
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') { quoted = !quoted; }
    if (sign === separator && !quoted) { parts.push(''); } else { parts[parts.length - 1] += sign; }
  }
  return parts;
}

/// Without controls; line ends of all kinds are one kind.
export const plain = text => (/[\0-\x1f\x7f]/.test(text) ? text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '') : text);

/// Text of a quoted-printable value. Letters that stand in it as they are stay so.
export function unquoted(value, charset) {
  const isAscii = /^[\0-\x7f]*$/.test(value);
  return isAscii ? guess(octets(value), charset) : value.replace(/(?:=[0-9A-F]{2})+/gi, run => guess(octets(run), charset));
}

function octets(value) {
  const bytes = new Uint8Array(value.length);
  let to = 0;
  for (let at = 0; at < value.length; at++) {
    const coded = value[at] === '=' && /^[0-9A-Fa-f]{2}$/.test(value.slice(at + 1, at + 3));
    bytes[to++] = coded ? Number.parseInt(value.slice(at + 1, at + 3), 16) : value.charCodeAt(at);
    at += coded ? 2 : 0;
  }
  return bytes.subarray(0, to);
}
