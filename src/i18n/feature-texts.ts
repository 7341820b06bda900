/** Features whose texts are a file of their own (tools/split-texts.mjs). */
export type FeatureFile = 'room' | 'workshop' | 'practice';

/** Fetches a file of texts. */
export type Load = () => Promise<{ default: object }>;

/** Only the files of the current language are fetched, as for the other texts. */
export const FEATURE_TEXTS: Readonly<Record<FeatureFile, Readonly<Record<string, Load>>>> = {
  room: {
    en: () => import('./en.json?room'),
    de: () => import('./de.json?room'),
    fr: () => import('./fr.json?room'),
    es: () => import('./es.json?room'),
    ar: () => import('./ar.json?room'),
    ja: () => import('./ja.json?room'),
  },
  workshop: {
    en: () => import('./en.json?workshop'),
    de: () => import('./de.json?workshop'),
    fr: () => import('./fr.json?workshop'),
    es: () => import('./es.json?workshop'),
    ar: () => import('./ar.json?workshop'),
    ja: () => import('./ja.json?workshop'),
  },
  practice: {
    en: () => import('./en.json?practice'),
    de: () => import('./de.json?practice'),
    fr: () => import('./fr.json?practice'),
    es: () => import('./es.json?practice'),
    ar: () => import('./ar.json?practice'),
    ja: () => import('./ja.json?practice'),
  },
};
