// Files made by the page itself: no address of them exists anywhere.
import { copied } from '/page/paper.js';
import { faultOf, proposed } from './passphrase.js';
import { canLock } from './zip.js';

const byId = id => document.getElementById(id);
const twoDigits = number => `${number}`.padStart(2, '0');
const dated = (name, at) => `${name}-${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;
const aWhile = 60_000;

function hand(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), aWhile);
}

export function makeSave(words, work) {
  const said = byId('saved');
  const phrase = byId('phrase');
  const fault = byId('phrase-fault');

  async function save(slot, passphrase) {
    const at = new Date();
    const name = dated(slot === 'missing' ? 'missing' : 'contacts', at);
    try {
      const { blob } = await work.ask('write', { slot, name: `${name}.vcf`, passphrase, at });
      hand(blob, `${name}.${passphrase ? 'zip' : 'vcf'}`);
      said.textContent = passphrase ? words['saved.locked'] : words.saved;
    } catch (why) {
      said.textContent = words[`refused.${why}`];
    }
  }

  byId('save-plain').addEventListener('click', () => save('now'));
  byId('phrase-new').addEventListener('click', () => { phrase.value = proposed(); });
  byId('phrase-copy').addEventListener('click', async () => { said.textContent = await copied(phrase.value) ? words['phrase.copied'] : words['phrase.not-copied']; });
  byId('lock').addEventListener('submit', event => {
    event.preventDefault();
    const wrong = faultOf(phrase.value);
    fault.hidden = !wrong;
    fault.textContent = wrong ? words[`phrase.${wrong}`] : '';
    if (wrong) { phrase.focus(); } else { save('now', phrase.value); }
  });
  byId('lock').hidden = !canLock();
  byId('lock-no').hidden = canLock();
  phrase.value = proposed();

  return { missing: () => save('missing'), clear: () => { said.textContent = ''; phrase.value = ''; } };
}
