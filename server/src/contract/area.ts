import Type from 'typebox';
import { nullable } from './common.ts';

export const Force = Type.Object(
  {
    code: Type.String({ description: 'Force code, for example E23000016.' }),
    name: Type.String({ description: 'Name.' }),
  },
  { $id: 'Force', description: 'A police force.' },
);
export const Area = Type.Object(
  {
    code: Type.String({ description: 'Area code.' }),
    name: Type.String({ description: 'Name.' }),
    kind: Type.String({ description: 'force, lpa, district, station or team.' }),
    parent: nullable(Type.String({ description: 'Code of the area it lies in.' })),
  },
  { $id: 'Area', description: 'An area of the home force.' },
);
export const AreaSet = Type.Object(
  {
    id: Type.String({ description: 'Area set id.' }),
    validFrom: Type.String({ description: 'First day in force.' }),
    validTo: nullable(Type.String({ description: 'Last day in force; null while open.' })),
    areas: Type.Array(Area, { description: "In the force's own order." }),
  },
  { $id: 'AreaSet', description: 'A dated division of the force.' },
);
export const Areas = Type.Object(
  {
    release: nullable(
      Type.Integer({ description: 'Release the sets are pinned in; null before the first.' }),
    ),
    force: Force,
    areaSets: Type.Array(AreaSet, { description: 'Oldest first.' }),
  },
  { $id: 'Areas', description: 'The home force and its dated area sets.' },
);
export type Areas = Type.Static<typeof Areas>;
