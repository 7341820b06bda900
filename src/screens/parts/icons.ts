import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Our own line icons, on a grid of 24. None carries meaning alone: each has a text beside it or labels a button. */
const PATHS = {
  undo: svg`<path d="M9 7 4.5 11.500 9 16M5 11.500h9.500a5 5 0 0 1 0 10H12" />`,
  redo: svg`<path d="M15 7l4.500 4.500L15 16m4-4.500H9.500a5 5 0 0 0 0 10H12" />`,
  send: svg`<path d="M3.500 11.200 20.500 4 15 20.500l-4-6.800zM11 13.700 20.500 4" />`,
  settings: svg`<path d="M4 7h8m5 0h3M4 17h3m5 0h8" /><circle cx="14.500" cy="7" r="2.500" /><circle cx="9.500" cy="17" r="2.500" />`,
  back: svg`<path d="M14.500 5.500 8 12l6.500 6.500" />`,
  forward: svg`<path d="M4.500 12h14M13 6.500l5.500 5.500-5.500 5.500" />`,
  replay: svg`<path d="M5 12a7 7 0 1 1 2.200 5.100M5 19v-4.500h4.500" />`,
  eye: svg`<path d="M2.500 12S6 5.800 12 5.800 21.500 12 21.500 12 18 18.200 12 18.200 2.500 12 2.500 12z" /><circle cx="12" cy="12" r="2.800" />`,
  help: svg`<circle cx="12" cy="12" r="9" /><path d="M9.300 9.600a2.700 2.700 0 1 1 4 2.400c-.9.5-1.300 1-1.300 2M12 16.800v.1" />`,
  check: svg`<path d="M5 12.500 10 17.500 19.500 7" />`,
  warning: svg`<path d="M12 4 2.800 19.800h18.400zM12 10v4.500M12 17.200v.1" />`,
  clock: svg`<circle cx="12" cy="12" r="8.500" /><path d="M12 7.500V12l3 2" />`,
  hand: svg`<path d="M7.500 12V6.200a1.500 1.500 0 0 1 3 0V11V4.500a1.500 1.500 0 0 1 3 0V11V5.800a1.500 1.500 0 0 1 3 0V13l1.300-2a1.500 1.500 0 0 1 2.600 1.500L17.500 18c-1 2-2.500 3-5 3-3.500 0-5-2-5-5z" />`,
  screen: svg`<path d="M4 9V4.500h5M15 4.500h5V9M20 15v4.500h-5M9 19.500H4V15" />`,
  close: svg`<path d="M6 6l12 12M18 6 6 18" />`,
  file: svg`<path d="M6 3.500h8l4 4v13H6zM14 3.500v4h4M9 12.500h6M9 16h6" />`,
  people: svg`<circle cx="9" cy="8.500" r="3.200" /><path d="M3 19.500c.5-4 3-5.700 6-5.700s5.500 1.700 6 5.700M15 5.700a3 3 0 0 1 0 5.600m2.500 3c2 .7 3.200 2.400 3.500 5.200" />`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof PATHS;

/** Icons that point in the reading direction, and are mirrored with it. */
const TURNING: readonly IconName[] = ['undo', 'redo', 'send', 'back', 'forward'];

/** An icon that screen readers skip. */
export function icon(name: IconName): TemplateResult {
  const turns = TURNING.includes(name) ? 'icon turns' : 'icon';
  return html`<svg class=${turns} viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`;
}
