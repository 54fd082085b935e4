import type { ReportTable, Section, TableRow } from '../tables';
import { html } from './escape';

/** A table of the report as HTML: one table for each of its sections. */
export function tableHtml({ id, title, about, aligns, sections }: ReportTable): string {
  const parts = sections.map((section, place) =>
    sectionHtml(section, aligns, `${title}: ${section.title || place + 1}`),
  );
  return `<section class="results" aria-labelledby="table-${html(id)}">
<h3 id="table-${html(id)}">${html(title)}</h3>
<p class="muted">${html(about)}</p>
${parts.join('\n')}
</section>`;
}

type Aligns = ReportTable['aligns'];

function sectionHtml({ title, head, rows }: Section, aligns: Aligns, label: string): string {
  const caption = title === '' ? '' : `<caption>${html(title)}</caption>`;
  return `<div class="scroll" tabindex="0" role="group" aria-label="${html(label)}"><table>${caption}
<thead><tr>${head.map((text, place) => headCell(text, aligns[place])).join('')}</tr></thead>
<tbody>
${rows.map((row) => rowHtml(row, aligns)).join('\n')}
</tbody></table></div>`;
}

/** A heading without a text is no heading. */
function headCell(text: string, align: Aligns[number] | undefined): string {
  const attributes = align === 'right' ? ' class="right"' : '';
  return text === '' ? `<td${attributes}></td>` : `<th scope="col"${attributes}>${html(text)}</th>`;
}

function rowHtml({ cells, verdict }: TableRow, aligns: Aligns): string {
  const fields = cells.map((text, place) => {
    if (place === 0) return text === '' ? '<td></td>' : `<th scope="row">${html(text)}</th>`;
    const names = [
      ...(aligns[place] === 'right' ? ['right'] : []),
      ...(verdict !== undefined && place === cells.length - 1 ? [`verdict-${verdict.replace(' ', '-')}`] : []),
    ];
    return `<td${names.length > 0 ? ` class="${names.join(' ')}"` : ''}>${html(text)}</td>`;
  });
  return `<tr>${fields.join('')}</tr>`;
}
