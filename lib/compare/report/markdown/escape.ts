/** A text that Markdown takes as it is, also in a table. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|]/g, (character) => (character === '<' ? '&lt;' : `\\${character}`))
    .replace(/\s+/g, ' ');
}
