// Puts the parts of the page together. Nothing is sent and nothing is kept: what was opened is gone with the page.
import { arm } from '/page/exit.js';
import { makeSave } from './save.js';
import { filled, makeShow } from './show.js';
import { makeWork } from './work.js';

const words = JSON.parse(document.getElementById('words').textContent);
const ofTables = Object.fromEntries(Object.entries(words).filter(([name]) => name.startsWith('csv.')));
const sections = Object.fromEntries([...document.querySelectorAll('.slot')].map(section => [section.dataset.slot, section]));
const part = (slot, name) => sections[slot].querySelector(name);
const work = makeWork();
const show = makeShow(words);
const save = makeSave(words, work);
const opened = new Set();

arm(() => { work.stop(); save.clear(); });

function clear(slot) {
  opened.delete(slot);
  part(slot, '.result').replaceChildren();
  part(slot, '.said').replaceChildren();
  part(slot, '.said').className = 'said';
}

function shape() {
  sections.before.hidden = !opened.has('now');
  document.getElementById('save').hidden = !opened.has('now');
  for (const slot of Object.keys(sections)) {
    part(slot, '.pick span').textContent = words[opened.has(slot) ? 'choose.again' : 'choose'];
  }
}

function busy(slot, is) {
  part(slot, '.busy').hidden = !is;
  part(slot, '.pick').hidden = is;
  part(slot, 'progress').removeAttribute('value');
}

async function open(slot, file) {
  clear(slot);
  busy(slot, true);
  const said = part(slot, '.said');
  try {
    const found = await work.ask('open', { slot, file, words: ofTables }, at => { part(slot, 'progress').value = at; });
    opened.add(slot);
    said.textContent = filled(words.opened, { name: file.name, count: found.total });
    part(slot, '.result').replaceChildren(show.book(found));
    await compare();
  } catch (why) {
    // What broke down or was stopped has taken the other file along.
    if (why === 'stopped' || why === 'broken') { Object.keys(sections).forEach(clear); }
    if (slot === 'now') { clear('before'); }
    said.className = 'said fault';
    said.textContent = words[`refused.${why}`] ?? words['refused.broken'];
  }
  busy(slot, false);
  shape();
}

async function compare() {
  if (!opened.has('now') || !opened.has('before')) { return; }
  const found = await work.ask('compare');
  part('before', '.result').replaceChildren(show.difference(found, () => save.missing()));
}

for (const slot of Object.keys(sections)) {
  const input = part(slot, 'input');
  input.addEventListener('change', () => {
    const [file] = input.files;
    if (file) { open(slot, file); }
    input.value = '';
  });
  part(slot, '.stop').addEventListener('click', work.stop);
  sections[slot].addEventListener('drop', event => {
    const [file] = event.dataTransfer.files;
    if (file && part(slot, '.busy').hidden) { open(slot, file); }
  });
}
// A file dropped beside the mark would otherwise replace the page.
for (const name of ['dragover', 'drop']) { addEventListener(name, event => event.preventDefault()); }
