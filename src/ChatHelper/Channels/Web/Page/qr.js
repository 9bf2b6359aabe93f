// A short text as a picture, to take it from this screen to a telephone.
import { json } from './post.js';

const longest = 300;

export function qrButton(text, words) {
  if (text.length > longest) { return []; }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = words.qr;
  button.setAttribute('aria-expanded', 'false');
  const place = document.createElement('p');
  place.className = 'qr';
  place.hidden = true;
  button.addEventListener('click', async () => {
    if (place.hidden && !place.firstChild) { place.append(await picture(text, words)); }
    place.hidden = !place.hidden;
    if (place.hidden) { place.replaceChildren(); }
    button.setAttribute('aria-expanded', `${!place.hidden}`);
    button.textContent = place.hidden ? words.qr : words['qr.hide'];
  });
  return [button, place];
}

// As the source of a picture, never as a part of the page: nothing in it can act.
async function picture(text, words) {
  try {
    const answer = await json('/chat/qr', { text });
    if (answer.ok) {
      const image = document.createElement('img');
      image.src = `data:image/svg+xml,${encodeURIComponent(await answer.text())}`;
      image.alt = words['qr.alt'];
      return image;
    }
  } catch { /* no network */ }
  return words['qr.failed'];
}
