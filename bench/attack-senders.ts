import { addressIn } from './ask'

const people = [
  'school',
  'Tor exit',
  'Tor exit shared with the attack',
  'large providers',
  'university at home',
  'at the attacked provider, with scripts',
  'at the attacked provider, without scripts',
  'under strangers’ forms',
] as const

const attackers = [
  'fake, own domain',
  'fake, spellings',
  'fake, tags at six providers',
  'fake, names in the domain',
  'fake, spread over /48s',
  'junk, to shut a provider',
  'junk, to rewrite and to burn forms',
  'bomb, by signing',
  'bomb, by private links',
] as const

/** The sender of a form. The report counts by kind. */
export const kinds = [...people, ...attackers] as const

export type Kind = (typeof kinds)[number]

/** The kinds that are people, whose results matter. */
export const honest: readonly Kind[] = people

export interface Sender {
  kind: Kind
  from: string
  email: string
  /** The name in the form, where it matters who wrote it. */
  name: string
  /** Whether the form came from the page, with its signed time. */
  page: boolean
  /** How they continue when they meet a limit. */
  beyond: 'solves' | 'waits' | 'gives up'
  /** Posts to the form for access links instead. */
  link?: boolean
}

/** One in whose name forms are posted again and again, and one who has signed and is sent access links. */
export const VICTIMS = { signing: 'victim@victims.example', links: 'signer@victims.example' }

/** The name that people sign with, and the one that strangers enter for them. */
export const OWN_NAME = 'Some Body'
const STRANGER = 'Nota Signer'

/** A provider that an attacker tries to block: its junk is never confirmed. */
const SHUT = 'attacked.example'
const TAGS = ['gmail.com', 'outlook.com', 'yahoo.com', 'proton.me', 'naver.com', 'posteo.de']

/** Whether the sender of the form reads its mail: junk goes to people who never asked. */
export function isRead(email: string): boolean {
  return !email.startsWith('junk')
}

/**
 * The people and the attackers of one hour, mixed: fake signings from 2,000 networks under fifty catch-all domains with
 * subdomains, a twentieth of them spellings of the same addresses; tags and names in the domain, six and two mailboxes
 * in all; a host with a /32; and mailboxes that are flooded, impersonated and blocked. The senders that block a
 * provider or use up forms come first.
 */
export function allSenders(fakes: number): Sender[] {
  const part = (share: number) => Math.ceil(fakes / share)
  const honestOnes: Sender[] = [
    ...of(200, 'school', (i) => ({ from: addressIn(90_001), email: `pupil${i}@school.example` })),
    ...of(200, 'Tor exit', (i) => ({ from: addressIn(90_002), email: `tor${i}@proton.me`, ...half(i) })),
    ...of(200, 'Tor exit shared with the attack', (i) => ({
      from: addressIn(90_003),
      email: `shared${i}@proton.me`,
      ...half(i),
    })),
    ...of(2_000, 'large providers', (i) => ({
      from: addressIn(91_000 + (i % 1_500)),
      email: `big${i}@${TAGS[i % TAGS.length]}`,
    })),
    ...of(250, 'university at home', (i) => ({ from: addressIn(95_000 + i), email: `s${i}@mail.university.example` })),
    ...of(100, 'at the attacked provider, with scripts', (i) => ({
      from: addressIn(96_000 + i),
      email: `on${i}@${SHUT}`,
    })),
    ...of(100, 'at the attacked provider, without scripts', (i) => ({
      from: addressIn(97_000 + i),
      email: `off${i}@${SHUT}`,
      beyond: 'waits',
    })),
    ...of(100, 'under strangers’ forms', (i) => ({ from: addressIn(98_000 + i), email: victim(i) })),
  ]
  const early: Sender[] = [
    // Four hundred from each of three networks, then a hundred networks at once.
    ...of(1_200, 'junk, to shut a provider', (i) => ({
      from: addressIn(80_000 + Math.floor(i / 400)),
      email: `junk${i}@${SHUT}`,
      beyond: 'waits',
    })),
    ...of(1_000, 'junk, to shut a provider', (i) => ({
      from: addressIn(81_000 + (i % 100)),
      email: `junk-wide${i}@${SHUT}`,
      beyond: 'waits',
    })),
    ...of(600, 'junk, to rewrite and to burn forms', (i) => ({
      from: addressIn(82_000 + (i % 300)),
      email: victim(i % 100),
      name: `${STRANGER} ${i}`,
      beyond: 'gives up',
    })),
  ]
  const attack: Sender[] = [
    ...of(fakes - part(20), 'fake, own domain', (i) => ({
      // Every two hundredth comes through the exit that people use too.
      from: addressIn(i % 200 === 0 ? 90_003 : i % 2_000),
      email: `n${i}@h${i % 997}.catch-all-${i % 50}.example`,
      page: i % 2 === 0,
      beyond: i % 4 === 0 ? 'waits' : 'gives up',
    })),
    ...of(part(20), 'fake, spellings', (i) => ({
      from: addressIn(i % 2_000),
      email: spelling(`person${Math.floor(i / 20)}`, i % 20),
      beyond: 'gives up',
    })),
    ...of(part(100), 'fake, tags at six providers', (i) => ({
      from: addressIn(3_000 + i),
      email: `mallory${i % 12 === 2 ? '-' : '+'}${i}@${TAGS[i % 6]}`,
    })),
    ...of(part(100), 'fake, names in the domain', (i) => ({
      from: addressIn(20_000 + i),
      email: `n${i}@mallory.${i % 2 ? 'fastmail.com' : 'anonaddy.com'}`,
    })),
    ...of(part(10), 'fake, spread over /48s', (i) => ({
      from: `2001:db8:${(i % 65_536).toString(16)}::1`,
      email: `n${i}@spread-${i % 500}.example`,
      page: i % 2 === 0,
      beyond: 'gives up',
    })),
    ...of(part(100), 'bomb, by signing', (i) => ({
      from: addressIn(i % 2_000),
      email: i % 3 ? VICTIMS.signing : VICTIMS.signing.toUpperCase(),
      beyond: i % 4 === 0 ? 'waits' : 'gives up',
    })),
    ...of(part(100), 'bomb, by private links', (i) => ({
      from: addressIn(i % 2_000),
      email: i % 3 ? VICTIMS.links : VICTIMS.links.toUpperCase(),
      link: true,
      beyond: i % 4 === 0 ? 'waits' : 'gives up',
    })),
  ]
  return [...shuffled(early), ...shuffled([...honestOnes, ...attack])]
}

/** People to whose mailboxes strangers’ forms go as well. */
export function victim(i: number): string {
  return `rewritten${i}@people-${i}.example`
}

function of(many: number, kind: Kind, one: (i: number) => Pick<Sender, 'from' | 'email'> & Partial<Sender>): Sender[] {
  return Array.from({ length: many }, (_, i) => ({ kind, name: OWN_NAME, page: true, beyond: 'solves', ...one(i) }))
}

/** Half of them have scripts off. */
const half = (i: number) => ({ beyond: i % 2 ? ('solves' as const) : ('waits' as const) })

/** The same mailbox in twenty spellings: capitals, full-width letters, a dot at the end. */
function spelling(name: string, i: number): string {
  const local = [
    name,
    name.toUpperCase(),
    `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
    wide(name),
    wide(name.toUpperCase()),
  ]
  const domain = ['naver.com', 'NAVER.com', 'naver.com.', 'ｎaver.com']
  return `${local[i % 5]}@${domain[Math.floor(i / 5)]}`
}

function wide(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0))
}

function shuffled<T>(all: T[]): T[] {
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1))
    const [a, b] = [all[i], all[j]]
    if (a !== undefined && b !== undefined) [all[i], all[j]] = [b, a]
  }
  return all
}
