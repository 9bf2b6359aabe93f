// Puts the parts of the page together.
import { arm } from './exit.js';
import { makeTalk } from './talk.js';
import { makePost, shake } from './post.js';
import { makeStream } from './stream.js';
import { makeMore } from './more.js';

const words = JSON.parse(document.getElementById('words').textContent);
const text = document.getElementById('text');
const file = document.getElementById('file');
const line = document.getElementById('line');

const talk = makeTalk(document.getElementById('log'), words, pressed => post.choose(pressed));
function tell(online) {
  line.textContent = online ? words.subtitle : words.offline;
  document.querySelector('header').classList.toggle('offline', !online);
}

const stream = makeStream(talk, tell);
const post = makePost(talk, words, stream);
makeMore(words, post, stream);
arm(() => { stream.close(); post.drop(); talk.clear(); });

function grow() {
  text.style.height = 'auto';
  text.style.height = `${text.scrollHeight + 2}px`;
}

document.getElementById('say').addEventListener('submit', event => {
  event.preventDefault();
  if (text.value.trim()) {
    post.say(text.value);
    text.value = '';
    grow();
  }
});
text.addEventListener('input', grow);
text.addEventListener('keydown', event => {
  // Enter ends a Chinese input; only a free one sends.
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
    event.preventDefault();
    document.getElementById('say').requestSubmit();
  }
});
document.getElementById('attach').addEventListener('click', () => file.click());
file.addEventListener('change', () => {
  if (file.files[0]) {
    post.give(file.files[0]);
  }
  file.value = '';
});

// On a phone the keyboard would cover what is to be read first.
if (matchMedia('(pointer: fine)').matches) {
  text.focus({ preventScroll: true });
}
await shake(undefined, () => tell(false));
stream.open();
