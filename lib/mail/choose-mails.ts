/**
 * The number of mails of all kinds sent to one address within any hour; as many again are sent that were each requested
 * with a solved challenge (docs/security/limits.md). The last slot is for a network that has had fewer than another:
 * one network alone gets three.
 */
export const MAILS_AN_HOUR = 4

export const HOUR = 3_600_000

/** A mail that is due. */
export interface Waiting {
  id: string
  address: string
  network: number | null
  solved: boolean
  queuedAt: Date
}

/** A mail that was sent within the last hour, or is being sent. */
export interface Sent {
  address: string
  network: number | null
  solved: boolean
  at: Date
}

/** The mails that may be sent now, in order; and the others, each with the time at which its address has room again. */
export interface Chosen {
  go: Waiting[]
  later: { mail: Waiting; at: Date }[]
}

/**
 * Chooses which of the mails to some addresses may be sent now. For each address the networks take turns: the first
 * mail of every network goes before the second of any, and the newest of a network first. So neither a thousand forms
 * from one place nor yesterday's delay the mail that somebody is waiting for.
 */
export function chooseMails(waiting: Waiting[], sent: Sent[], now: Date): Chosen {
  const went = groupedBy(sent, laneOf)
  const chosen: Chosen = { go: [], later: [] }
  for (const [lane, mails] of groupedBy(waiting, laneOf)) {
    const times = (went.get(lane) ?? []).map((one) => ({ ...one, at: one.at.getTime() }))
    for (const mail of roundRobin(mails)) {
      const most = hasHadFewer(mail, times) ? MAILS_AN_HOUR : MAILS_AN_HOUR - 1
      if (times.length < most) {
        times.push({ ...mail, at: now.getTime() })
        chosen.go.push(mail)
      } else chosen.later.push({ mail, at: roomAt(times, most) })
    }
  }
  return chosen
}

function hasHadFewer({ network }: Waiting, went: { network: number | null }[]): boolean {
  const counts = [...groupedBy(went, (one) => String(one.network))].map(([name, mails]) => ({ name, n: mails.length }))
  const own = counts.find(({ name }) => name === String(network))?.n ?? 0
  return counts.some(({ n }) => n > own)
}

/** The time at which enough mails are more than an hour old for one more to be sent. */
function roomAt(went: { at: number }[], most: number): Date {
  const leaving = went.map(({ at }) => at + HOUR).sort((a, b) => a - b)
  return new Date(leaving[went.length - most] ?? 0)
}

function roundRobin(mails: Waiting[]): Waiting[] {
  const turnOf = new Map<Waiting, number>()
  for (const own of groupedBy(mails, ({ network }) => String(network)).values())
    for (const [turn, mail] of own.sort(newestFirst).entries()) turnOf.set(mail, turn)
  return mails.sort((a, b) => (turnOf.get(a) ?? 0) - (turnOf.get(b) ?? 0) || newestFirst(a, b))
}

function newestFirst(a: Waiting, b: Waiting): number {
  return b.queuedAt.getTime() - a.queuedAt.getTime() || (a.id < b.id ? -1 : 1)
}

function laneOf({ address, solved }: { address: string; solved: boolean }): string {
  return `${address} ${solved}`
}

function groupedBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
