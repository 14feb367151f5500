/** What `npm run new` asks on a terminal: only what was not said already, each with a good answer to take with Enter. */
import { autocomplete, cancel, intro, isCancel, select, text } from '@clack/prompts';
import { isIsoDate } from '../src/data/day.ts';
import { type Asked, type Choices, type Offer, twinOf } from '../src/reports/new/choices.ts';
import { slugWords } from '../src/reports/new/slug.ts';
import { namedIn } from '../src/reports/new/speaking-of.ts';

/** What a template is for, to choose by. */
const FOR: Readonly<Record<string, string>> = {
  note: 'what happened, why, and what would change the reading',
  audit: 'what a source says, statement by statement',
  'chart-of-the-day': 'one figure and three sentences',
  living: 'a page that is kept up to the newest data',
};

/** The first of those above first. */
const byKind = (names: readonly string[]): string[] => [...new Set([...Object.keys(FOR).filter((name) => names.includes(name)), ...names])];

/** Ended with Ctrl+C: nothing was written. */
export class Cancelled extends Error {}

/**
 * @param hasDay true where the day of publication was said, and is not only today
 * @param suggest what would be taken where nothing more is said; null where what was said can't be
 * @throws Cancelled
 */
export async function askFor(
  asked: Partial<Asked> & Pick<Asked, 'published'>,
  hasDay: boolean,
  offer: Offer,
  suggest: (asked: Asked) => Choices | null,
): Promise<Asked> {
  intro('A new report');
  const title =
    asked.title ??
    (await answer(text({ message: 'Title', placeholder: 'Small caps take the lead', validate: (title) => titleFault(title, offer) })));
  const template =
    asked.template ??
    (await answer(
      select({
        message: 'Template',
        initialValue: 'note',
        options: byKind(offer.templates).map((name) => ({ value: name, label: name in FOR ? `${name}: ${FOR[name]}` : name })),
      }),
    ));
  const sources = [...offer.desk.sources].map(([id, { title }]) => ({ value: id, label: title }));
  const source =
    template === 'audit' && asked.source === undefined && sources.length > 1
      ? await answer(select({ message: 'Source', options: sources }))
      : asked.source;
  const published =
    hasDay || template === 'living'
      ? asked.published
      : await answer(text({ message: 'Day of publication', initialValue: asked.published, validate: dateFault }));
  const soFar: Asked = { ...asked, title, template, source, published };
  const suggested = suggest(soFar);
  // What can't be is told by the command, which then asks no more.
  if (!suggested) return soFar;
  const series = asked.series ?? (await askSeries(suggested, offer));
  const topic = asked.topic ?? (await askTopic(offer.topics));
  return { ...soFar, series, topic };
}

async function askSeries({ series: [first], snapshot }: Choices, { desk }: Offer): Promise<string[]> {
  const ids = [...desk.snapshot(snapshot).series.keys(), ...desk.named.keys()];
  const options = ids.flatMap((id) => {
    const named = namedIn(id, desk, snapshot);
    return named ? [{ value: id, label: named.title, hint: id }] : [];
  });
  const about = await answer(autocomplete({ message: 'Series (type to search)', options, maxItems: 8, initialValue: first.id }));
  const other = await answer(
    select({
      message: 'Compared with',
      maxItems: 8,
      initialValue: '',
      options: [{ value: '', label: 'what is most like it' }, ...options.filter(({ value }) => value !== about)],
    }),
  );
  return other === '' ? [about] : [about, other];
}

async function askTopic(topics: readonly string[]): Promise<string> {
  const another = '';
  const chosen =
    topics.length === 0
      ? another
      : await answer(
          select({
            message: 'Topic',
            initialValue: topics[0],
            options: [...topics.map((value) => ({ value, label: value })), { value: another, label: 'another one' }],
          }),
        );
  return chosen === another
    ? await answer(text({ message: 'Name of the topic', placeholder: 'Markets', defaultValue: 'Markets' }))
    : chosen;
}

function titleFault(title: string | undefined, offer: Offer): string | undefined {
  const words = slugWords(title ?? '');
  if (words === '') return 'Write a title: its words are the address of the report.';
  const twin = twinOf(words, offer);
  return twin && `The report ${twin.slug} has these words. Write others.`;
}

function dateFault(date: string | undefined): string | undefined {
  return isIsoDate(date ?? '') ? undefined : 'Write a date as YYYY-MM-DD.';
}

async function answer<T>(question: Promise<T>): Promise<Exclude<T, symbol>> {
  const given = await question;
  if (isCancel(given)) {
    cancel('Nothing was written.');
    throw new Cancelled();
  }
  return given as Exclude<T, symbol>;
}
