import { svg, html, type TemplateResult } from 'lit';
import { encode } from 'uqr';
import './room.css';

/** The quiet zone around the code that scanners need, in modules (ISO/IEC 18004, 5.3.8). */
const QUIET = 4;

/**
 * Draws a QR code, dark on white in every theme, because many scanners read nothing else.
 *
 * @param text the content: a link, or a result code
 * @param label names the picture for screen readers
 */
export function qrCode(text: string, label: string): TemplateResult {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const rows = data.map((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')).join(''));
  const box = `${String(-QUIET)} ${String(-QUIET)} ${String(size + 2 * QUIET)} ${String(size + 2 * QUIET)}`;
  return html`<svg
    class="qr-code"
    data-qr=${text}
    viewBox=${box}
    role="img"
    aria-label=${label}
    shape-rendering="crispEdges"
  >
    ${svg`<rect x=${-QUIET} y=${-QUIET} width="100%" height="100%" fill="#fff" /><path d=${rows.join('')} fill="#000" />`}
  </svg>`;
}
