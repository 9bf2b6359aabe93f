// The same person twice, and one backup against another. Everything goes over keys, so that ten thousand take no longer than they must.
import { emailsOf, nameKey, nameOf, numberKey, phonesOf } from './card.js';

const sorted = values => (values.length > 1 ? [...new Set(values)].sort() : values).filter(Boolean);
const compared = new Set(['ORG', 'TITLE', 'ADR', 'NOTE', 'BDAY', 'URL', 'NICKNAME']);
const wordsOf = ({ name, text, raw, base64, parts }) => `${name}:${(text ?? raw ?? base64 ?? parts.flat().join(';')).trim()}`;

/// What is compared of a card: marks of the exporting program, pictures and the order of things count for nothing.
export function keysOf(card) {
  const name = nameKey(card);
  const numbers = sorted(phonesOf(card).map(numberKey));
  const emails = sorted(emailsOf(card).map(email => email.toLowerCase()));
  const other = card.properties.filter(property => compared.has(property.name)).map(wordsOf).filter(words => !/^[A-Z]+:;*$/.test(words)).sort().join('\n');
  return { card, name, numbers, emails, other, all: `${name}\n${numbers}\n${emails}\n${other}`, reach: [...numbers, ...emails] };
}

/// Groups of cards that are one person: the same name and a shared number or address, or nothing but the same name and the same rest.
export function duplicates(keys) {
  const groups = [];
  for (const namesakes of groupBy(keys, key => [key.name]).values()) {
    const left = new Set(namesakes);
    const byReach = groupBy(namesakes, key => (key.reach.length > 0 ? key.reach : [key.all]));
    for (const first of namesakes) {
      if (!left.delete(first)) { continue; }
      const group = [first];
      for (const one of group) {
        for (const shared of one.reach.length > 0 ? one.reach : [one.all]) {
          for (const other of byReach.get(shared) ?? []) { if (left.delete(other)) { group.push(other); } }
          byReach.delete(shared);
        }
      }
      if (group.length > 1) { groups.push(group); }
    }
  }
  return groups;
}

/// { same, changed: [{ before, now, what }], added, missing } of two lists of keys.
export function compare(before, now) {
  const left = { before: new Set(before), now: new Set(now) };
  const pairs = [];
  const ways = [
    key => [key.all],
    key => key.reach.map(reach => `${key.name}\n${reach}`),
    key => (key.name === '' ? [] : [key.name]),
    key => key.reach,
  ];
  for (const way of ways) {
    const known = groupBy([...left.now].reverse(), way);
    for (const one of left.before) {
      const found = take(known, way(one), left.now);
      if (found) {
        left.before.delete(one);
        left.now.delete(found);
        pairs.push({ before: one, now: found, what: changes(one, found) });
      }
    }
  }
  const missing = without(left.before, now);
  return {
    same: pairs.filter(pair => pair.what.length === 0).length + left.before.size - missing.length,
    changed: pairs.filter(pair => pair.what.length > 0),
    added: without(left.now, before),
    missing,
  };
}

// The first that is still free. Taken ones are thrown away on the way, so that many of one name cost no more than few.
function take(known, values, free) {
  for (const value of values) {
    const group = known.get(value) ?? [];
    while (group.length > 0) {
      const last = group.pop();
      if (free.has(last)) { return last; }
    }
  }
  return null;
}

function changes(before, now) {
  const what = [];
  if (before.name !== now.name) { what.push('name'); }
  if (`${before.numbers}` !== `${now.numbers}`) { what.push('phone'); }
  if (`${before.emails}` !== `${now.emails}`) { what.push('email'); }
  if (before.other !== now.other) { what.push('other'); }
  return what;
}

// A second copy of somebody who is still there, under the same name and with no other number, is neither missing nor new.
function without(left, others) {
  const ways = key => (key.reach.length > 0 ? key.reach.map(reach => `${key.name}\n${reach}`) : [key.all]);
  const known = groupBy(others, ways);
  const fewest = one => ways(one).map(value => known.get(value) ?? []).reduce((a, b) => (a.length <= b.length ? a : b));
  return [...left].filter(one => !fewest(one).some(other => one.reach.every(reach => other.reach.includes(reach))));
}

function groupBy(keys, of) {
  const groups = new Map();
  for (const key of keys) {
    for (const value of new Set(of(key))) {
      const group = groups.get(value);
      if (group) { group.push(key); } else { groups.set(value, [key]); }
    }
  }
  return groups;
}

export const titleOf = key => ({ name: nameOf(key.card), phones: phonesOf(key.card).slice(0, 3), line: key.card.line });
