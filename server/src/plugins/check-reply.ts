import type { TSchema } from 'typebox';
import { Check, Clean, Clone, Errors } from 'typebox/value';

/**
 * Holds a reply against its schema, strictly: nothing missing, nothing of another type, nothing extra.
 * @throws naming the first places that differ
 */
export function checkReply(name: string, schema: TSchema, value: unknown): void {
  if (!Check(schema, value)) {
    const places = Errors(schema, value)
      .slice(0, 5)
      .map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
    throw new Error(`The reply is not a ${name}: ${places.join('; ')}`);
  }
  const named = JSON.stringify(Clean(schema, Clone(value)));
  if (named !== JSON.stringify(value)) {
    throw new Error(
      `The reply has properties that ${name} does not name: ${firstDifference(named, JSON.stringify(value))}`,
    );
  }
}

function firstDifference(named: string, given: string): string {
  const at = [...given].findIndex((character, index) => character !== named[index]);
  return `…${given.slice(Math.max(0, at - 40), at + 60)}…`;
}
