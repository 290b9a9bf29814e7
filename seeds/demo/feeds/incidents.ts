import { formatInstant } from '../clock.ts';
import type { FeedMaker, MakeContext } from '../context.ts';
import { forceCode } from '../places.ts';
import type { Random } from '../random.ts';
import type { ReleaseFiles } from '../release-files.ts';
import { lateness } from '../story/late-rows.ts';
import { createIncidentMonths, type Incident } from './incident-month.ts';

export const incidentColumns = [
  'incident_ref',
  'area_code',
  'received_at',
  'dispatched_at',
  'arrived_at',
  'video_connected_at',
  'initial_grade',
  'final_grade',
  'domestic_abuse',
  'deferred_by_victim',
  'incident_class',
  'closure',
  'video_stage',
  'priority_area',
  'risk',
  'first_report',
] as const;

/** What had not reached the system when a row was first written. */
type Unknown = 'arrival' | 'flag' | 'place';

/** Command and control: one row per call, as known at each release. */
export function createIncidents(context: MakeContext): FeedMaker {
  const files = context.open('incidents', incidentColumns);
  const monthsOf = createIncidentMonths(context.seed, context.scale);
  return {
    makeMonth(month) {
      const calls = monthsOf(month);
      for (let index = 0; index < calls.count; index++) {
        write(files, calls.draw(index), month, calls.random);
      }
    },
    close: () => files.close(),
  };
}

/** Writes a call: most at once and for good, some late, some first without something that comes later. */
function write(files: ReleaseFiles, incident: Incident, month: number, random: Random): void {
  const draw = random.next();
  const later = month + (random.chance(lateness.withinNextMonth) ? 1 : 2);
  if (draw < lateness.incidentRow) {
    files.add(row(incident), month, later);
    return;
  }
  const unknown = firstUnknown(incident, draw - lateness.incidentRow);
  if (unknown === undefined) files.add(row(incident), month, month);
  else {
    const render = (asAt: number) => row(incident, asAt < later ? unknown : undefined);
    files.addVersions([month, later], month, render);
  }
}

/** What the first version of a row lacks, if anything: only what the call has can be missing. */
function firstUnknown({ kind, visit, unplaced }: Incident, draw: number): Unknown | undefined {
  if (draw < lateness.arrival) return visit.arrivedAt === 0 ? undefined : 'arrival';
  if (draw < lateness.arrival + lateness.incidentFlag) return kind.isDomestic ? 'flag' : undefined;
  const isPlacedLate = draw < lateness.arrival + lateness.incidentFlag + lateness.place;
  return isPlacedLate && !unplaced ? 'place' : undefined;
}

function row(incident: Incident, unknown?: Unknown): string {
  const { kind, visit } = incident;
  const area = incident.unplaced || unknown === 'place' ? forceCode : incident.district.code;
  const flagged = kind.isDomestic && unknown !== 'flag';
  const stamps = `${formatInstant(incident.receivedAt)},${instant(visit.dispatchedAt)},${unknown === 'arrival' ? '' : instant(visit.arrivedAt)},${instant(visit.videoAt)}`;
  const grades = `${kind.firstGrade},${incident.finalGrade}`;
  const handling = `${visit.deferred},${kind.incidentClass},${visit.closure},${flagged ? visit.stage : ''}`;
  const abuse = flagged ? `${kind.risk},${kind.firstReport}` : ',';
  return `${incident.reference},${area},${stamps},${grades},${flagged},${handling},${incident.priorityArea},${abuse}`;
}

function instant(utcSeconds: number): string {
  return utcSeconds === 0 ? '' : formatInstant(utcSeconds);
}
