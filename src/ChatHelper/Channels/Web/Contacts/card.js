// A card as it is kept and written again: with a name, without the stray fields of old phones, without live formulas.
export const findAll = (card, name) => card.properties.filter(property => property.name === name);

const joined = property => property?.parts.map(part => part.join(' ').trim()).filter(Boolean) ?? [];
const chinese = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/// Family and given name as people of that writing put them.
function ofParts(property) {
  if (!property) { return ''; }
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = property.parts.map(part => part.join(' ').trim());
  return chinese.test(family + given) ? [prefix, family, middle, given, suffix].join('') : [prefix, given, middle, family, suffix].filter(Boolean).join(' ');
}

/// What a card is called; empty when it has no name of any kind.
export function nameOf(card) {
  const full = findAll(card, 'FN')[0]?.text.trim();
  return full || ofParts(findAll(card, 'N')[0]) || joined(findAll(card, 'NICKNAME')[0])[0] || joined(findAll(card, 'ORG')[0]).join(' ');
}

export const phonesOf = card => findAll(card, 'TEL').map(property => property.text).filter(text => /\d/.test(text));
export const emailsOf = card => findAll(card, 'EMAIL').map(property => property.text.trim()).filter(Boolean);

/// The same number in one form, however it is written: +86 199-0000-0001, 0086…, 17951….
export function numberKey(text) {
  const shown = text.normalize('NFKC').split(/[,;pw#x]/i)[0];
  const digits = shown.replace(/\D/g, '');
  const home = digits.startsWith('0086') ? digits.slice(4)
    : /^\s*\+\s*\(?86/.test(shown) || /^861\d{10}$/.test(digits) ? digits.slice(2)
    : digits.replace(/^00(?=\d{9})/, '');
  return home.replace(/^(?:17951|17911|17909|12593|12520)(?=1\d{10}$)/, '').replace(/^0(?=\d{9})/, '');
}

export const nameKey = card => nameOf(card).normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{Cf}]+/gu, '');

/// Broken signs in a name: decoded wrongly, here or on a phone before.
export const isGarbled = card => /\ufffd|锟斤拷|[ÃÂåæçèéä][\u0080-\u00bf]/.test(nameOf(card));

/// A card just read, put in order.
export function finished(card) {
  const properties = (card.properties.some(isSound) ? card.properties.flatMap(heard) : card.properties).map(guarded);
  const full = properties.some(property => property.name === 'FN' && property.text.trim() !== '');
  const rest = full ? properties : properties.filter(property => property.name !== 'FN');
  const whole = { line: card.line, properties: rest };
  const name = nameOf(whole) || phonesOf(whole)[0] || emailsOf(whole)[0] || '';
  const bare = (kind, value) => guarded({ group: '', name: kind, types: [], params: [], ...value });
  if (!full && name !== '') { rest.unshift(bare('FN', { text: name })); }
  if (!rest.some(property => property.name === 'N')) { rest.unshift(bare('N', { parts: [[''], [name], [''], [''], ['']] })); }
  return whole;
}

// SOUND;X-IRMC-N is a reading of the name on old phones; many programs stumble over it.
const isSound = property => property.name === 'SOUND' && property.types.includes('X-IRMC-N');
function heard(property) {
  if (!isSound(property)) { return [property]; }
  return (property.raw ?? '').split(';').slice(0, 3)
    .map((text, index) => ({ group: '', name: `X-PHONETIC-${['LAST', 'FIRST', 'MIDDLE'][index]}-NAME`, types: [], params: [], raw: text }))
    .filter(one => one.raw.trim() !== '');
}

const calls = /^\s*(?:[=＝\t]|[+\-@＋－＠].*[(|!（])/;
const spared = new Set(['TEL', 'EMAIL', 'UID', 'REV', 'PRODID', 'BDAY']);
const onlyNumber = /^[+\d\s().-]*$/;
const safe = text => (calls.test(text) && !onlyNumber.test(text) ? `'${text.trimStart()}` : text);

/// Whether a text of the card was put out of work.
export const isGuarded = card => card.properties.some(({ text, parts }) =>
  [text ?? '', ...(parts ?? []).flat()].some(value => value.startsWith("'") && calls.test(value.slice(1))));

// A name like =HYPERLINK(…) would come alive in a table program that the file is brought into.
function guarded(property) {
  if (spared.has(property.name)) { return property; }
  if (property.text !== undefined) {
    property.text = safe(property.text);
  } else if (property.parts?.some(part => part.some(value => calls.test(value)))) {
    property.parts = property.parts.map(part => part.map(safe));
  }
  return property;
}
