import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** The signs of the transport, on the same grid as the other icons; filled, as on every player. */
const SHAPES = {
  play: svg`<path d="M8 5.500v13l10.500-6.500z" />`,
  pause: svg`<path d="M7 5.500h3.500v13H7zM13.500 5.500H17v13h-3.500z" />`,
  again: svg`<path d="M5 12a7 7 0 1 1 2.200 5.100M5 19v-4.500h4.500" fill="none" />`,
  back: svg`<path d="M18 6v12l-9-6zM6.500 6h2v12h-2z" />`,
  next: svg`<path d="M6 6v12l9-6zM15.500 6h2v12h-2z" />`,
  skip: svg`<path d="M3.500 6.500v11l7.500-5.500zM11 6.500v11l7.500-5.500zM18.500 6.500h2v11h-2z" />`,
  hidden: svg`<path d="M3.500 10c2.500 3.800 5.300 5.500 8.500 5.500s6-1.700 8.500-5.500M6 13.200 4.200 16M12 15.500v3.300M18 13.200l1.800 2.800" fill="none" />`,
} satisfies Record<string, SVGTemplateResult>;

export type ReplayIcon = keyof typeof SHAPES;

const TURNING: readonly ReplayIcon[] = ['again', 'back', 'next', 'skip', 'play'];

/** A sign for the eye alone; the button that carries it has a name. */
export function replayIcon(name: ReplayIcon): TemplateResult {
  const classes = `icon transport-icon${TURNING.includes(name) ? ' turns' : ''}`;
  return html`<svg class=${classes} viewBox="0 0 24 24" aria-hidden="true">${SHAPES[name]}</svg>`;
}
