/**
 * The search page: what the box asks for, looked up in Pagefind's index, which is loaded when the box is first used.
 * The page stands without this; whatever fails here leaves its list of reports.
 */

interface Page {
  url: string;
  excerpt: string;
  meta: { title?: string; kind?: string };
  /** The sections in which the words were found; the page itself may be one. */
  sub_results: { title: string; url: string }[];
}

interface Answer {
  results: { data(): Promise<Page> }[];
  /** How many pages there are of each kind, whichever is asked for. */
  totalFilters: { kind?: Record<string, number> };
}

interface Pagefind {
  options(options: { noWorker: boolean; excerptLength: number; excerptEllipsis: string }): Promise<void>;
  /** Loads the kinds, which no answer counts before. */
  filters(): Promise<unknown>;
  /** Forgets everything, a load that failed too. */
  destroy(): Promise<void>;
  search(words: string, options: { filters: { kind?: string } }): Promise<Answer>;
}

const PAGE = 10;
const SECTIONS = 3;

/** Takes over the form; does nothing on a page without one. */
export function startSearch(root: Document): void {
  const form = root.querySelector<HTMLFormElement>('[data-search]');
  const box = form?.querySelector('input');
  if (!form || !box) return;
  const part = <E extends HTMLElement>(name: string): E => root.querySelector(`[data-search-${name}]`) as E;
  const [status, filters, results, more, fallback] = ['status', 'filters', 'results', 'more', 'fallback'].map((name) => part(name));
  const template = part<HTMLTemplateElement>('template');
  const kinds = [...filters.querySelectorAll<HTMLAnchorElement>('a[data-kind]')];

  let loading: Promise<Pagefind> | undefined;
  const load = (): Promise<Pagefind> => {
    loading ??= loadPagefind(form.dataset.search ?? '').catch((fault) => {
      loading = undefined;
      throw fault;
    });
    return loading;
  };

  /** What the address asks for. */
  const asked = (): { words: string; kind: string } => {
    const address = new URLSearchParams(location.search);
    return { words: (address.get('q') ?? '').trim(), kind: address.get('kind') ?? '' };
  };
  const addressOf = (words: string, kind: string): string => {
    const query = new URLSearchParams(words === '' ? {} : { q: words, ...(kind === '' ? {} : { kind }) }).toString();
    return location.pathname + (query === '' ? '' : `?${query}`);
  };

  const show = (found: boolean, told: string): void => {
    status.textContent = told;
    results.hidden = !found;
    fallback.hidden = found;
    if (!found) {
      filters.hidden = true;
      more.hidden = true;
    }
  };

  const showKinds = (counts: Record<string, number>, words: string, kind: string): void => {
    for (const link of kinds) {
      const own = link.dataset.kind ?? '';
      const count = own === '' ? sum(counts) : (counts[own] ?? 0);
      (link.lastElementChild as Element).textContent = String(count);
      (link.parentElement as Element).toggleAttribute('hidden', count === 0 && own !== kind);
      link.href = addressOf(words, own);
      if (own === kind) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    filters.hidden = false;
  };

  let latest = 0;
  /** Results that are not shown yet. */
  let rest: Answer['results'] = [];
  /** The next results as entries; null where other words were asked for meanwhile. */
  const next = async (turn: number): Promise<Node[] | null> => {
    const pages = await Promise.all(rest.slice(0, PAGE).map((result) => result.data()));
    if (turn !== latest) return null;
    rest = rest.slice(PAGE);
    more.hidden = rest.length === 0;
    return pages.map((page) => entryOf(page, template));
  };

  const look = async (): Promise<void> => {
    const turn = ++latest;
    const { words, kind } = asked();
    if (words === '') return show(false, '');
    try {
      const pagefind = await load();
      const answer = await pagefind.search(words, { filters: kind === '' ? {} : { kind } });
      if (turn !== latest) return;
      const counts = answer.totalFilters.kind ?? {};
      if (sum(counts) === 0) return show(false, `Nothing found for “${words}”. All reports are listed below.`);
      const { length } = answer.results;
      rest = answer.results;
      const entries = await next(turn);
      if (entries === null) return;
      showKinds(counts, words, kind);
      results.replaceChildren(...entries);
      show(true, `${length === 1 ? '1 result' : `${length} results`} for “${words}”`);
    } catch {
      if (turn === latest) show(false, 'The search could not be loaded. All reports are listed below.');
    }
  };

  let typing = 0;
  form.addEventListener('focusin', () => void load().catch(() => undefined), { once: true });
  box.addEventListener('input', () => {
    clearTimeout(typing);
    typing = window.setTimeout(() => {
      history.replaceState(null, '', addressOf(box.value.trim(), asked().kind));
      void look();
    }, 200);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(typing);
    history.pushState(null, '', addressOf(box.value.trim(), ''));
    void look();
  });
  filters.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    void look();
  });
  more.addEventListener('click', async () => {
    const first = results.childElementCount;
    results.append(...((await next(latest)) ?? []));
    results.children[first]?.querySelector('a')?.focus();
  });
  window.addEventListener('popstate', () => {
    box.value = asked().words;
    void look();
  });

  const { words } = asked();
  box.value = words;
  if (words !== '') fallback.hidden = true;
  status.textContent = '';
  void look();
}

async function loadPagefind(address: string): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ address);
  try {
    await pagefind.options({ noWorker: true, excerptLength: 28, excerptEllipsis: '…' });
    await pagefind.filters();
    return pagefind;
  } catch (fault) {
    await pagefind.destroy();
    throw fault;
  }
}

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((total, count) => total + count, 0);

function entryOf({ url, excerpt, meta, sub_results: sections }: Page, template: HTMLTemplateElement): Node {
  const entry = template.content.cloneNode(true) as DocumentFragment;
  const [link, kind, words, list] = ['a', '.tag', 'p', 'ul'].map((selector) => entry.querySelector(selector) as HTMLElement);
  (link as HTMLAnchorElement).href = url;
  link.textContent = meta.title ?? url;
  kind.textContent = meta.kind ?? '';
  words.append(...marked(excerpt));
  for (const { title, url: address } of sections.filter((section) => section.url !== url).slice(0, SECTIONS)) {
    const section = document.createElement('a');
    section.href = address;
    section.textContent = title;
    const item = document.createElement('li');
    item.append(section);
    list.append(item);
  }
  if (!list.hasChildNodes()) list.remove();
  return entry;
}

/** An excerpt is text in which <mark> is the only markup and '<' and '>' are escaped: it is built, never set as HTML. */
function marked(excerpt: string): Node[] {
  return excerpt.split(/<\/?mark>/).map((text, index) => {
    const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    if (index % 2 === 0) return document.createTextNode(plain);
    const mark = document.createElement('mark');
    mark.textContent = plain;
    return mark;
  });
}
