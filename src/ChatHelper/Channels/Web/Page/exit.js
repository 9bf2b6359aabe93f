// Leaves at once (the link leads away by itself too, before this has come or without it): nothing stays on screen, in memory or in the history. All that is sent is that a talk with a PIN is to be locked.
const away = document.body.dataset.exit;
const twice = 2000;
let left = false;
let pressed = -Infinity;

export function arm(forget) {
  const wipe = () => {
    forget();
    document.title = '';
    document.body.replaceChildren();
    try { sessionStorage.clear(); } catch { /* a browser may forbid storage; then there is nothing in it */ }
  };
  const leave = () => {
    left = true;
    wipe();
    fetch('/chat/lock', { method: 'POST', keepalive: true }).catch(() => { /* it locks by itself in a while */ });
    location.replace(away);
  };

  document.querySelectorAll('.exit').forEach(link => link.addEventListener('click', event => {
    event.preventDefault();
    leave();
  }));
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.isComposing) {
      pressed = -Infinity;
      return;
    }
    // Esc by itself stops a page that is being loaded, the harmless one too.
    event.preventDefault();
    document.querySelector('dialog[open]')?.close();
    if (event.timeStamp - pressed < twice) { leave(); } else { pressed = event.timeStamp; }
  }, true);

  // A page that the browser keeps for its back button is an empty one.
  addEventListener('pagehide', wipe);
  addEventListener('pageshow', event => {
    if (event.persisted) {
      if (left) { location.replace(away); } else { location.reload(); }
    }
  });
}
