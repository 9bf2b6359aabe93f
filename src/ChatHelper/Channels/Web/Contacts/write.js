// Cards as a file that phones of all makers take: vCard 3.0, UTF-8, CRLF, folded.
import { fold } from './lines.js';
import { escaped } from './value.js';

const crlf = '\r\n';
const quoted = value => (/[:;,]/.test(value) ? `"${value}"` : value);

function head({ group, name, types, params, base64 }) {
  const all = [
    ...(base64 === undefined ? [] : [['ENCODING', ['b']]]),
    ...(types.length > 0 ? [['TYPE', types]] : []),
    ...params,
  ];
  return `${group ? `${group}.` : ''}${name}${all.map(([key, values]) => `;${key}=${values.map(quoted).join(',')}`).join('')}`;
}

const value = ({ parts, text, raw, base64 }) => base64 ?? raw ?? (text !== undefined ? escaped(text) : parts.map(part => part.map(escaped).join(',')).join(';'));

export const writeCard = card =>
  `BEGIN:VCARD${crlf}VERSION:3.0${crlf}${card.properties.map(property => fold(`${head(property)}:${value(property)}`)).join('')}END:VCARD${crlf}`;

/// The bytes of a card file.
export const writeCards = cards => new TextEncoder().encode(cards.map(writeCard).join(''));
