// A comma-separated file as rows: [{ line, cells }].
import { limits, Refused } from './limits.js';

/// Rows of a text; a quote that never closes is named by its line.
export function rowsOf(text) {
  const separator = separatorOf(text);
  const [rows, unreadable] = [[], []];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const row = { line, cells: [] };
    for (let more = true; more;) {
      const cell = cellAt(text, at, separator);
      if (cell === null) {
        unreadable.push({ line, why: 'quote' });
        return { rows, unreadable };
      }
      row.cells.push(cell.value.trim());
      line += cell.value.split('\n').length - 1;
      at = cell.end;
      if (row.cells.length > limits.cells) { throw new Refused('too-many'); }
      more = text[at] === separator;
      at++;
    }
    line++;
    if (row.cells.some(Boolean)) { rows.push(row); }
    if (rows.length > limits.cards) { throw new Refused('too-many'); }
  }
  return { rows, unreadable };
}

// A cell and where it ends; line ends are LF here.
function cellAt(text, from, separator) {
  const isQuoted = text[from] === '"';
  if (!isQuoted) {
    let end = from;
    while (end < text.length && text[end] !== separator && text[end] !== '\n') { end++; }
    return { value: text.slice(from, end), end };
  }
  let value = '';
  for (let at = from + 1; ;) {
    const close = text.indexOf('"', at);
    if (close < 0) { return null; }
    value += text.slice(at, close);
    if (text[close + 1] !== '"') {
      const rest = cellAt(text, close + 1, separator);
      return { value: value + rest.value, end: rest.end };
    }
    value += '"';
    at = close + 2;
  }
}

function separatorOf(text) {
  const first = text.slice(0, 5000).split('\n').slice(0, 3).join('\n');
  return [',', ';', '\t'].map(sign => [first.split(sign).length, sign]).reduce((a, b) => (b[0] > a[0] ? b : a))[1];
}
