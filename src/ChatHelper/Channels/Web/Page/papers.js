// Copies the text of a paper; without a script it can be selected by hand.
import { copied } from './paper.js';

for (const button of document.querySelectorAll('[data-copy]')) {
  const text = document.getElementById(button.dataset.copy).textContent;
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.textContent = await copied(text) ? button.dataset.copied : button.dataset.failed;
    setTimeout(() => { button.textContent = words; }, 2500);
  });
}
