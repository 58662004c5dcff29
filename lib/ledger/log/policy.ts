import type { Suite } from './suite'
import { formatVkey, parseVkey, type Vkey } from './vkey'

/** The trust policy of a log (C2SP tlog-policy): its keys, its witnesses, and how many of them must cosign. */
export interface Policy {
  logs: { key: Vkey; url: string | null }[]
  witnesses: { name: string; key: Vkey; url: string | null }[]
  groups: { name: string; threshold: number; members: string[] }[]
  /** A witness, a group, or `none`. */
  quorum: string
}

/**
 * Parses a policy.
 * @throws Error naming the wrong line
 */
export async function parsePolicy(text: string, suite: Pick<Suite, 'sha256'>): Promise<Policy> {
  const policy: Policy = { logs: [], witnesses: [], groups: [], quorum: '' }
  const names = new Set<string>()
  for (const [number, line] of text.split('\n').entries()) {
    const words = line.split(/[ \t]+/).filter(Boolean)
    if (words.length === 0 || words[0]?.startsWith('#')) continue
    if (!(await take(policy, names, words, suite))) throw new Error(`policy, line ${number + 1}: not understood`)
  }
  if (!policy.quorum) throw new Error('policy: a line "quorum <name>" is missing ("quorum none" asks for no witness)')
  return policy
}

async function take(policy: Policy, names: Set<string>, words: string[], suite: Pick<Suite, 'sha256'>) {
  const [kind, first = '', second = '', ...rest] = words
  if (kind === 'log' && words.length <= 3) {
    const key = await parseVkey(first, suite)
    if (key) policy.logs.push({ key, url: second || null })
    return key !== null
  }
  if (kind === 'witness' && words.length <= 4 && isNew(first, names)) {
    const key = await parseVkey(second, suite)
    if (key) policy.witnesses.push({ name: first, key, url: rest[0] ?? null })
    return key !== null
  }
  if (kind === 'group' && isNew(first, names)) {
    const threshold = second === 'all' ? rest.length : second === 'any' ? 1 : Number(second)
    policy.groups.push({ name: first, threshold, members: rest })
    const known = rest.every((member) => member !== first && names.has(member)) && new Set(rest).size === rest.length
    return known && Number.isInteger(threshold) && threshold >= 1 && threshold <= rest.length
  }
  if (kind !== 'quorum' || words.length !== 2 || policy.quorum) return false
  policy.quorum = first
  return first === 'none' || names.has(first)
}

function isNew(name: string, names: Set<string>): boolean {
  return name !== 'none' && name !== '' && !names.has(name) && Boolean(names.add(name))
}

/** The policy as a file. */
export function formatPolicy({ logs, witnesses, groups, quorum }: Policy): string {
  const line = (...words: (string | number | null)[]) => `${words.filter((word) => word !== null).join(' ')}\n`
  return [
    ...logs.map(({ key, url }) => line('log', formatVkey(key), url)),
    ...witnesses.map(({ name, key, url }) => line('witness', name, formatVkey(key), url)),
    ...groups.map(({ name, threshold, members }) => line('group', name, threshold, ...members)),
    line('quorum', quorum),
  ].join('')
}

/** Whether the cosigners, by their names in the policy, reach the quorum. */
export function quorumMet({ groups, quorum }: Policy, cosigned: string[]): boolean {
  const met = (name: string): boolean => {
    const group = groups.find((one) => one.name === name)
    return group ? group.members.filter(met).length >= group.threshold : cosigned.includes(name)
  }
  return quorum === 'none' || met(quorum)
}
