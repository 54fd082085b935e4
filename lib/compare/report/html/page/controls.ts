import { element, find } from './dom';
import type { Choice, Choices, Selection } from './selection';

/** The controls above the figures: a plain list to choose from for each thing that can be chosen. */
export class Controls {
  private readonly form = find<HTMLFormElement>('.controls');
  private readonly lists = new Map<string, HTMLSelectElement>();

  constructor(
    private readonly choices: Choices,
    public selection: Selection,
    private readonly changed: (selection: Selection) => void,
  ) {
    this.form.hidden = false;
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.show();
  }

  private show(): void {
    const wanted = this.choices.of(this.selection);
    for (const choice of wanted) this.list(choice);
    for (const [id, list] of this.lists) list.parentElement!.hidden = !wanted.some((choice) => choice.id === id);
    find('.status').textContent = this.status();
  }

  private status(): string {
    const text = this.choices.describe(this.selection);
    return text === '' ? '' : `Shown: ${text}.`;
  }

  /** Lists stay where they are, so that the focus does. */
  private list({ id, label, options, selected }: Choice): void {
    let list = this.lists.get(id);
    if (list === undefined) {
      list = element('select', { id: `choose-${id}` });
      list.addEventListener('change', (event) => this.choose(id, (event.target as HTMLSelectElement).value));
      this.lists.set(id, list);
      this.form.append(element('div', {}, element('label', { for: list.id }, label), list));
    }
    list.replaceChildren(...options.map(({ value, text }) => element('option', { value }, text)));
    list.value = selected;
  }

  private choose(id: string, value: string): void {
    this.selection = this.choices.after(this.selection, id, value);
    this.show();
    this.changed(this.selection);
  }
}
