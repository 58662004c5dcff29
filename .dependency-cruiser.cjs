// The direction of the house (docs/decisions/0001-one-direction.md): app → components → lib, and within lib each room
// uses only rooms that stand before it here.
const { readdirSync } = require('node:fs')
const { join } = require('node:path')

const rooms = [
  // Without configuration or database.
  'text',
  'input',
  // What is counted, told to whoever measures (lib/web/metrics).
  'metrics',
  // Pages to paper, by a browser.
  'printing',
  // lib/*.ts: configuration, the database, what may be logged.
  '*',
  // Foundation.
  'vault',
  'integrity',
  'failover',
  'mail',
  // Who works here and what they may do.
  'staff',
  // What others are told, by the domains in whose transactions it happens.
  'webhooks',
  // Domains.
  'coalition',
  'petitions',
  'share-pictures',
  'paper',
  'signatures',
  'floods',
  'comments',
  'mailings',
  'bulk-actions',
  'review',
  'exports',
  'erasure',
  'self-service',
  'ledger',
  'delivery',
  // What reads or runs several domains.
  'staff-accounts',
  'approval-decisions',
  'privacy',
  'backup',
  'overview',
  'search',
  // Entrances: the worker and the site's server.
  'worker',
  'web',
]

const found = readdirSync(join(__dirname, 'lib'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
const named = rooms.filter((room) => room !== '*').toSorted()
if (
  found
    .map(({ name }) => name)
    .toSorted()
    .join() !== named.join()
) {
  throw new Error('the rooms in .dependency-cruiser.cjs are not the folders of lib: give each new one its place')
}

const pathOf = (room) => (room === '*' ? '^lib/[^/]+\\.ts$' : `^lib/${room}/`)
const tests = '\\.test\\.tsx?$|^test/'

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Imports of types alone count too: two files that need each other are one idea.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'lib-knows-no-framework',
      comment:
        "A script, the worker, a test and the site's server call lib too. Put framework code in lib/web, app or components.",
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/(web|mail)/' },
      to: { path: '^(app|components)/|node_modules/(next|react|react-dom)/' },
    },
    {
      name: 'mail-knows-no-framework',
      comment: 'Mail templates are React (react-email), but not pages.',
      severity: 'error',
      from: { path: '^lib/mail/' },
      to: { path: '^(app|components)/|node_modules/next/' },
    },
    {
      name: 'components-know-no-app',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/' },
    },
    {
      name: 'messages-know-no-room',
      comment: 'Any room may use words; words use none.',
      severity: 'error',
      from: { path: '^messages/', pathNot: tests },
      to: { path: '^(app|components|lib)/' },
    },
    {
      name: 'product-knows-no-test-support',
      comment: 'What tests need is not in the image.',
      severity: 'error',
      from: { path: '^(app|components|lib|messages|prisma)/|^server', pathNot: tests },
      to: { path: '^test/' },
    },
    {
      name: 'nobody-imports-the-worker',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '^lib/worker/' },
      to: { path: '^lib/worker/' },
    },
    ...rooms.slice(0, -1).map((room, i) => ({
      name: `${room === '*' ? 'lib' : room}-uses-lower-rooms-only`,
      severity: 'error',
      from: { path: pathOf(room), pathNot: tests },
      to: {
        path: rooms
          .slice(i + 1)
          .map(pathOf)
          .join('|'),
      },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(prisma/generated|\\.next|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
