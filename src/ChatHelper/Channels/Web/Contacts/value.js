// What stands after the colon, by the kind of property, without escapes: the same for 2.1, 3.0 and 4.0.
import { guess } from './charset.js';
import { plain, unquoted } from './property.js';

const structured = new Set(['N', 'ADR', 'ORG']);
const lists = new Set(['NICKNAME', 'CATEGORIES']);
const texts = new Set(['FN', 'TEL', 'EMAIL', 'TITLE', 'ROLE', 'NOTE', 'LABEL', 'MAILER', 'SORT-STRING', 'BDAY', 'UID', 'REV', 'PRODID']);
const base64 = /^(BASE64|B)$/;

export const kindOf = name => (structured.has(name) ? 'parts' : lists.has(name) ? 'list' : texts.has(name) ? 'text' : 'raw');

/// A property as it is kept: { group, name, types, params, parts | text | raw | base64 }.
export function kept(property, version) {
  const { group, name, types, params } = property;
  const own = { group, name, types, params };
  const isRaw = kindOf(name) === 'raw';
  const coded = base64.test(property.encoding);
  const link = isRaw && /^data:([\w/+.-]{0,60});base64,/i.exec(property.value.slice(0, 100));
  if (isRaw && (coded || link)) {
    const value = (link ? property.value.slice(link[0].length) : property.value).replace(/[^A-Za-z0-9+/=]+/g, '');
    if (link) { own.types = [...new Set([...types, link[1].split('/').pop().toUpperCase()])]; }
    return { ...own, params: params.filter(([key]) => key !== 'VALUE' && key !== 'MEDIATYPE'), base64: value };
  }
  const quoted = property.encoding === 'QUOTED-PRINTABLE';
  const value = plain(quoted ? unquoted(property.value, property.charset) : coded ? uncoded(property) : property.value);
  return Object.assign(own, read(own, value, version === '2.1'));
}

// Words in base64: rare, but some phones do so with every name.
function uncoded({ value, charset }) {
  try { return guess(Uint8Array.from(atob(value.replace(/\s+/g, '')), sign => sign.charCodeAt(0)), charset); } catch { return value; }
}

function read(own, value, old) {
  switch (kindOf(own.name)) {
    case 'parts': return { parts: split(value, ';').map(part => (old ? [unescaped(part, true)] : split(part, ',').map(one => unescaped(one)))) };
    case 'list': return { parts: [split(value, ',').map(one => unescaped(one, old))] };
    case 'text': return own.name === 'TEL' ? number(own, value, old) : { text: unescaped(value, old) };
    default: return { raw: value.replaceAll('\n', '\\n').replace(/^(https?)\\:/i, '$1:') };
  }
}

// 4.0 writes a number as an address: TEL;VALUE=uri:tel:+86-…
function number(own, value, old) {
  return { params: own.params.filter(([key]) => key !== 'VALUE'), text: unescaped(value, old).replace(/^(?:\s*tel:)+/i, '').trim() };
}

function split(text, separator) {
  if (!text.includes('\\')) { return text.split(separator); }
  const parts = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') {
      at++;
    } else if (text[at] === separator) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

// 2.1 knows no \n: C:\new is a folder there.
function unescaped(text, old = false) {
  return text.includes('\\') ? text.replace(/\\([\\,;:nN])/g, (all, sign) => (!/n/i.test(sign) ? sign : old ? all : '\n')) : text;
}

/// The text as it stands in a 3.0 card.
export const escaped = text => (/[\\\n,;]/.test(text) ? text.replace(/[\\,;]/g, '\\$&').replaceAll('\n', '\\n') : text);
