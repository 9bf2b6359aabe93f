// Reads, compares and writes beside the page, so that the page stays quick. The cards stay here; the page gets numbers and short lists.
import { difference, open, summary } from './book.js';
import { compare } from './compare.js';
import { limits, Refused } from './limits.js';
import { writeCards } from './write.js';
import { locked } from './zip.js';

const books = {};
let compared = null;

const deeds = {
  async open({ slot, file, words }, tell) {
    delete books[slot];
    compared = null;
    if (file.size > limits.bytes) { throw new Refused('too-large'); }
    books[slot] = open(new Uint8Array(await file.arrayBuffer()), words, tell);
    return summary(books[slot]);
  },
  compare() {
    compared = compare(books.before.keys, books.now.keys);
    return difference(compared);
  },
  async write({ slot, name, passphrase, at }) {
    const cards = slot === 'missing' ? compared.missing.map(key => key.card) : books[slot].cards;
    const bytes = writeCards(cards);
    return { blob: passphrase ? await locked(name, bytes, passphrase, at) : new Blob([bytes], { type: 'text/vcard;charset=utf-8' }) };
  },
  close({ slot }) {
    delete books[slot];
    compared = null;
  },
};

onmessage = async ({ data }) => {
  try {
    const result = await deeds[data.do](data, part => postMessage({ id: data.id, part }));
    postMessage({ id: data.id, result });
  } catch (fault) {
    postMessage({ id: data.id, refused: fault instanceof Refused ? fault.why : fault instanceof DOMException ? 'unread' : 'broken' });
  }
};
