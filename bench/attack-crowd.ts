import { addressIn } from './ask'

/** Who sends a form. What is counted of each kind is told in the report. */
export const kinds = [
  'school',
  'Tor exit',
  'Tor exit shared with the attack',
  'large providers',
  'university at home',
  'fake, own domain',
  'fake, spellings',
  'bomb, by signing',
  'bomb, by private links',
] as const

export type Kind = (typeof kinds)[number]

/** Kinds that are people: what becomes of them is what matters. */
export const honest: readonly Kind[] = kinds.slice(0, 5)

export interface Sender {
  kind: Kind
  from: string
  email: string
  /** Whether the form came from the page, with its signed time. */
  page: boolean
  /** How they go on where a limit bites. */
  beyond: 'solves' | 'waits' | 'gives up'
  /** Posts to the form for private links instead. */
  link?: boolean
}

/** One who is made to sign again and again, and one who has signed and is sent private links. */
export const VICTIMS = { signing: 'victim@victims.example', links: 'signer@victims.example' }

/**
 * The people of one hour and those who attack in it, mixed: so many fake signings from 2,000 networks under fifty
 * catch-all domains with names in front, a twentieth of them spellings of the same addresses, and one mailbox that is
 * bombed by both forms.
 */
export function crowd(fakes: number): Sender[] {
  const people: Sender[] = [
    ...of(200, 'school', (i) => ({ from: addressIn(90_001), email: `pupil${i}@school.example` })),
    ...of(200, 'Tor exit', (i) => ({ from: addressIn(90_002), email: `tor${i}@example.org`, ...half(i) })),
    ...of(200, 'Tor exit shared with the attack', (i) => ({
      from: addressIn(90_003),
      email: `shared${i}@example.org`,
      ...half(i),
    })),
    ...of(2_000, 'large providers', (i) => ({ from: addressIn(91_000 + (i % 1_500)), email: `big${i}@example.com` })),
    ...of(250, 'university at home', (i) => ({ from: addressIn(95_000 + i), email: `s${i}@mail.university.example` })),
  ]
  const spelt = Math.floor(fakes / 20)
  const attack: Sender[] = [
    ...of(fakes - spelt, 'fake, own domain', (i) => ({
      // Every two hundredth comes by the exit that people use too.
      from: addressIn(i % 200 === 0 ? 90_003 : i % 2_000),
      email: `n${i}@h${i % 997}.catch-all-${i % 50}.example`,
      page: i % 2 === 0,
      beyond: i % 4 === 0 ? 'waits' : 'gives up',
    })),
    ...of(spelt, 'fake, spellings', (i) => ({
      from: addressIn(i % 2_000),
      email: spelling(`person${Math.floor(i / 20)}`, i % 20),
      beyond: 'gives up',
    })),
    ...of(Math.ceil(fakes / 100), 'bomb, by signing', (i) => ({
      from: addressIn(i % 2_000),
      email: i % 3 ? VICTIMS.signing : VICTIMS.signing.toUpperCase(),
      beyond: i % 4 === 0 ? 'waits' : 'gives up',
    })),
    ...of(Math.ceil(fakes / 100), 'bomb, by private links', (i) => ({
      from: addressIn(i % 2_000),
      email: i % 3 ? VICTIMS.links : VICTIMS.links.toUpperCase(),
      link: i > 0,
      beyond: i % 4 === 0 ? 'waits' : 'gives up',
    })),
  ]
  return shuffled([...people, ...attack])
}

function of(many: number, kind: Kind, one: (i: number) => Pick<Sender, 'from' | 'email'> & Partial<Sender>): Sender[] {
  return Array.from({ length: many }, (_, i) => ({ kind, page: true, beyond: 'solves', ...one(i) }))
}

/** Every other one has scripts off. */
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
  const domain = ['example.net', 'EXAMPLE.net', 'example.net.', 'ｅxample.net']
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
