/** What a field of CSV may hold. Numbers that are none, and what is absent, are empty fields. */
export type Field = string | number | boolean | undefined | null;

/** A record as RFC 4180 has it: quoted where it must be, ended by CRLF. */
export function csvRow(fields: readonly Field[]): string {
  return `${fields.map(quoted).join(',')}\r\n`;
}

function quoted(field: Field): string {
  if (field === undefined || field === null) return '';
  if (typeof field === 'number') return Number.isFinite(field) ? String(field) : '';
  const text = String(field);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
