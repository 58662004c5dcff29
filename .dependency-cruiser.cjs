// The direction of the house (docs/decisions/0001-one-direction.md):
// app → components → lib/<domain> → lib/{vault,mail,jobs,integrity} → lib/{db,env}
const domains = ['coalition', 'petitions', 'signatures', 'paper', 'ledger', 'deliveries']
const above = (domain) => domains.slice(domains.indexOf(domain) + 1).join('|')

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'lib-knows-no-framework',
      comment:
        'A script, the worker, a test and the front door call lib too. Put framework code in lib/web, app or components.',
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
      name: 'foundation-knows-no-domain',
      comment: 'vault, mail, integrity, input, text and jobs/enqueue serve the domains; they do not know them.',
      severity: 'error',
      from: { path: '^lib/(vault|mail|integrity|input|text)/|^lib/jobs/enqueue|^lib/(db|env)\\.ts' },
      to: { path: `^lib/(${domains.join('|')}|staff|web)/` },
    },
    {
      name: 'nobody-imports-the-worker',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '^lib/jobs/' },
      to: { path: '^lib/jobs/(?!enqueue)' },
    },
    ...domains.slice(0, -1).map((domain) => ({
      name: `${domain}-uses-lower-domains-only`,
      severity: 'error',
      from: { path: `^lib/${domain}/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^lib/(${above(domain)})/` },
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
