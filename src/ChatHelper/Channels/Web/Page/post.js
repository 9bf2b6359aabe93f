// Sends words, one after the other, each with a key of its own; what gets no answer is sent again with the same key.
const largest = 20 * 1024 * 1024;
const again = new Set([401, 408, 425, 429, 500, 502, 503, 504]);

const wait = time => new Promise(done => setTimeout(done, time));
const makeKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(part => part.toString(16).padStart(2, '0')).join('');

export const json = (url, body) => fetch(url, {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), cache: 'no-store',
});

// Asks for the cookie, or for another week with it; until then nothing else has a meaning.
export async function shake(still = () => true, lost = () => {}) {
  for (let pause = 1000; still(); pause = Math.min(pause * 2, 30000)) {
    try {
      if ((await json('/chat/open', {})).ok) { return; }
    } catch { /* no network yet */ }
    lost();
    await wait(pause);
  }
}

export function makePost(talk, words, stream) {
  let queue = Promise.resolve();
  let dropped = false;

  async function deliver(send, mark) {
    for (let pause = 1000; !dropped; pause = Math.min(pause * 2, 30000)) {
      let status = 0;
      let note = words.waiting;
      try {
        const answer = await send();
        status = answer.status;
        if (answer.ok) {
          mark.sent();
          const said = await answer.json();
          if (said.hides) { mark.hide(); }
          if (said.erased) {
            talk.erased(said.replies);
            await json('/chat/forget', {});
          } else {
            stream.check(said.who);
          }
          return;
        }
        if (status === 401) { await shake(() => !dropped); }
        if (status === 429) { note = words.slow; }
        if (status === 503) { note = (await answer.json().catch(() => null))?.busy ?? note; }
        pause = 1000 * Number(answer.headers.get('Retry-After')) || pause;
      } catch { /* no answer: the same again */ }
      if (status && !again.has(status)) {
        mark.failed(words[status === 413 ? 'failed.size' : 'failed']);
        return;
      }
      mark.waiting(note);
      await wait(pause);
    }
  }

  const line = (send, mark) => { queue = queue.then(() => deliver(send, mark)); };
  const plain = text => new TextDecoder().decode(new TextEncoder().encode(text));

  return {
    say(text) {
      const body = { key: makeKey(), seen: stream.seen, text: plain(text) };
      talk.answered();
      line(() => json('/chat/say', body), talk.said(text));
    },
    choose({ version, step, choices, shown }) {
      const body = { key: makeKey(), seen: stream.seen, version, step, choices };
      line(() => json('/chat/say', body), talk.said(shown));
    },
    give(file) {
      const mark = talk.said(file.name);
      if (file.size > largest) {
        mark.failed(words['failed.size']);
        return;
      }
      const key = makeKey();
      line(() => {
        const form = new FormData();
        form.append('file', file);
        return fetch('/chat/file', { method: 'POST', headers: { 'Chat-Key': key }, body: form, cache: 'no-store' });
      }, mark);
    },
    drop() { dropped = true; },
  };
}
