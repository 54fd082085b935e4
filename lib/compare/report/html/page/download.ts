import { bytesOf } from './base64';
import { element } from './dom';

/** Gives a file to the reader. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = element('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser may not have begun to read it yet.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function downloadText(name: string, text: string, type: string): void {
  download(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** A figure as a file of its own. */
export function svgText(svg: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

/** So many pixels for each one of the figure, for print. */
const PIXELS = 3;

/** A figure as pixels. */
export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const [width, height] = [svg.width.baseVal.value, svg.height.baseVal.value];
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`;
  await image.decode();
  const canvas = element('canvas', { width: width * PIXELS, height: height * PIXELS });
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  // toBlob() waits until the browser has nothing else to do, which may take seconds.
  const [, base64] = canvas.toDataURL('image/png').split(',');
  return new Blob([bytesOf(base64!)], { type: 'image/png' });
}
