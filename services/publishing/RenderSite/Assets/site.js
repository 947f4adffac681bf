// What a page can do more where scripts run: tell of news that came after it, suggest names, show what an article said before. No page needs it.
(() => {
  'use strict';

  // News behind the page. Nothing is held open for a page that nobody looks at.
  const bar = document.querySelector('.live');
  if (bar && window.EventSource) {
    const types = ['published', 'revised', 'withdrawn', 'expired', 'story-opened', 'story-changed', 'story-merged', 'story-closed'];
    const stream = new URL(bar.dataset.stream, location.href);
    const seen = new Set();
    let source;

    const tell = event => {
      stream.searchParams.set('cursor', event.lastEventId);
      const change = JSON.parse(event.data);
      if (bar.dataset.article && change.articleId !== bar.dataset.article) return;
      seen.add(change.articleId || change.storyId);
      const link = document.createElement('a');
      link.href = location.href;
      link.textContent = bar.dataset.text.replace('{0}', seen.size);
      bar.replaceChildren(link);
    };

    const follow = () => {
      if (document.hidden) {
        source?.close();
        source = undefined;
      } else if (!source) {
        source = new EventSource(stream);
        types.forEach(type => source.addEventListener(type, tell));
      }
    };

    document.addEventListener('visibilitychange', follow);
    follow();
  }

  // Names that begin as what is typed.
  const fields = document.querySelectorAll('input[name="q"]');
  const names = document.createElement('datalist');
  names.id = 'names';
  document.body.append(names);
  let asked = '';
  let timer;
  fields.forEach(field => {
    field.setAttribute('list', names.id);
    field.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const words = field.value.trim();
        if (words.length < 2 || words === asked) return;
        asked = words;
        try {
          const answer = await fetch(`/api/v1/suggestions?limit=8&q=${encodeURIComponent(words)}`);
          if (!answer.ok || asked !== words) return;
          names.replaceChildren(...(await answer.json()).items.map(item => new Option(item.text)));
        } catch {
          // A suggestion less.
        }
      }, 150);
    });
  });

  // What an article said before, asked for only by those who open it.
  const revisions = document.querySelector('[data-revisions]');
  revisions?.addEventListener('toggle', async () => {
    try {
      const answer = await fetch(revisions.dataset.revisions);
      if (!answer.ok) return;
      const items = (await answer.json()).items.filter(item => item.changes.length > 0);
      revisions.replaceChildren(revisions.firstElementChild, ...items.map(shown));
    } catch {
      // The link to the API stays.
    }
  }, { once: true });

  function shown(item) {
    const section = document.createElement('section');
    const time = document.createElement('p');
    time.className = 'meta';
    time.textContent = item.at ? new Date(item.at).toLocaleString(document.documentElement.lang) : '';
    section.append(time, ...item.changes.map(change => {
      const text = document.createElement('p');
      text.dir = 'auto';
      text.append(...change.parts.map(part));
      return text;
    }));
    return section;
  }

  function part({ op, text }) {
    if (op === 'same') return text.length <= 120 ? text : `${text.slice(0, 50)} … ${text.slice(-50)}`;
    const mark = document.createElement(op === 'added' ? 'ins' : 'del');
    mark.textContent = text;
    return mark;
  }
})();
