import { readFile } from 'node:fs/promises';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { emitOpenapi } from '../../server/src/cli/openapi.ts';
import { operations } from '../../server/src/routes/operations.ts';

type Node = Record<string, unknown>;
interface Document {
  paths: Record<string, Record<string, { operationId: string; parameters?: Node[]; responses: Node }>>;
  components: { schemas: Record<string, Node> };
}

const read = (name: string): Promise<string> => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');
let emitted: string;
let document: Document;

beforeAll(async () => {
  emitted = await emitOpenapi();
  document = JSON.parse(emitted) as Document;
});

describe('the OpenAPI document', () => {
  test('is committed as emitted (npm run openapi brings it up to date)', async () => {
    expect(await read('server/openapi.json')).toBe(emitted);
  });

  test('gives the client the types it has (npm run openapi brings them up to date)', async () => {
    const types = astToString(await openapiTypescript(emitted));
    expect(await read('client/src/api/generated/schema.ts')).toContain(types.trim());
  });

  test('names every operation once, a verb then a noun', () => {
    const ids = Object.values(document.paths).map(({ get }) => get?.operationId);
    expect(ids.toSorted()).toEqual(Object.keys(operations).toSorted());
    expect(ids.filter((id) => !/^(get|list)[A-Z][A-Za-z]+$/.test(String(id)))).toEqual([]);
  });

  test('can only be read', () => {
    const methods = Object.values(document.paths).flatMap((path) => Object.keys(path));
    expect(new Set(methods)).toEqual(new Set(['get']));
  });

  test('describes every schema', () => {
    const bare = Object.entries(document.components.schemas).filter(([, { description }]) => !description);
    expect(bare.map(([name]) => name)).toEqual([]);
  });

  test('describes every property, or refers to a schema that does', () => {
    expect(
      Object.entries(document.components.schemas).flatMap(([name, schema]) => bareProperties(name, schema)),
    ).toEqual([]);
  });

  test('describes every parameter', () => {
    const bare = Object.values(document.paths)
      .flatMap(({ get }) => get?.parameters ?? [])
      .filter(({ description }) => !description);
    expect(bare).toEqual([]);
  });

  test('answers every failure with problem details', () => {
    const failures = Object.values(document.paths).flatMap(({ get }) =>
      Object.entries(get?.responses ?? {}).filter(([status]) => /^(4|5|default)/.test(status)),
    );
    const types = failures.map(([, reply]) => Object.keys((reply as { content: Node }).content));
    expect(new Set(types.flat())).toEqual(new Set(['application/problem+json']));
  });
});

/** Where a property, at any depth, has no description of its own, of a reference, or of its one real alternative. */
function bareProperties(place: string, schema: Node): string[] {
  const own = Object.entries((schema.properties ?? {}) as Record<string, Node>).flatMap(
    ([name, property]) => [
      ...(isDescribed(property) ? [] : [`${place}.${name}`]),
      ...bareProperties(`${place}.${name}`, property),
    ],
  );
  const items = schema.items === undefined ? [] : bareProperties(`${place}[]`, schema.items as Node);
  return [...own, ...items];
}

function isDescribed(property: Node): boolean {
  if (property.description || property.$ref) return true;
  const alternatives = (property.anyOf ?? []) as Node[];
  return alternatives.length > 0 && alternatives.filter(({ type }) => type !== 'null').every(isDescribed);
}
