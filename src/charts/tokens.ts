/** The colours of `src/styles/tokens.css`, for what is drawn outside of a page. */

export interface Token {
  light: string;
  dark: string;
}

export type Tokens = ReadonlyMap<string, Token>;

/** Every token that is a colour, by its name without the dashes. A token that stands for another has its colours. */
export function parseTokens(css: string): Tokens {
  const tokens = new Map<string, Token>();
  for (const [, name, light, dark] of css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)) {
    tokens.set(name, { light, dark });
  }
  for (const [, name, other] of css.matchAll(/--([a-z0-9-]+): var\(--([a-z0-9-]+)\)/g)) {
    const token = tokens.get(other);
    if (token) tokens.set(name, token);
  }
  return tokens;
}

/**
 * A drawing with the light colours in place of the tokens.
 * @throws Error for a token that is not there
 */
export function inLight(svg: string, tokens: Tokens): string {
  const colourOf = (name: string): string => {
    const token = tokens.get(name);
    if (!token) throw new Error(`no token --${name}`);
    return token.light;
  };
  return svg
    .replace(/(?<==")var\(--([a-z0-9-]+)\)(?=")/g, (_variable, name: string) => colourOf(name))
    .replaceAll('="currentColor"', `="${colourOf('ink')}"`);
}
