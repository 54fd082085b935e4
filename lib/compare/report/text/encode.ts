const PLAIN: Readonly<Record<string, string>> = {
  '–': '-',
  '−': '-',
  '…': '~',
  µ: 'u',
  δ: 'd',
  τ: 't',
  '²': '2',
  '’': "'",
};

/** A text for a terminal that knows ASCII alone. */
export function toAscii(text: string): string {
  // eslint-disable-next-line no-control-regex -- all of ASCII is to stay as it is
  return text.replace(/[^\x00-\x7f]/gu, (character) => PLAIN[character] ?? '?');
}

/** Whether the locale, as C libraries find it, has more than ASCII. */
export function isUtf8(env: NodeJS.ProcessEnv): boolean {
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((name) => name !== undefined && name !== '');
  return locale !== undefined && /utf-?8/i.test(locale);
}
