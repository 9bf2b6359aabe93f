// What was found, as numbers first and lists to unfold. Words out of a file go in as text, never as HTML.
const make = (tag, name, ...inside) => {
  const element = document.createElement(tag);
  element.className = name;
  element.append(...inside);
  return element;
};

// A name may carry marks that turn the writing round; they end with the name.
const own = text => make('bdi', '', text);

export const filled = (line, values = {}) => line.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

export function makeShow(words) {
  const numbers = entries => make('dl', 'numbers', ...entries.map(([count, label, look]) =>
    make('div', look && count > 0 ? 'look' : '', make('dt', '', words[label]), make('dd', '', `${count}`))));

  const folded = (label, { count, shown, isCut }, item) => {
    if (count === 0) { return ''; }
    const list = make('ul', '', ...shown.map(one => make('li', '', ...item(one))));
    const rest = isCut ? [make('p', 'hint', filled(words['list.more'], { shown: shown.length }))] : [];
    return make('details', '', make('summary', '', filled(words[label], { count })), list, ...rest);
  };

  const at = line => filled(words.line, { line });
  const person = ({ name, phones, line }) => [own(name || words['no-name']), make('small', '', [at(line), ...phones].join(words.between))];
  const unreadable = ({ line, why }) => [at(line), make('small', '', words[`why.${why}`])];
  const group = people => people.flatMap(person);
  const change = ({ before, now, what }) => [
    own(now.name || words['no-name']),
    make('small', '', what.map(one => words[`changed.${one}`]).join(words.between)),
    ...(what.includes('name') ? [make('small', '', own(`${before.name} → ${now.name}`))] : []),
    ...(what.includes('phone') ? [make('small', '', own(`${before.phones.join(' ') || words.none} → ${now.phones.join(' ') || words.none}`))] : []),
  ];

  return {
    book(found) {
      const notes = [
        found.proof.count === 0 ? make('p', 'said good', words['proof.ok']) : make('p', 'fault', filled(words['proof.bad'], { count: found.proof.count })),
        ...(found.charset === 'utf-8' ? [] : [make('p', 'hint', filled(words.charset, { charset: found.charset }))]),
        ...(found.unreadable.count === 0 ? [] : [make('p', 'hint', words['unreadable.kept'])]),
        ...(found.guarded === 0 ? [] : [make('p', 'hint', filled(words.guarded, { count: found.guarded }))]),
      ];
      return make('div', '',
        numbers([
          [found.total, 'count.total'], [found.withoutPhone.count, 'count.no-phone', true],
          [found.duplicates.count, 'count.duplicates', true], [found.unreadable.count, 'count.unreadable', true],
        ]),
        ...notes,
        folded('list.unreadable', found.unreadable, unreadable),
        folded('list.no-phone', found.withoutPhone, person),
        folded('list.duplicates', found.duplicates, group),
        folded('list.garbled', found.garbled, person),
        folded('list.proof', found.proof, person));
    },
    difference(found, saveMissing) {
      const save = make('button', '', filled(words['save.missing'], { count: found.missing.count }));
      save.type = 'button';
      save.addEventListener('click', saveMissing);
      return make('div', '',
        numbers([[found.added.count, 'count.added'], [found.missing.count, 'count.missing', true], [found.changed.count, 'count.changed', true], [found.same, 'count.same']]),
        folded('list.missing', found.missing, person),
        found.missing.count === 0 ? '' : save,
        folded('list.changed', found.changed, change),
        folded('list.added', found.added, person));
    },
  };
}
