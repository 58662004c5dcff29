import type { LimitedBucket } from './admit'
import { disposableDomains } from './disposable-domains'
import { networkGroup } from './network-groups'
import { countRates } from './rate-limits'

/**
 * Coarse signals of doubt and their weights. None is enough alone but a filled honeypot: a school class signs from one
 * network with addresses of one domain. They are codes, never values: what caused them is not kept.
 */
const weights = {
  /** The honeypot field was filled in. */
  trap: 3,
  /** The form came without its time, or with a forged one. */
  no_form_time: 1,
  /** The page it came from was more than a day old. */
  old_form: 1,
  /** Many from one network within the hour. */
  busy_network: 1,
  /** A limit was reached and lifted by a challenge, which programs can solve too. */
  solved_task: 1,
  /** A limit was reached, and its mail came later. */
  late_mail: 1,
  /** Many through one member's link within the hour. */
  busy_link: 1,
  /** A disposable mailbox domain. Never a reason to refuse: some people need them. */
  disposable: 1,
  // Found only when a form is confirmed (lib/signatures/confirm-statement.ts).
  /** Many of one mail provider were confirmed within the hour. */
  busy_domain: 1,
  /** So many of it were confirmed that each further one is held for review, however it was posted. */
  crowded_domain: 3,
  /** More than two signatures of one mailbox (lib/integrity/mailbox). */
  shared_mailbox: 3,
} as const

type Signal = keyof typeof weights

/** All codes in a signature's signals: those above, and the mark of made-up ones (prisma/seed/demo). */
export const signalCodes = [...(Object.keys(weights) as Signal[]), 'synthetic'] as const

/** From this weight on, a person reviews the signature before it counts. */
const SUSPICIOUS = 3

export interface Sender {
  /** As `networkOf` gives it; null for our own programs, which have no limit. */
  network: string | null
  /** Of the canonical address. */
  domain: string
  via: string | null
  formTime: 'good' | Extract<Signal, 'no_form_time' | 'old_form'>
  trap: boolean
}

export interface RiskAssessment {
  /** Separated by spaces, in a fixed order. */
  signals: string
  suspicious: boolean
  /** Random, shared with what else its busy network sends (`networkGroup`); null if that is not busy. */
  group: number | null
  /** The limits reached within the hour: the form alone is not enough. */
  full: LimitedBucket[]
  /** Takes the form out of the counts again, if it is refused. */
  undo: () => void
}

/** Signals of a single form. They say nothing about a crowd, and anyone can cause them for any address. */
const ofOneForm: string[] = ['trap', 'no_form_time', 'old_form'] satisfies Signal[]

/**
 * Reassesses a form that its signer edited before confirming: counted and scored like a new one. Crowd signals of the
 * original post stay, because somebody who posts many forms also owns their mailboxes and could shed all doubt by
 * editing. Signals of the form itself (`ofOneForm`) are replaced by the edit's: a stranger may have filled in the
 * original.
 */
export async function reassessRisk(
  signals: string,
  sender: Sender,
  now: Date,
): Promise<Pick<RiskAssessment, 'signals' | 'suspicious' | 'group'>> {
  const { signals: found, group } = await assessRisk(sender, now)
  const kept = signals.split(' ').filter((signal) => !ofOneForm.includes(signal))
  return { ...weigh(new Set([...kept, ...found.split(' ')])), group }
}

/** Counts a form and assesses its risk. Only the codes are kept of its sender, and for a week its group. */
export async function assessRisk({ network, domain, via, formTime, trap }: Sender, now: Date): Promise<RiskAssessment> {
  const rates = await countRates({ network, domain, via }, now)
  const found = new Set<Signal>(ofPosting({ formTime, trap }))
  if (rates.busyNetwork !== null) found.add('busy_network')
  if (rates.busyLink) found.add('busy_link')
  if (disposableDomains.has(domain)) found.add('disposable')
  const { signals, suspicious } = weigh(found)
  // In exceptional traffic any signal of doubt requires a challenge; forms without one need none.
  const full = rates.everybody && signals !== '' ? [...rates.full, rates.everybody] : rates.full
  const group = rates.busySite === null ? null : networkGroup(rates.busySite, now)
  return { signals, suspicious, group, full, undo: rates.undo }
}

/** Adds a signal to those already found. */
export function addSignal(signals: string, more: Signal): { signals: string; suspicious: boolean } {
  return weigh(new Set([...signals.split(' '), more]))
}

function ofPosting({ formTime, trap }: Pick<Sender, 'formTime' | 'trap'>): Signal[] {
  return [...(trap ? (['trap'] as const) : []), ...(formTime === 'good' ? [] : [formTime])]
}

function weigh(found: Set<string>): { signals: string; suspicious: boolean } {
  const codes = (Object.keys(weights) as Signal[]).filter((signal) => found.has(signal))
  const weight = codes.reduce((sum, signal) => sum + weights[signal], 0)
  return { signals: codes.join(' '), suspicious: weight >= SUSPICIOUS }
}
