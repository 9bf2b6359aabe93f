// A passphrase that can be read aloud and written down: six groups of two syllables, 75 bits, and nothing that looks like another.
const consonants = 'bdfghjkmnprstvwz';
const vowels = 'aeiou';
const groups = 6;
const syllables = 2;

/// An even draw below most; numbers that would make some more likely are drawn anew.
function below(most) {
  const whole = 256 - (256 % most);
  for (;;) {
    const [value] = crypto.getRandomValues(new Uint8Array(1));
    if (value < whole) { return value % most; }
  }
}

const syllable = () => consonants[below(consonants.length)] + vowels[below(vowels.length)];

export const proposed = () => Array.from({ length: groups }, () => Array.from({ length: syllables }, syllable).join('')).join('-');

/// What is wrong with a passphrase; empty when nothing is. Other signs open in one program and not in the next.
export const faultOf = text => (!/^[\x21-\x7e]*$/.test(text) ? 'signs' : text.length < 12 ? 'short' : '');
