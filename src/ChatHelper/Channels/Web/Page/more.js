// The small dialog: language, going on elsewhere, being forgotten here.
import { json } from './post.js';
import { copied } from './paper.js';

const byId = id => document.getElementById(id);
const grouped = code => `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8, 12)} ${code.slice(12)}`;

export function makeMore(words, post, stream) {
  const dialog = byId('more');
  const code = byId('code');
  const said = byId('code-said');
  const hide = () => {
    [code, byId('code-copy'), byId('code-once')].forEach(part => { part.hidden = true; });
    code.textContent = '';
    said.textContent = '';
  };
  const tell = async work => {
    said.textContent = '';
    try { await work(); } catch { said.textContent = words.offline; }
  };

  byId('more-open').addEventListener('click', () => dialog.showModal());
  dialog.addEventListener('close', hide);
  byId('code-make').addEventListener('click', () => tell(async () => {
    const answer = await json('/chat/recovery', {});
    if (!answer.ok) { said.textContent = words.failed; return; }
    code.textContent = grouped((await answer.json()).code);
    [code, byId('code-copy'), byId('code-once')].forEach(part => { part.hidden = false; });
    code.focus();
  }));
  byId('code-copy').addEventListener('click', async () => {
    said.textContent = await copied(code.textContent) ? words.copied : words['copy.failed'];
  });
  byId('code-form').addEventListener('submit', event => {
    event.preventDefault();
    tell(async () => {
      const answer = await json('/chat/recover', { code: byId('code-text').value });
      if (answer.ok) {
        byId('code-text').value = '';
        dialog.close();
        stream.anew();
      } else {
        said.textContent = words[answer.status === 429 ? 'code.too-often' : 'code.wrong'];
      }
    });
  });
  byId('forget').addEventListener('click', () => tell(async () => {
    if ((await json('/chat/forget', {})).ok) { location.reload(); }
  }));

  // The page's words and the bot's words change together.
  for (const link of document.querySelectorAll('#languages [data-language]')) {
    link.addEventListener('click', event => {
      event.preventDefault();
      post.choose({ version: null, step: null, choices: [`language:${link.dataset.language}`], shown: link.textContent });
      setTimeout(() => location.assign(link.href), 400);
    });
  }
}
