// Shows the conversation. Whatever anybody wrote goes in as text, never as HTML. It lives in this page alone.
import { paper, fileCard, copyButton } from './paper.js';
import { qrButton } from './qr.js';

const manyFrom = 7;
const briefUpTo = 8;

const stem = file => file.name.replace(/\.[^.]*$/, '');

const make = (tag, name, text) => {
  const element = document.createElement(tag);
  element.className = name;
  if (text !== undefined) { element.textContent = text; }
  return element;
};

// An address of ours in a text can be pressed; no other can, whoever wrote it.
const own = new RegExp(`${location.origin.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}/tools/[a-z]+(?:\\?lang=[A-Za-z-]+)?`);
function linked(text) {
  const found = own.exec(text);
  if (!found) { return [text]; }
  const link = make('a', '', found[0]);
  link.href = found[0];
  link.target = '_blank';
  link.rel = 'noopener';
  return [text.slice(0, found.index), link, text.slice(found.index + found[0].length)];
}

export function makeTalk(log, words, choose) {
  // A long answer is read from its beginning, a short one is seen whole.
  const add = element => {
    log.append(element);
    const first = log.querySelector('.turn') ?? log.firstElementChild;
    const tall = element.getBoundingClientRect().bottom - first.getBoundingClientRect().top > innerHeight - 150;
    if (tall) { first.scrollIntoView({ block: 'start' }); } else { scrollTo(0, document.body.scrollHeight); }
  };

  const answered = () => log.querySelectorAll('.choices').forEach(old => old.remove());

  function choices(reply) {
    const brief = reply.choices.every(choice => choice.text.length <= briefUpTo);
    const group = make('fieldset', `choices${reply.choices.length >= manyFrom ? ` long${brief ? ' short' : ''}` : ''}`);
    group.append(make('legend', '', reply.many ? words['choose.many'] : words['choose.one']));
    const picked = new Set();
    const pick = ids => {
      const chosen = reply.choices.filter(choice => ids.includes(choice.id));
      answered();
      choose({ version: reply.version, step: reply.step, choices: ids, shown: chosen.map(choice => choice.text).join(words['choose.and']) });
      if (matchMedia('(pointer: fine)').matches) { document.getElementById('text').focus({ preventScroll: true }); }
    };
    const send = make('button', 'main', words['choose.send']);
    send.type = 'button';
    send.disabled = true;
    send.addEventListener('click', () => pick(reply.choices.map(choice => choice.id).filter(id => picked.has(id))));

    reply.choices.forEach((choice, index) => {
      const button = make('button', '');
      const number = make('span', 'number', `${index + 1}`);
      button.type = 'button';
      button.append(number, make('span', '', choice.text));
      if (reply.many) { button.setAttribute('aria-pressed', 'false'); }
      button.addEventListener('click', () => {
        if (!reply.many) {
          pick([choice.id]);
          return;
        }
        picked[picked.has(choice.id) ? 'delete' : 'add'](choice.id);
        button.setAttribute('aria-pressed', `${picked.has(choice.id)}`);
        send.disabled = picked.size === 0;
        send.textContent = picked.size ? words['choose.send-count'].replace('{count}', picked.size) : words['choose.send'];
      });
      group.append(button);
    });
    if (reply.many) { group.append(send); }
    return group;
  }

  function reply({ reply: said, files }) {
    const sheets = files.filter(file => file.text !== null);
    const others = files.filter(file => file.text === null);
    const asked = (said.choices ?? []).length > 0;
    if (sheets.every(file => file.text !== said.text)) {
      const word = said.copy === said.text && said.copy ? paper({ text: said.copy }, words) : make('article', 'word bot');
      if (!word.hasChildNodes()) { word.append(...linked(said.text)); }
      if (said.copy && said.copy !== said.text) { word.append(copyButton(said.copy, words), ...qrButton(said.copy, words)); }
      add(word);
    }
    sheets.forEach(file => add(paper(file, words, others.filter(other => stem(other) === stem(file)))));
    others.filter(other => !sheets.some(file => stem(other) === stem(file))).forEach(other => add(fileCard(other, words)));
    if (asked) {
      answered();
      add(choices(said));
    }
  }

  return {
    reply,
    answered,
    said(text) {
      const word = make('article', 'word you', text);
      const state = make('span', 'state', '');
      log.querySelectorAll('.turn').forEach(old => old.classList.remove('turn'));
      word.classList.add('turn');
      add(word);
      const say = (name, line) => { word.classList.remove('waiting', 'failed'); if (name) { word.classList.add(name); } state.textContent = line; word.append(state); };
      return { sent: () => say('', ''), waiting: line => say('waiting', line), failed: line => say('failed', line), hide: () => { word.textContent = '••••'; } };
    },
    erased(last) {
      log.replaceChildren();
      last.forEach(reply);
      if (last.length === 0) { add(make('p', 'note', words.erased)); }
      const again = make('button', '', words['erased.again']);
      again.type = 'button';
      again.addEventListener('click', () => location.reload());
      add(again);
    },
    clear() { log.replaceChildren(); },
  };
}
