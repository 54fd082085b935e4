const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML has it, in an element or in an attribute; the character 0, which HTML can't have, is replaced. */
export function html(text: string): string {
  return text.replace(/[&<>"']|\0/g, (character) => ENTITIES[character] ?? '\ufffd');
}

/** The same for a sentence, in which no number is torn from its unit. */
export function sentenceHtml(text: string): string {
  return html(text).replace(
    /[−-]?\d[\d.]*(?:(?:–| to )[−-]?\d[\d.]*)?(?: (?:%|[nµm]?s|B|[KM]iB)(?![\w/]))?/g,
    '<span class="number">$&</span>',
  );
}

/** Data for a script element: nothing in it ends the element, and no character ends a line of JavaScript. */
export function inlineJson(data: unknown): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
