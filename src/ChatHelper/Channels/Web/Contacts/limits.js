// How much is read. Beyond it a file is refused with a word, not half read.
export const limits = {
  bytes: 64 * 1024 * 1024,
  lines: 2_000_000,
  cards: 100_000,
  properties: 2_000, // of one card
  depth: 8, // cards inside a card
  cells: 500, // of one row
  shown: 200, // entries of one list on the page
};

/// A file that is not read, and why: the last part of a line of the pack.
export class Refused extends Error {
  constructor(why) {
    super(why);
    this.why = why;
  }
}
