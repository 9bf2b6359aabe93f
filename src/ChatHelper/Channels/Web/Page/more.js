// The small dialog: language, going on elsewhere, being forgotten here.
import { json } from './post.js';

const byId = id => document.getElementById(id);

export function makeMore(words, post, stream) {
  const dialog = byId('more');
  const said = byId('code-said');
  const tell = async work => {
    said.textContent = '';
    try { await work(); } catch { said.textContent = words.offline; }
  };

  byId('more-open').addEventListener('click', () => dialog.showModal());
  dialog.addEventListener('close', () => { said.textContent = ''; });
  byId('code-make').addEventListener('click', () => {
    dialog.close();
    post.choose({ version: null, step: null, choices: ['recovery-code'], shown: words['code.make'] });
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
