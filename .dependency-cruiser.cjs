/**
 * Who may import whom (docs: decision 30). A layer may import those listed before it, never one after it;
 * layers on one line are siblings and do not see each other.
 */
const serverLayers = [
  ['db'],
  ['metrics'],
  ['cells'],
  ['releases', 'ingest'],
  ['read-models'],
  ['exports'],
  ['plugins', 'auth'],
  ['routes'],
  ['cli'],
];
const clientLayers = [
  ['format', 'design'],
  ['ui'],
  // Charts draw replies, so they know the contract's types; they never ask for one.
  ['api'],
  ['charts', 'url'],
  ['features'],
  ['routes'],
  ['app'],
];

/** Product code: tests may reach across, because they test what crosses. */
const notTests = '(\\.test\\.tsx?$|/testing/)';

/** The layers that may call the layer of a sentence such as "db is below metrics". */
function layerRules(root, layers) {
  return layers.flatMap((siblings, rank) =>
    siblings.map((layer) => {
      const barred = [...siblings.filter((other) => other !== layer), ...layers.slice(rank + 1).flat()];
      const above = barred.map((other) => `^${root}/${other}/`);
      return {
        name: `${root.split('/')[0]}-${layer}-looks-down`,
        comment: `${layer} may not import ${[...barred, 'the entry files'].join(', ')}: move what it needs to a lower layer.`,
        severity: 'error',
        from: { path: `^${root}/${layer}/`, pathNot: notTests },
        to: { path: [...above, `^${root}/((app|main)\\.tsx?$|start/)`] },
      };
    }),
  );
}

/** Kept free of everything of ours, so that each can be read and tested alone. */
const aloneRules = [
  'server/src/stats',
  'server/src/disclosure',
  'server/src/contract',
  'server/src/time',
].map((folder) => ({
  name: `${folder.split('/').pop()}-stands-alone`,
  comment: `${folder} imports nothing of ours.`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: notTests },
  to: { path: '^(server|client|migrations|seeds|tests)/', pathNot: `^${folder}/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'imports-exist',
      comment: 'The file or package is not there; a package must be in the package.json of its workspace.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...layerRules('server/src', serverLayers),
    ...layerRules('client/src', clientLayers),
    ...aloneRules,
    {
      name: 'families-do-not-meet',
      comment: 'A metric family knows no other, and the kinds know no family.',
      severity: 'error',
      from: { path: '^server/src/metrics/([^/]+)/' },
      to: { path: '^server/src/metrics/[^/]+/', pathNot: '^server/src/metrics/($1|kinds)/' },
    },
    {
      name: 'migrations-are-frozen',
      comment: 'A migration must mean the same for ever, so it imports nothing of ours.',
      severity: 'error',
      from: { path: '^migrations/', pathNot: '^migrations/index\\.ts$' },
      to: { path: '^(server|client|migrations|seeds|tests)/' },
    },
    {
      name: 'client-does-not-see-server',
      comment: 'They meet only in server/openapi.json, from which the client types are generated.',
      severity: 'error',
      from: { path: '^client/', pathNot: notTests },
      to: { path: '^(server|migrations|seeds)/' },
    },
    {
      name: 'server-does-not-see-client',
      comment: 'They meet only in server/openapi.json.',
      severity: 'error',
      from: { path: '^(server|migrations|seeds)/' },
      to: { path: '^client/' },
    },
    {
      name: 'product-does-not-see-tests',
      comment: 'Product code may not need tests/ to run.',
      severity: 'error',
      from: { path: '^(server|client|migrations|seeds)/', pathNot: notTests },
      to: { path: ['^tests/', notTests] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
