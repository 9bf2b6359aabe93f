// Rows of a table as cards. Which column is what stands in the words of the page: tables come in every language.
import { finished } from './card.js';
import { rowsOf } from './table.js';

const kinds = ['name', 'family', 'given', 'middle', 'phone', 'email', 'org', 'title', 'note', 'address', 'birthday', 'url', 'nickname', 'group', 'label'];
const fields = { title: 'TITLE', note: 'NOTE', birthday: 'BDAY', url: 'URL' };
const several = / ::: /;

/// Cards of a table: { cards, unreadable }.
export function readTable(text, words) {
  const { rows, unreadable } = rowsOf(text.replace(/\r\n?/g, '\n'));
  if (rows.length === 0) { return { cards: [], unreadable, known: unreadable.length > 0 }; }
  const first = rows[0].cells;
  const headed = columnsOf(first, words);
  const isHeaded = headed.some(kind => kind === 'phone' || kind === 'email' || kind === 'name' || kind === 'given');
  const columns = isHeaded ? headed : bareColumns(rows.map(row => row.cells));
  const cards = [];
  for (const row of isHeaded ? rows.slice(1) : rows) {
    if (row.cells.slice(columns.length).some(Boolean)) {
      unreadable.push({ line: row.line, why: 'columns' });
    } else {
      cards.push(cardOf(row, columns, isHeaded ? first : [], words));
    }
  }
  return { cards, unreadable: unreadable.sort((a, b) => a.line - b.line), known: columns.includes('phone') || columns.includes('email') };
}

// 'Phone 1 - Value' of Google and 'Home Phone 2' of Outlook are Phone and Home Phone.
const plainly = text => text.normalize('NFKC').toLowerCase().replace(/ - (value|name|formatted)$/, '').replace(/\s*\d+$/, '').trim();

function columnsOf(cells, words) {
  const known = new Map(kinds.flatMap(kind => (words[`csv.${kind}.words`] ?? '').split('|').map(word => [plainly(word), kind])));
  return cells.map(cell => known.get(plainly(cell)) ?? (/ - (type|label)$/i.test(cell) ? 'label' : cell === '' ? 'blank' : 'other'));
}

// A table without a first row of words: a column of numbers, and the names beside it.
function bareColumns(rows) {
  const some = rows.slice(0, 50);
  const isNumber = some[0].map((_, index) => some.filter(cells => /^[+\d][\d\s()+-]{4,24}$/.test(cells[index] ?? '')).length * 2 > some.length);
  const name = isNumber.indexOf(false);
  return isNumber.map((number, index) => (number ? 'phone' : index === name ? 'name' : 'other'));
}

function cardOf(row, columns, titles, words) {
  const properties = [];
  const put = (name, value, types = []) => properties.push({ group: '', name, types, params: [], ...value });
  const cells = kind => row.cells.map((text, index) => ({ text, title: titles[index] ?? '', index })).filter(cell => columns[cell.index] === kind && cell.text !== '');
  const first = kind => cells(kind)[0]?.text ?? '';
  const [family, given, middle] = ['family', 'given', 'middle'].map(first);
  if (family + given + middle !== '') { put('N', { parts: [[family], [given], [middle], [''], ['']] }); }
  if (first('name') !== '') { put('FN', { text: first('name') }); }
  for (const cell of cells('phone')) {
    const label = columns[cell.index - 1] === 'label' ? row.cells[cell.index - 1] : cell.title;
    for (const text of cell.text.split(several)) { put('TEL', { text: text.trim() }, typesOf(label, words)); }
  }
  for (const cell of cells('email')) {
    for (const text of cell.text.split(several)) { put('EMAIL', { text: text.trim() }); }
  }
  if (first('org') !== '') { put('ORG', { parts: cells('org').map(cell => [cell.text]) }); }
  if (first('nickname') !== '') { put('NICKNAME', { parts: [cells('nickname').map(cell => cell.text)] }); }
  if (first('address') !== '') { put('ADR', { parts: [[''], [''], [cells('address').map(cell => cell.text).join('\n')], [''], [''], [''], ['']] }); }
  const groups = first('group').split(several).map(text => text.replace(/^\* /, '')).filter(Boolean);
  if (groups.length > 0) { put('CATEGORIES', { parts: [groups] }); }
  const rest = cells('other').map(cell => (cell.title ? `${cell.title}: ${cell.text}` : cell.text));
  const notes = [...cells('note').map(cell => cell.text), ...rest].join('\n');
  for (const [kind, name] of Object.entries(fields)) {
    const text = kind === 'note' ? notes : first(kind);
    if (text !== '') { put(name, kind === 'url' ? { raw: text.replaceAll('\n', '\\n') } : { text }); }
  }
  return finished({ line: row.line, properties });
}

function typesOf(label, words) {
  const text = label.toLowerCase();
  const found = ['cell', 'home', 'work'].find(type => (words[`csv.type.${type}.words`] ?? '').split('|').some(word => word && text.includes(word)));
  return found ? [found.toUpperCase()] : [];
}
