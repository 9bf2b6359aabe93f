// One opened file: its cards, and what is to be said of them.
import { asUtf8, decode } from './charset.js';
import { isGarbled, isGuarded, phonesOf } from './card.js';
import { readTable } from './columns.js';
import { duplicates, keysOf, titleOf } from './compare.js';
import { kindOf, refuseByBytes } from './kind.js';
import { limits, Refused } from './limits.js';
import { readCards } from './read.js';
import { writeCards } from './write.js';

const looked = 256 * 1024; // bytes in which the first card begins, if there is one

/// Reads bytes; throws Refused with the reason when they hold no contacts.
export function open(bytes, words, tell) {
  refuseByBytes(bytes);
  const { bytes: utf8, charset: wide } = asUtf8(bytes);
  const isTable = kindOf(decode(utf8.subarray(0, looked)).text) === 'table';
  const read = isTable ? tableOf(utf8, words) : readCards(utf8, tell);
  if (isTable && !read.known) { throw new Refused('other'); }
  if (read.cards.length + read.unreadable.length === 0) { throw new Refused('none'); }
  return { cards: read.cards, unreadable: read.unreadable, keys: read.cards.map(keysOf), charset: wide ?? read.charset, isTable };
}

function tableOf(bytes, words) {
  const { text, charset } = decode(bytes);
  return { ...readTable(text, words), charset };
}

const list = titles => ({ count: titles.length, shown: titles.slice(0, limits.shown), isCut: titles.length > limits.shown });

/// What the page shows of a book. Long lists are cut; the numbers are whole.
export function summary(book) {
  const doubled = duplicates(book.keys);
  return {
    total: book.cards.length,
    charset: book.charset,
    isTable: book.isTable,
    guarded: book.cards.filter(isGuarded).length,
    withoutPhone: list(book.keys.filter(key => phonesOf(key.card).length === 0).map(titleOf)),
    duplicates: { ...list(doubled.map(group => group.map(titleOf))), count: doubled.reduce((sum, group) => sum + group.length - 1, 0) },
    unreadable: list(book.unreadable),
    garbled: list(book.keys.filter(key => isGarbled(key.card)).map(titleOf)),
    proof: list(proof(book.cards).map(card => titleOf({ card }))),
  };
}

/// Cards that do not come back as they are when they are written and read again: there must be none.
export function proof(cards) {
  const again = readCards(writeCards(cards)).cards;
  const same = (a, b) => b !== undefined && JSON.stringify(a.properties) === JSON.stringify(b.properties);
  return cards.filter((card, index) => !same(card, again[index]));
}

/// What the page shows of a comparison.
export function difference({ same, changed, added, missing }) {
  return {
    same,
    added: list(added.map(titleOf)),
    missing: list(missing.map(titleOf)),
    changed: list(changed.map(({ before, now, what }) => ({ before: titleOf(before), now: titleOf(now), what }))),
  };
}
