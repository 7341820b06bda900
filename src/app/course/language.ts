import { matchLanguage } from '../../engine/index.ts';
import { setLanguage, wantedLanguage } from '../../i18n/index.ts';
import { settings } from '../../progress/index.ts';
import { languagesOf } from './brand.ts';
import type { CourseLoader } from './course-loader.ts';

/** The language of the page and of its levels, which change together. */
export interface PageLanguage {
  /** The tag of the last requested language; its texts may still be loading. */
  now(): string;
  /** Changes the language once the levels have their texts in it. */
  change(tag: string): Promise<void>;
  /** Changes to a language of the course if it lacks the current one. */
  followCourse(): void;
  /** Changes to the language of the settings after they changed elsewhere. */
  followSettings(): void;
  /** @param translated called when the levels have their texts in a new language, before the page changes to it */
  onTranslated(translated: () => void): void;
}

export function openPageLanguage(course: CourseLoader): PageLanguage {
  let wanted = wantedLanguage(settings.get().language);
  const listeners: (() => void)[] = [];
  const change = async (tag: string) => {
    wanted = tag;
    await course.translate(tag);
    for (const translated of listeners) translated();
    if (tag === wanted) await setLanguage(tag);
  };
  return {
    now: () => wanted,
    change,
    followCourse() {
      const { course: stated } = course.loaded();
      if (!stated) return;
      const offered = languagesOf(stated);
      const [first] = offered;
      const tags = offered.map(({ tag }) => tag);
      if (first && matchLanguage(wanted, tags) === null) void change(first.tag);
    },
    followSettings() {
      const tag = wantedLanguage(settings.get().language);
      if (tag !== wanted) void change(tag);
    },
    onTranslated: (translated) => void listeners.push(translated),
  };
}
