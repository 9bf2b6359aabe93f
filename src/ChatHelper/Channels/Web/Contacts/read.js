// A card file as cards. What cannot be read is named by its line and left out; the person's file stays as it is.
import { decode } from './charset.js';
import { unfold } from './lines.js';
import { finished } from './card.js';
import { limits, Refused } from './limits.js';
import { propertyOf } from './property.js';
import { kept } from './value.js';

const begin = /^\s*BEGIN[ \t]*:[ \t]*VCARD\s*$/i;
const end = /^\s*END[ \t]*:[ \t]*VCARD\s*$/i;
const grown = /(?<=END[ \t]*:[ \t]*VCARD|[A-Za-z0-9+/=])BEGIN:VCARD\s*$/i; // files put together without a line end between them
const longestMark = 100;
const often = 5000;

/// Cards of UTF-8 or GB18030 bytes: { cards, unreadable: [{ line, why }], charset }.
export function readCards(bytes, tell = () => {}) {
  const lines = unfold(bytes);
  const { text, charset } = decode(lines.bytes);
  const reading = new Reading();
  let from = 0;
  for (let index = 0; from <= text.length; index++) {
    const stop = text.indexOf('\n', from);
    reading.line(text.slice(from, stop < 0 ? text.length : stop), lines.numbers[index]);
    if (stop < 0) { break; }
    from = stop + 1;
    if (index % often === 0) { tell(from / text.length); }
  }
  reading.finish();
  return { cards: reading.cards, unreadable: reading.unreadable.sort((a, b) => a.line - b.line), charset };
}

class Reading {
  cards = [];
  unreadable = [];
  #open = []; // cards that have begun, the innermost last
  #last = null; // the property a next line may go on with
  #outside = false;
  #deeper = 0;

  line(text, number) {
    const short = text.length < longestMark;
    const joint = short && text.length > 12 && /VCARD\s*$/i.test(text) ? text.search(grown) : -1;
    if (joint > 0) {
      this.line(text.slice(0, joint), number);
      this.line(text.slice(joint), number);
      return;
    }
    if (short && begin.test(text)) {
      this.#begin(number);
    } else if (short && end.test(text)) {
      this.#end(number);
    } else if (this.#open.length === 0) {
      this.#stray(text, number);
    } else if (this.#deeper === 0) {
      this.#property(text);
    }
  }

  finish() {
    while (this.#open.length > 0) { this.#fail(this.#open.pop(), 'cut'); }
  }

  #begin(number) {
    this.#outside = false;
    this.#flush();
    const outer = this.#open.at(-1);
    if (this.#deeper > 0 || this.#open.length >= limits.depth) {
      this.#deeper++;
      this.#open[0].why = 'nested';
      return;
    }
    if (outer && !/^AGENT$/.test(outer.lastName)) {
      this.#fail(this.#open.pop(), 'cut');
    }
    if (this.cards.length + this.unreadable.length >= limits.cards) { throw new Refused('too-many'); }
    this.#open.push({ line: number, version: '2.1', properties: [], lastName: '', why: null });
  }

  #end(number) {
    this.#flush();
    if (this.#deeper > 0) {
      this.#deeper--;
      return;
    }
    const card = this.#open.pop();
    if (!card) {
      this.#unreadable(number, 'end');
    } else if (card.why) {
      this.#fail(card, card.why);
    } else {
      this.cards.push(finished(card));
    }
  }

  #stray(text, number) {
    if (text.trim() !== '' && !this.#outside) { this.#unreadable(number, 'outside'); }
    this.#outside ||= text.trim() !== '';
  }

  #property(text) {
    if (this.#goesOn(text)) { return; }
    const property = propertyOf(text);
    if (/^(BEGIN|END)$/.test(property?.name)) {
      this.#open.at(-1).why ??= 'line'; // not of a card that we know
    } else if (property) {
      this.#flush();
      this.#last = property;
      this.#open.at(-1).lastName = property.name;
    } else if (text.trim() !== '') {
      this.#append(text);
    }
  }

  // A soft break, or base64 that goes on without a blank at the front.
  #goesOn(text) {
    const last = this.#last;
    if (!last) { return false; }
    const soft = last.encoding === 'QUOTED-PRINTABLE' && last.value.endsWith('=') && !last.whole;
    if (soft) {
      last.value = last.value.slice(0, -1) + text.replace(/^[ \t]+(?==)/, '');
      last.whole = text === '';
    } else if (/^[ \t]/.test(text)) {
      last.value += text.slice(1);
    } else if (/^(BASE64|B)$/.test(last.encoding) && /^[A-Za-z0-9+/=]{1,200}$/.test(text)) {
      last.value += text;
    } else {
      return false;
    }
    return true;
  }

  // No property and no fold: a line end stood in the middle of somebody's words.
  #append(text) {
    if (this.#last) {
      this.#last.value += this.#last.encoding === 'QUOTED-PRINTABLE' ? `=0A${text}` : `\n${text}`;
    } else {
      this.#open.at(-1).why ??= 'line';
    }
  }

  #flush() {
    const card = this.#open.at(-1);
    const property = this.#last;
    this.#last = null;
    if (!card || !property) { return; }
    if (property.name === 'VERSION') {
      card.version = property.value.trim().slice(0, 3);
    } else if (property.name !== 'AGENT' || property.value.trim() !== '') {
      card.properties.push(kept(property, card.version));
    }
    if (card.properties.length > limits.properties) { card.why = 'long'; card.properties.length = limits.properties; }
  }

  #fail(card, why) {
    this.#flush();
    this.#unreadable(card.line, why);
  }

  #unreadable(line, why) {
    if (this.unreadable.length >= limits.cards) { throw new Refused('too-many'); }
    this.unreadable.push({ line, why });
  }
}
