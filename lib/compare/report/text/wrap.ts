/** Breaks a text between words; the lines after the first are indented. A word longer than a line is cut. */
export function wrap(text: string, width: number, indent = 2): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text).flatMap((long) => pieces(long, width - indent))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = ' '.repeat(indent) + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A number and its unit are one word. */
function wordsOf(text: string): string[] {
  return text.split(/[ \t\r\n]+(?!(?:%|[nµm]?s|B|[KM]iB)(?:[^\w/]|$))/);
}

function pieces(word: string, width: number): string[] {
  if (word.length <= width) return [word];
  return word.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? [];
}

/** A text that has to do with so many columns. */
export function clip(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(width - 1, 0))}…`;
}
