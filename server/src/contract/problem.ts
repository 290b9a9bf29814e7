import Type from 'typebox';

/** RFC 9457 problem details with a stable `code`. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Address of the page that explains the code.' }),
    title: Type.String({ description: 'The problem in a few words.' }),
    status: Type.Integer({ description: 'HTTP status.' }),
    code: Type.String({ description: 'Stable machine-readable code.' }),
    detail: Type.String({ description: 'What is wrong, where, and what to do.' }),
    parameter: Type.Optional(Type.String({ description: 'The query parameter at fault.' })),
    reference: Type.Optional(
      Type.String({
        description: 'Quote this when you report a fault of the server: its log has the cause.',
      }),
    ),
    commands: Type.Optional(
      Type.Array(Type.String(), { description: 'Commands that put it right, in order.' }),
    ),
    valid: Type.Optional(Type.Array(Type.String(), { description: 'The values that would be accepted.' })),
  },
  { $id: 'Problem', description: 'What went wrong, for people and programs.' },
);
export type Problem = Type.Static<typeof Problem>;
