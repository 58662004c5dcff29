import type { LimitedBucket } from './admit'
import { disposableDomains } from './disposable-domains'
import { countRates } from './rate-limits'

/**
 * Coarse reasons for doubt and their weights. None is enough alone but a filled trap: a school class signs from one
 * network with addresses of one domain. They are codes, never values: what made them is forgotten.
 */
const weights = {
  /** The field that people do not see was filled in. */
  trap: 3,
  /** The form came without its time, or with a forged one. */
  no_form_time: 1,
  /** Of a page more than a day old. */
  old_form: 1,
  /** Many from one network within the hour. */
  busy_network: 1,
  /** A limit was met and lifted by a task, which a program can solve too. */
  solved_task: 1,
  /** A limit was met, and its mail came later. */
  late_mail: 1,
  /** Many by one member's link within the hour. */
  busy_link: 1,
  /** A domain that gives mailboxes for minutes. Never a reason to refuse: some need them. */
  disposable: 1,
  // What is found only when a form is confirmed (lib/signatures/confirm-statement.ts).
  /** Many of one mail provider were confirmed within the hour. */
  busy_domain: 1,
  /** So many of it were confirmed that every further one is looked at, however it came in. */
  crowded_domain: 3,
  /** More than two of one mailbox (lib/integrity/mailbox). */
  shared_mailbox: 3,
} as const

type Signal = keyof typeof weights

/** What may stand among the signals of a signature: the reasons above, and the mark of made-up ones (prisma/seed/demo). */
export const signalCodes = [...(Object.keys(weights) as Signal[]), 'synthetic'] as const

/** Weight from which a signature is looked at by a person before it counts. */
const SUSPICIOUS = 3

export interface Sender {
  /** As `networkOf` gives it; null for programs of our own, which no limit is for. */
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
  /** Ways on which so many came within the hour that the form alone is not enough. */
  full: LimitedBucket[]
  /** Takes it out of the numbers again: it was sent away. */
  forget: () => Promise<void>
}

/** What a signal says of the address, not of how the form was posted. */
const aboutAddress: Signal[] = ['disposable']

/**
 * Judges a form that its mailbox's owner went through and sent anew. How somebody had posted it says nothing of them, and
 * goes; what it says of the address stays; and the form they sent is looked at as any other.
 */
export function judgeAgain(
  signals: string,
  posted: Pick<Sender, 'formTime' | 'trap'>,
): Omit<RiskAssessment, 'full' | 'forget'> {
  const known = signals.split(' ')
  return weigh(new Set([...aboutAddress.filter((signal) => known.includes(signal)), ...ofPosting(posted)]))
}

/** Counts a form and judges it. Nothing of the sender is kept but the codes. */
export async function assessRisk({ network, domain, via, formTime, trap }: Sender, now: Date): Promise<RiskAssessment> {
  const crowd = await countRates({ network, domain, via }, now)
  const found = new Set<Signal>(ofPosting({ formTime, trap }))
  if (crowd.busyNetwork) found.add('busy_network')
  if (crowd.busyLink) found.add('busy_link')
  if (disposableDomains.has(domain)) found.add('disposable')
  const { signals, suspicious } = weigh(found)
  // In an hour like no other, who raises any doubt at all is asked for more too; who raises none is not.
  const full = crowd.everybody && signals !== '' ? [...crowd.full, crowd.everybody] : crowd.full
  return { signals, suspicious, full, forget: crowd.forget }
}

/** One signal more among those already found. */
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
