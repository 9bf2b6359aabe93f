// Keeps the waiting list and an open case fresh. Without it both work by reloading.
const list = document.getElementById('list');
const words = document.getElementById('words');

if (list) {
  setTimeout(() => location.replace('/desk?by=itself'), Number(list.dataset.reload) * 1000);
}

if (words) {
  const piece = part => {
    if (!part.field) {
      return part.text;
    }
    const link = document.createElement('a');
    link.className = 'masked';
    link.href = `/desk/case/${words.dataset.case}/reveal/${part.field}`;
    link.textContent = part.text;
    return link;
  };
  const show = word => {
    const item = document.createElement('li');
    const who = document.createElement('span');
    const said = document.createElement('p');
    item.className = word.fromPerson ? 'person' : 'you';
    item.dataset.id = word.id;
    who.className = 'hint';
    who.textContent = word.fromPerson ? words.dataset.person : words.dataset.you;
    said.append(...word.parts.map(piece));
    item.append(who, said);
    words.append(item);
  };
  const look = async () => {
    const last = words.lastElementChild?.dataset.id ?? '0';
    try {
      const answer = await fetch(`/desk/case/${words.dataset.case}/words?after=${last}`, { cache: 'no-store' });
      if (answer.ok) {
        (await answer.json()).words.forEach(show);
      } else if (answer.status === 401) {
        location.replace('/desk'); // signed out: the words leave the screen
        return;
      } else if (answer.status === 404) {
        const note = document.createElement('p');
        note.className = 'card';
        note.textContent = words.dataset.closed;
        words.after(note);
        return;
      }
    } catch { /* the next look may reach the server again */ }
    setTimeout(look, 3000);
  };
  setTimeout(look, 3000);
}
