/** A text that Markdown takes as it is, also in a table. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*|]|(?<!\w)_|_(?!\w)|\](?=[([:])/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replace(/\s+/g, ' ');
}
