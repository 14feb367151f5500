import { describe, expect, it } from 'vitest';
import { headersFor, parseHeaderRules } from '../../src/built-site/header-rules.ts';
import { policyFaults } from '../../src/built-site/policy.ts';

describe('a page holds no', () => {
  it.each([
    ['<script>alert(1)</script>', '<script> is an inline script'],
    ['<script type="module">import "x"</script>', '<script> is an inline script'],
    ['<style>p{}</style>', '<style> is an inline style sheet'],
    ['<base href="https://evil.example/">', '<base> moves every address'],
    ['<p id="a" style="color:red">', '<p id="a"> has the attribute style'],
    ['<img src=x onerror=alert(1)>', '<img> has the attribute onerror'],
    ['<IMG SRC=x OnError=alert(1)>', '<img> has the attribute onerror'],
    ['<iframe srcdoc="<p>">', '<iframe> has the attribute srcdoc'],
    ['<a href="javascript:alert(1)">', '<a> has an address that is code in href'],
    ['<a href=" JAVA&#10;SCRIPT:alert(1)">', '<a> has an address that is code in href'],
    ['<svg><use xlink:href="data:image/svg+xml,x">', '<use> has an address that is code in xlink:href'],
    ['<a href="https://a.example/" target="_blank">', '<a> opens https://a.example/ in another window, without rel="noopener"'],
    ['<p id="a"><p id="a">', "the id 'a' stands twice"],
  ])('%s', (html, fault) => expect(policyFaults(html)).toEqual([fault]));

  it.each([
    ['<script src="/x.js"></script>'],
    ['<script type="application/ld+json">{"a":"<p style>"}</script>'],
    ['<a href="https://a.example/" target="_blank" rel="license noopener">'],
    ['<p>&lt;script&gt;alert(1)&lt;/script&gt; javascript:alert(1)</p>'],
    ['<img src="data:image/png;base64,AA">'],
  ])('more than this: %s', (html) => expect(policyFaults(html)).toEqual([]));
});

describe('a _headers file', () => {
  const rules = parseHeaderRules('# A comment\n/*\n  A: 1\n  B: x: y \n/embed/*\n  C: 2\n/\n  D: 3\n/a.b\n  E: 4\n');
  it.each([
    [
      '/',
      [
        ['a', '1'],
        ['b', 'x: y'],
        ['d', '3'],
      ],
    ],
    [
      '/embed/',
      [
        ['a', '1'],
        ['b', 'x: y'],
        ['c', '2'],
      ],
    ],
    [
      '/embed/x/y',
      [
        ['a', '1'],
        ['b', 'x: y'],
        ['c', '2'],
      ],
    ],
    [
      '/embedded/',
      [
        ['a', '1'],
        ['b', 'x: y'],
      ],
    ],
    [
      '/acb',
      [
        ['a', '1'],
        ['b', 'x: y'],
      ],
    ],
  ])('gives %s its headers', (path, headers) => expect(headersFor(path, rules)).toEqual(headers));
});
