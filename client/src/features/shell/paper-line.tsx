import { useLocation } from '@tanstack/react-router';
import { useCurrentRelease } from '../../api/current-release.ts';
import type { Release } from '../../api/types.ts';
import { formatDay } from '../../format/periods.ts';

/** At the foot of every printed page: whose figures, of which release, under which filters, and the page number. */
export function PaperLine() {
  const release = useCurrentRelease();
  const address = useLocation({ select: ({ href }) => href });
  return <style media="print">{pageRule(release, address)}</style>;
}

const look = 'font: 7.5pt "Source Sans 3", sans-serif; color: #364654;';

/** Margin boxes of a page; the address holds every filter, and the release number its figures are read from. */
export function pageRule(release: Release | undefined, address: string): string {
  const line = release ? `${releaseWords(release)}\\A ` : '';
  return [
    '@page {',
    `@bottom-left { ${look} white-space: pre; text-align: left; width: 84%; content: "${line}${cssText(address)}"; }`,
    `@bottom-right { ${look} content: counter(page) " of " counter(pages); }`,
    '}',
  ].join(' ');
}

function releaseWords({ synthetic, force, number, publishedOn, dataTo, sha256 }: Release): string {
  const parts = [
    synthetic ? 'Synthetic demonstration data' : '',
    `${force.name}, Release ${number}`,
    `published ${formatDay(publishedOn, 'short')}`,
    `data to ${formatDay(dataTo, 'short')}`,
    `SHA-256 ${sha256.slice(0, 12)}`,
  ];
  return cssText(parts.filter(Boolean).join(' · '));
}

/** Text inside a CSS string. */
const cssText = (text: string) =>
  text.replaceAll(/["\\\n<]/g, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
