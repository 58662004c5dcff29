import type { FullWay } from './admit'
import { countCrowd } from './crowd'
import { disposableDomains } from './mail-domains'

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
  /** Many of one small mail domain within the hour. */
  busy_domain: 1,
  /** So many of it that every further one is looked at, however it came in. */
  crowded_domain: 2,
  /** Many by one member's link within the hour. */
  busy_link: 1,
  /** A domain that gives mailboxes for minutes. Never a reason to refuse: some need them. */
  disposable: 1,
} as const

type Signal = keyof typeof weights

/** What may stand among the signals of a signature: the reasons above, and the mark of made-up ones (prisma/seed/demo). */
export const signalCodes = [...(Object.keys(weights) as Signal[]), 'synthetic'] as const

/** Weight from which a signature is looked at by a person before it counts. */
const SUSPICIOUS = 3

/** An hour's number from which each is called busy. */
const BUSY = { network: 60, domain: 60, link: 500 }

export interface Sender {
  /** As `networkPrefix` gives it, or null. */
  network: string | null
  /** Of the canonical address. */
  domain: string
  via: string | null
  formTime: 'good' | Extract<Signal, 'no_form_time' | 'old_form'>
  trap: boolean
}

export interface Judged {
  /** Separated by spaces, in a fixed order. */
  signals: string
  suspicious: boolean
  /** Ways on which so many came within the hour that the form alone is not enough. */
  full: FullWay[]
  /** Takes it out of the numbers again: it was sent away. */
  forget: () => void
}

/** Counts a signing and judges it. Nothing of the sender is kept but the codes. */
export function judge({ network, domain, via, formTime, trap }: Sender, now: Date): Judged {
  const crowd = countCrowd({ network, domain, via }, now)
  const found = new Set<Signal>()
  if (trap) found.add('trap')
  if (formTime !== 'good') found.add(formTime)
  if (crowd.network > BUSY.network) found.add('busy_network')
  if (crowd.domain > BUSY.domain) found.add('busy_domain')
  if (crowd.crowdedDomain) found.add('crowded_domain')
  if (crowd.link > BUSY.link) found.add('busy_link')
  if (disposableDomains.has(domain)) found.add('disposable')
  const codes = (Object.keys(weights) as Signal[]).filter((signal) => found.has(signal))
  const weight = codes.reduce((sum, signal) => sum + weights[signal], 0)
  const signals = codes.join(' ')
  // In an hour like no other, who raises any doubt at all is asked for more too; who raises none is not.
  const full = crowd.everybody && signals !== '' ? [...crowd.full, crowd.everybody] : crowd.full
  return { signals, suspicious: weight >= SUSPICIOUS, full, forget: crowd.forget }
}
