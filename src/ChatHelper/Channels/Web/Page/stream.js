import { shake } from './post.js';

// Listens for replies. The page keeps count itself: a native reconnection would tell the server to let go of replies
// that a phone may drop with the page a moment later.
export function makeStream(talk, tell) {
  let source = null;
  let last = 0n;
  let any = false;
  let who = null;
  let pause = 1000;
  let timer = 0;
  let silence = 0;
  let shut = false;

  const again = () => {
    source?.close();
    source = null;
    tell(false);
    clearTimeout(timer);
    if (!shut) {
      timer = setTimeout(async () => { await shake(() => !shut); open(); }, pause);
      pause = Math.min(pause * 2, 30000);
    }
  };
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(again, 60000);
  };
  const show = (event, standing) => {
    heard();
    const shown = JSON.parse(event.data);
    if (!standing && BigInt(shown.id) <= last) {
      return;
    }
    last = standing ? last : BigInt(shown.id);
    any = true;
    talk.reply(shown, standing);
  };

  function open() {
    if (shut) {
      return;
    }
    source?.close();
    source = new EventSource(any ? `/chat/events?after=${last}` : '/chat/events');
    source.addEventListener('who', event => { who = JSON.parse(event.data).who; pause = 1000; tell(true); heard(); });
    source.addEventListener('reply', event => show(event, false));
    source.addEventListener('standing', event => show(event, true));
    source.addEventListener('beat', heard);
    source.onerror = again;
  }

  addEventListener('online', () => { if (!source) { pause = 1000; clearTimeout(timer); open(); } });
  return {
    open,
    close() { shut = true; source?.close(); clearTimeout(timer); clearTimeout(silence); },
    // Another conversation: begin with an empty page.
    anew() { last = 0n; any = false; talk.clear(); open(); },
    // A word has gone to another conversation than the one we listen to (two pages opened at the same time).
    check(other) { if (who && other !== who) { last = 0n; any = true; open(); } },
    get seen() { return any ? `${last}` : null; },
  };
}
