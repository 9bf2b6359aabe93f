// Bytes to text. Nothing in a file says reliably which characters it has, so the bytes decide.
const lf = 10;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const loose = new TextDecoder('utf-8', { ignoreBOM: true });
const chinese = new TextDecoder('gb18030');
const strictChinese = new TextDecoder('gb18030', { fatal: true });

const attempt = (decoder, bytes) => {
  try { return decoder.decode(bytes); } catch { return null; }
};

/// The decoder of a named charset; null when the browser knows none by that name.
export function decoderOf(name) {
  try { return name ? new TextDecoder(name, { fatal: true }) : null; } catch { return null; }
}

/// The same words as UTF-8, without a mark at the front.
export function asUtf8(bytes) {
  const wide = wideOf(bytes);
  if (wide) { return { bytes: new TextEncoder().encode(new TextDecoder(wide).decode(bytes)), charset: wide }; }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { bytes: marked ? bytes.subarray(3) : bytes, charset: null };
}

function wideOf(bytes) {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) { return 'utf-16le'; }
  if (a === 0xfe && b === 0xff) { return 'utf-16be'; }
  if (bytes.length < 4) { return null; }
  return a && !b && c && !d ? 'utf-16le' : !a && b && !c && d ? 'utf-16be' : null;
}

/// Text of bytes whose lines end in LF. One line may be of another charset than its neighbours: phones copy cards together.
export function decode(bytes) {
  const whole = attempt(strict, bytes);
  if (whole !== null) { return { text: whole, charset: 'utf-8' }; }
  const lines = [...linesOf(bytes)].map(line => ({ line, plain: line.every(value => value < 0x80), text: attempt(strict, line) }));
  const wrong = lines.filter(one => one.text === null).length;
  const mostly = wrong > lines.filter(one => !one.plain && one.text !== null).length;
  const text = lines.map(one => one.plain || (one.text !== null && !mostly) ? one.text : otherwise(one.line, mostly)).join('\n');
  return { text, charset: mostly ? 'gb18030' : 'utf-8' };
}

/// Text of a few bytes: the named charset when they fit it, else what they look like.
export function guess(bytes, named) {
  const told = decoderOf(named);
  return (told ? attempt(told, bytes) : null) ?? attempt(strict, bytes) ?? otherwise(bytes, true);
}

// A file that was cut off in the middle of a character ends in one broken sign; that is no other charset.
function otherwise(line, mostly) {
  const named = /;CHARSET="?([\w-]{1,40})/i.exec(String.fromCharCode(...line.subarray(0, 200)))?.[1];
  const told = named && !/^utf-?8$/i.test(named) ? decoderOf(named) : null;
  const said = told ? attempt(told, line) : null;
  if (said !== null) { return said; }
  const marred = loose.decode(line);
  return !mostly && marred.split('\ufffd').length <= 2 ? marred : attempt(strictChinese, line) ?? (mostly ? chinese.decode(line) : marred);
}

function* linesOf(bytes) {
  for (let from = 0; from <= bytes.length;) {
    const end = bytes.indexOf(lf, from);
    yield bytes.subarray(from, end < 0 ? bytes.length : end);
    if (end < 0) { return; }
    from = end + 1;
  }
}
