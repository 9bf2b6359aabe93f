// Asks the worker; every question gets an answer, also when it is stopped or breaks down.
const place = '/tools/contacts/worker.js';
// The page's policy lets no text become a script; this one address may.
const trusted = globalThis.trustedTypes?.createPolicy('contacts', { createScriptURL: url => (url === place ? url : '') });

export function makeWork() {
  let worker = null;
  let last = 0;
  const waiting = new Map();

  const end = why => {
    worker?.terminate();
    worker = null;
    for (const { fail } of waiting.values()) { fail(why); }
    waiting.clear();
  };

  const start = () => {
    worker = new Worker(trusted ? trusted.createScriptURL(place) : place, { type: 'module' });
    worker.onmessage = ({ data }) => {
      const asked = waiting.get(data.id);
      if (data.part !== undefined) {
        asked?.tell(data.part);
        return;
      }
      waiting.delete(data.id);
      if (data.refused) { asked?.fail(data.refused); } else { asked?.done(data.result); }
    };
    worker.onerror = () => end('broken');
  };

  start(); // at once: afterwards the page needs no network
  return {
    ask(what, given = {}, tell = () => {}) {
      if (!worker) { start(); }
      const id = ++last;
      return new Promise((done, fail) => {
        waiting.set(id, { done, fail, tell });
        worker.postMessage({ ...given, id, do: what });
      });
    },
    stop: () => end('stopped'),
  };
}
