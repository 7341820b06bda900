import type { ScormVersion } from '../find-api.ts';

/** The facts in a package's manifest. */
export interface PackageFacts {
  /**
   * Depends on the course and not on its version: if an update changed the identifier, platforms would drop the
   * learners' progress.
   */
  readonly id: string;
  readonly title: string;
  /** A language tag. */
  readonly language: string;
  /** Every file of the package except the manifest, with slashes. */
  readonly files: readonly string[];
  /** The file that the platform opens, with parameters if needed. */
  readonly launch: string;
  /**
   * The score that passes the course, 0 to 100. Only cmi5 gets it, because a SCORM platform would judge by it too
   * early.
   */
  readonly passMark: number;
}

/** The file at the root of the zip that tells the platform what kind of package it is. */
export const MANIFEST_FILE = { scorm12: 'imsmanifest.xml', scorm2004: 'imsmanifest.xml', cmi5: 'cmi5.xml' } as const;

/**
 * Writes the manifest of a SCORM package (SCORM 1.2 and SCORM 2004 4th edition Content Aggregation Model; IMS Content
 * Packaging 1.1).
 * It names no mastery score: with one, a platform fails a learner who leaves after one of three levels.
 */
export function scormManifest(version: ScormVersion, { id, title, files, launch }: PackageFacts): string {
  const name = identifier(id);
  const { root, type, schema, rules } = SCORM[version];
  return lines(
    XML,
    `<manifest identifier="${name}" version="1" ${root}>`,
    `  <metadata><schema>ADL SCORM</schema><schemaversion>${schema}</schemaversion></metadata>`,
    `  <organizations default="${name}-organization">`,
    `    <organization identifier="${name}-organization">`,
    `      <title>${escaped(title)}</title>`,
    `      <item identifier="${name}-item" identifierref="${name}-resource" isvisible="true">`,
    `        <title>${escaped(title)}</title>`,
    ...rules.map((rule) => `        ${rule}`),
    `      </item>`,
    `    </organization>`,
    `  </organizations>`,
    `  <resources>`,
    `    <resource identifier="${name}-resource" type="webcontent" ${type}="sco" href="${escaped(launch)}">`,
    ...files.map((file) => `      <file href="${escaped(asPath(file))}"/>`),
    `    </resource>`,
    `  </resources>`,
    `</manifest>`,
  );
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';

const SCORM = {
  scorm12: {
    root: 'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
    type: 'adlcp:scormtype',
    schema: '1.2',
    rules: [],
  },
  scorm2004: {
    root: 'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
    type: 'adlcp:scormType',
    schema: '2004 4th Edition',
    // The page reports the result, so the platform must not infer one when nothing is reported.
    rules: [
      '<imsss:sequencing><imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/></imsss:sequencing>',
    ],
  },
} as const;

/**
 * Writes the course structure of a cmi5 package (cmi5 §13.1) with one assignable unit.
 * @param facts with the pass mark as the mastery score, which cmi5 passes to the page at launch
 */
export function cmi5Structure({ id, title, language, launch, passMark }: PackageFacts): string {
  const name = (text: string) => `<langstring lang="${escaped(language)}">${escaped(text)}</langstring>`;
  const texts = `<title>${name(title)}</title><description>${name(title)}</description>`;
  const iri = `urn:blind-copy:course:${encodeURIComponent(id)}`;
  return lines(
    XML,
    '<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">',
    `  <course id="${iri}">${texts}</course>`,
    `  <au id="${iri}:unit" moveOn="CompletedAndPassed" masteryScore="${String(passMark / 100)}" launchMethod="AnyWindow">`,
    `    ${texts}`,
    `    <url>${escaped(launch)}</url>`,
    '  </au>',
    '</courseStructure>',
  );
}

const lines = (...parts: readonly string[]) => `${parts.join('\n')}\n`;

/** Returns an XML identifier (NCName): letters, digits, hyphens, and a letter first. */
function identifier(id: string): string {
  return `course-${id.replaceAll(/[^A-Za-z0-9._-]/g, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`)}`;
}

/** Returns a file's path as a URL: names can contain spaces, letters of any language or a percent sign. */
const asPath = (file: string) => file.split('/').map(encodeURIComponent).join('/');

function escaped(text: string): string {
  return (
    text
      // XML 1.0 §2.2 forbids control characters, even escaped.
      .replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
