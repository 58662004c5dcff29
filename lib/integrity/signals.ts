import { disposableDomains, largeProviders } from './mail-domains'
import { countInHour } from './rate'

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
  /** Many by one member's link within the hour. */
  busy_link: 1,
  /** A domain that gives mailboxes for minutes. Never a reason to refuse: some need them. */
  disposable: 1,
} as const

type Signal = keyof typeof weights

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
  /** How many came from this network within the hour. */
  fromNetwork: number
}

/** Counts a signing and judges it. Nothing of the sender is kept but the codes. */
export function judge({ network, domain, via, formTime, trap }: Sender, now: Date): Judged {
  const fromNetwork = network ? countInHour('network', network, now) : 0
  const ofDomain = largeProviders.has(domain) ? 0 : countInHour('domain', domain, now)
  const byLink = via ? countInHour('link', via, now) : 0
  const found = new Set<Signal>()
  if (trap) found.add('trap')
  if (formTime !== 'good') found.add(formTime)
  if (fromNetwork > BUSY.network) found.add('busy_network')
  if (ofDomain > BUSY.domain) found.add('busy_domain')
  if (byLink > BUSY.link) found.add('busy_link')
  if (disposableDomains.has(domain)) found.add('disposable')
  const signals = (Object.keys(weights) as Signal[]).filter((signal) => found.has(signal))
  const weight = signals.reduce((sum, signal) => sum + weights[signal], 0)
  return { signals: signals.join(' '), suspicious: weight >= SUSPICIOUS, fromNetwork }
}
