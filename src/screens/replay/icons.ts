import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** The icons of the transport controls, on the same grid as the other icons; filled, as on every player. */
const SHAPES = {
  play: svg`<path d="M8 5.500v13l10.500-6.500z" />`,
  pause: svg`<path d="M7 5.500h3.500v13H7zM13.500 5.500H17v13h-3.500z" />`,
  again: svg`<path d="M5 12a7 7 0 1 1 2.200 5.100M5 19v-4.500h4.500" fill="none" />`,
  back: svg`<path d="M18 6v12l-9-6zM6.500 6h2v12h-2z" />`,
  next: svg`<path d="M6 6v12l9-6zM15.500 6h2v12h-2z" />`,
  skip: svg`<path d="M3.500 6.500v11l7.500-5.500zM11 6.500v11l7.500-5.500zM18.500 6.500h2v11h-2z" />`,
  hidden: svg`<path d="M3.500 10c2.500 3.800 5.300 5.500 8.500 5.500s6-1.700 8.500-5.500M6 13.200 4.200 16M12 15.500v3.300M18 13.200l1.800 2.800" fill="none" />`,
  save: svg`<path d="M12 4v11M7.500 11 12 15.500 16.500 11M5 19.500h14" fill="none" />`,
  copy: svg`<path d="M8.500 8.500h10v11h-10zM15 8.500V5H5v11h3.500" fill="none" />`,
  beside: svg`<path d="M3.500 5.500h7v13h-7zM13.500 5.500h7v13h-7z" fill="none" />`,
  branch: svg`<path d="M5 12h5c4 0 4-6 8-6M10 12c4 0 4 6 8 6M16 3.500 18.500 6 16 8.500M16 15.500l2.500 2.500-2.500 2.500" fill="none" />`,
  search: svg`<path d="M15.500 15.500 20 20M10.500 4.500a6 6 0 1 0 0 12 6 6 0 0 0 0-12z" fill="none" />`,
  picture: svg`<path d="M4 5.500h16v13H4zM4 15.500l4.500-4.500 4 4 3-3 4.500 4.500M15.500 9.300v.1" fill="none" />`,
  text: svg`<path d="M5 6h14M5 10.500h14M5 15h14M5 19h8" fill="none" />`,
} satisfies Record<string, SVGTemplateResult>;

export type ReplayIcon = keyof typeof SHAPES;

const TURNING: readonly ReplayIcon[] = ['again', 'back', 'next', 'skip', 'play', 'branch'];

/** An icon that screen readers skip; its button has a name. */
export function replayIcon(name: ReplayIcon): TemplateResult {
  const classes = `icon transport-icon${TURNING.includes(name) ? ' turns' : ''}`;
  return html`<svg class=${classes} viewBox="0 0 24 24" aria-hidden="true">${SHAPES[name]}</svg>`;
}
