type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with attributes and children; texts are taken as texts, never as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(attribute, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}

/** A button that does something. */
export function button(text: string, label: string, action: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', 'aria-label': label }, text);
  made.addEventListener('click', action);
  return made;
}

/** An element that the page is built around. */
export function find<T extends HTMLElement>(selector: string): T {
  return document.querySelector<T>(selector)!;
}
