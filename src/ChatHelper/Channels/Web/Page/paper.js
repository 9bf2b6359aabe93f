// A document: read here, copied, or saved as a file made by the page itself, so that no address of it exists.
import { qrButton } from './qr.js';

const long = 700;

export function copyButton(text, words) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = words.copy;
  button.addEventListener('click', async () => {
    button.textContent = await copied(text) ? words.copied : words['copy.failed'];
    setTimeout(() => { button.textContent = words.copy; }, 2500);
  });
  return button;
}

export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return selectAndCopy(text);
  }
}

// Pages without https have no clipboard of their own.
function selectAndCopy(text) {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}

// A file that is not read here: it can only be saved.
export function fileCard(file, words) {
  const card = document.createElement('article');
  card.className = 'word bot paper whole';
  const name = document.createElement('h2');
  name.textContent = file.name;
  const foot = document.createElement('div');
  foot.className = 'foot';
  foot.append(saveButton(file, words));
  card.append(name, ...remark(file), foot);
  return card;
}

function remark(file) {
  if (!file.remark) { return []; }
  const line = document.createElement('p');
  line.textContent = file.remark;
  return [line];
}

// The same paper in other forms stands under it as further buttons.
export function paper(file, words, others = []) {
  const sheet = document.createElement('article');
  sheet.className = 'word bot paper';
  if (file.name) {
    const name = document.createElement('h2');
    name.textContent = file.name;
    sheet.append(name);
  }
  const body = document.createElement('div');
  body.className = 'body';
  body.textContent = file.text;
  body.lang = file.language ?? '';
  if (!body.lang) { body.removeAttribute('lang'); }
  body.tabIndex = 0;
  body.setAttribute('role', 'document');
  body.setAttribute('aria-label', file.name ?? words.paper);
  const foot = document.createElement('div');
  foot.className = 'foot';
  const copy = copyButton(file.text, words);
  copy.className = file.name ? '' : 'main';
  foot.append(copy);
  if (!file.name) { foot.append(...qrButton(file.text, words)); }
  if (file.name) {
    foot.prepend(...others.map(other => saveButton(other, words, true)), saveButton(file, words, others.length > 0));
  }
  if (file.text.length > long) {
    foot.append(wholeButton(sheet, words));
  } else {
    sheet.classList.add('whole');
  }
  sheet.append(body, foot);
  return sheet;
}

function content(file) {
  if (file.text === null) { return [Uint8Array.from(atob(file.bytes), sign => sign.charCodeAt(0))]; }
  // The mark at the front lets old Windows programs see that it is UTF-8.
  return file.mime.startsWith('text/plain') ? ['\ufeff', file.text] : [file.text];
}

function saveButton(file, words, named = false) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = named && file.text !== null ? '' : 'main';
  button.textContent = named ? `${words.save} ${file.name.split('.').pop().toUpperCase()}` : words.save;
  button.addEventListener('click', () => {
    const url = URL.createObjectURL(new Blob(content(file), { type: file.mime }));
    const link = document.createElement('a');
    link.href = url;
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  });
  return button;
}

function wholeButton(sheet, words) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.whole;
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => {
    const whole = sheet.classList.toggle('whole');
    button.textContent = whole ? words['whole.less'] : words.whole;
    button.setAttribute('aria-expanded', `${whole}`);
  });
  return button;
}
