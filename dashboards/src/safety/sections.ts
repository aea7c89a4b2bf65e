import type { ComponentType } from 'preact';
import type { Me, Site } from '../wire/people';
import type { Address } from './address';
import { say as sayIncident } from './incident-words';
import { sayOf } from './rule-words';
import { say } from './words';

/** What every section gets. */
export interface SectionProps {
  readonly me: Me;
  readonly site: Site | undefined;
  readonly address: Address;
}

/** One tab of the page, loaded when it is first opened. */
export interface Section {
  /** What its address starts with: `#/name`. */
  readonly name: string;
  readonly title: () => string;
  readonly load: () => Promise<ComponentType<SectionProps>>;
}

/** In the order of the tabs; the first one is shown where the address names none. */
export const SECTIONS: readonly [Section, ...Section[]] = [
  {
    name: 'incidents',
    title: () => say('section.incidents'),
    load: async () => (await import('./incidents')).IncidentsSection,
  },
  {
    name: 'rules',
    title: () => sayOf('section.rules'),
    load: async () => (await import('./rules')).RulesSection,
  },
  {
    name: 'report',
    title: () => sayIncident('section.report'),
    load: async () => (await import('./report')).ReportSection,
  },
  {
    name: 'notices',
    title: () => say('section.notices'),
    load: async () => (await import('./notices')).NoticesSection,
  },
  {
    name: 'drills',
    title: () => say('section.drills'),
    load: async () => (await import('./drills')).DrillsSection,
  },
];
