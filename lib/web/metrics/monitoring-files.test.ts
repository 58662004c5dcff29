import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { installation } from './database-meters'
import { gatherNotes, registry } from './meters'

gatherNotes()()
const names = [...registry.getMetricsAsArray(), ...installation.getMetricsAsArray()].map(({ name }) => name)

interface Rule {
  alert: string
  expr: string
  labels: { severity: string }
  annotations: { summary: string; runbook: string }
}

const { groups } = parse(await readFile('deploy/monitoring/alerts.yml', 'utf8')) as { groups: { rules: Rule[] }[] }
const rules = groups.flatMap(({ rules }) => rules)
const runbook = await readFile('docs/operations/alerts.md', 'utf8')
const sections = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title]) => title)

/** Names of metrics in an expression, as they are registered. */
function namesIn(expression: string): string[] {
  const found = expression.match(/\b(?:petition|process|nodejs)_\w+/g) ?? []
  return found.map((name) => (names.includes(name) ? name : name.replace(/_(?:bucket|count|sum)$/, '')))
}

it.each(rules.map((rule) => [rule.alert, rule] as const))(
  '%s asks for metrics that exist, and its runbook does too',
  (_, rule) => {
    for (const name of namesIn(rule.expr)) expect(names).toContain(name)
    expect(rule.expr).toMatch(/petition|node_filesystem_avail_bytes|patroni_sync_standby/)
    expect(rule.annotations.runbook).toBe(`docs/operations/alerts.md#${rule.alert.toLowerCase()}`)
    expect(sections).toContain(rule.alert)
    expect(['page', 'warn']).toContain(rule.labels.severity)
  },
)

it('every section of the runbook belongs to an alert', () => {
  expect(sections).toEqual(rules.map(({ alert }) => alert))
})

it('the dashboard asks for metrics that exist, and shows every one of ours', async () => {
  const text = await readFile('deploy/monitoring/dashboard.json', 'utf8')
  const { panels } = JSON.parse(text) as { panels: { title: string; targets: { expr: string }[] }[] }
  const shown = panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => namesIn(expr)))
  for (const name of shown) expect(names).toContain(name)
  expect(new Set(shown)).toEqual(new Set([...shown, ...names.filter((name) => name.startsWith('petition_'))]))
})
