import { DARK, LIGHT, type Palette } from '../palette';

const KEY = 'sockcall-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

/** The palette that is in force. */
export function palette(): Palette {
  const wanted = document.documentElement.dataset.theme;
  return wanted === 'dark' || (wanted !== 'light' && dark.matches) ? DARK : LIGHT;
}

/** Follows the switch and the system; what was switched to is remembered, where the browser allows it. */
export function followTheme(changed: () => void): void {
  const inputs = document.querySelectorAll<HTMLInputElement>('input[name=theme]');
  const stored = remembered();
  for (const input of inputs) {
    input.checked = input.value === stored;
    input.addEventListener('change', () => {
      apply(input.value);
      remember(input.value);
      changed();
    });
  }
  apply(stored);
  dark.addEventListener('change', changed);
  document.querySelector<HTMLElement>('.theme')!.hidden = false;
}

function apply(name: string): void {
  if (name === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
}

/** Storage may be forbidden for files. */
function remembered(): string {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'dark' || stored === 'light' ? stored : 'auto';
  } catch {
    return 'auto';
  }
}

function remember(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Then it is for this time only.
  }
}
