/** What an answer must be before anybody reads it as data. Each check has a rule name that begins with `transport-`. */
import { error, Fault, type Finding } from '../finding.ts';
import type { Form } from './publisher-kind.ts';

/** Which resource of whom is asked for, and where. */
export interface Asked {
  publisher: string;
  resource: string;
  address: string;
}

const binary = ['application/octet-stream', 'binary/octet-stream'];
const types: Record<Form, readonly string[]> = {
  csv: ['text/csv', 'text/plain', 'application/csv', 'text/comma-separated-values', 'application/vnd.ms-excel', ...binary],
  json: ['application/json', 'text/json', 'text/plain', ...binary],
  tsv: ['text/tab-separated-values', 'text/plain', ...binary],
  zip: ['application/zip', 'application/x-zip-compressed', ...binary],
};

/** What publishers say, with status 200, to somebody who has asked too often. In short answers only: a table may say 'upper limit'. */
const limitTexts =
  /\b(daily|hourly|monthly|request|rate|api|download|hits?)( \w+){0,2} limit|limit (exceeded|reached)|too many requests|quota (exceeded|reached)/i;
const longestNotice = 2000;

/** A finding about an answer: who was asked for what, what is wrong, what to do. */
export function transportFinding(rule: string, { publisher, resource, address }: Asked, what: string, advice: string): Finding {
  return error(`transport-${rule}`, { path: address }, `${resource} of ${publisher}: ${what}. ${advice}`);
}

/**
 * @param contentType as the server gave it, null where it gave none
 * @throws Fault for an empty answer, a 'daily limit' text, a wrong content type, a web page or JSON where a CSV should be
 */
export function checkBody(bytes: Uint8Array, form: Form, contentType: string | null, asked: Asked): void {
  const fail = (rule: string, what: string, advice: string): never => {
    throw new Fault(transportFinding(rule, asked, what, advice));
  };
  const beginning = new TextDecoder('latin1')
    .decode(bytes.subarray(0, longestNotice))
    .replace(/^\u{ef}\u{bb}\u{bf}/u, '')
    .trimStart();
  if (beginning === '') fail('empty', 'the answer is empty', 'Try again later, or look at the address in a browser.');
  if (form !== 'zip' && bytes.length <= longestNotice && limitTexts.test(beginning)) {
    fail('limit', `the publisher says that it was asked too often: '${beginning.slice(0, 80)}'`, 'Try again tomorrow.');
  }
  const byHand = 'Look at the address in a browser; if the publisher no longer offers the file, drop it in by hand.';
  const type = contentType?.split(';')[0].trim().toLowerCase();
  if (type !== undefined && !types[form].includes(type)) fail('type', `the answer is ${type}, not ${form.toUpperCase()}`, byHand);
  if (form === 'csv' && /^[<{]/.test(beginning)) {
    fail('markup', `the answer is ${beginning[0] === '<' ? 'a web page' : 'JSON'}, not CSV: '${beginning.slice(0, 60)}'`, byHand);
  }
  if (form === 'json' && beginning[0] !== '{' && beginning[0] !== '[') {
    fail('markup', `the answer is not JSON: '${beginning.slice(0, 60)}'`, byHand);
  }
  if (form === 'zip' && !beginning.startsWith('PK')) fail('markup', 'the answer is not a zip archive', byHand);
}
