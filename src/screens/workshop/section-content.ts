import { html, type TemplateResult } from 'lit';
import type { PlayedLevel } from '../../workshop/analysis/analyse.ts';
import { eventsSection } from './events-section.ts';
import { expectedSection, type ExpectedActions, type ExpectedModel } from './expected-section.ts';
import { findings } from './findings.ts';
import type { Form } from './form.ts';
import { lessonSection } from './lesson-section.ts';
import { mailsSection } from './mails-section.ts';
import { peopleSection } from './people-section.ts';
import type { SectionName } from './sections.ts';
import { sharedSection } from './shared-section.ts';
import { storySection } from './story-section.ts';
import { trapsSection } from './traps-section.ts';

/** What the sections need beyond the form. */
export interface SectionParts {
  readonly expected: ExpectedModel;
  readonly expectedActions: ExpectedActions;
  /** What playing the level in every way has shown; null while that is being worked out. */
  readonly played: PlayedLevel | null;
  readonly isPlayable: boolean;
  readonly languages: () => TemplateResult;
  readonly share: () => TemplateResult;
}

/** The fields of one section of the form. */
export function sectionContent(section: SectionName, form: Form, parts: SectionParts): TemplateResult {
  switch (section) {
    case 'story':
      return storySection(form);
    case 'people':
      return peopleSection(form);
    case 'mails':
      return mailsSection(form);
    case 'shared':
      return sharedSection(form);
    case 'traps':
      return trapsSection(form);
    case 'events':
      return eventsSection(form);
    case 'lesson':
      return lessonSection(form);
    case 'expected':
      return html`${expectedSection(form, parts.expected, parts.expectedActions)}
      ${findings(form, parts.played, parts.isPlayable)}`;
    case 'languages':
      return parts.languages();
    case 'share':
      return parts.share();
  }
}
