import { countryCodes } from '@/lib/input/country-codes'
import type { SignatureForm } from '@/lib/signatures/signature-form'
import { pickerOf, randomOf } from './picker'

/** The signal of every made-up signature: staff see it in lists and can filter by it. */
export const SYNTHETIC = 'synthetic'

/** A made-up person and the form that they would have sent. */
export interface DemoPerson {
  form: Omit<SignatureForm, 'text'>
  locale: string
  signals: string
  suspicious: boolean
}

/** One in this many belongs to the flood: a bot, all in one hour, from one country and one domain. */
const FLOOD_SHARE = 0.02
const FLOOD_DOMAIN = 'flood.demo.example.org'

/**
 * The person with this number, always the same. Names combine common ones and end in "Demo"; addresses are at
 * example.org, which is reserved for such use (RFC 2606).
 * @param members codes of the members whose links people follow, the busiest first
 */
export function demoPerson(i: number, members: string[], inFlood: boolean): DemoPerson {
  const random = randomOf(i * 2_654_435_761)
  const country = inFlood && random() < 0.8 ? 'MD' : pickCountry(random())
  const [locale, names] = speaks(country, random())
  const flood = country === 'MD' && inFlood
  const name = `${names[Math.floor(random() * names.length)]} ${families[Math.floor(random() ** 2 * families.length)]} Demo`
  const address = `person-${i}@${flood ? FLOOD_DOMAIN : `m${i % 50}.demo.example.org`}`
  const found = Object.entries(signalShares).filter(([, share]) => random() < share)
  const codes = flood ? ['busy_network', 'busy_domain'] : found.map(([code]) => code)
  const suspicious = codes.includes('trap') || codes.length >= 3
  return {
    form: {
      name,
      email: { deliverable: address, canonical: address },
      country,
      display: pickDisplay(random()),
      comment: random() < 0.08 && !flood ? `${comments[Math.floor(random() * comments.length)]}` : null,
      neutral: 0,
      updates: random() < 0.4,
      via:
        !flood && members.length > 0 && random() < 0.35
          ? (members[Math.floor(random() ** 3 * members.length)] ?? null)
          : null,
    },
    locale,
    signals: [...codes, SYNTHETIC].join(' '),
    suspicious,
  }
}

/** The numbers that belong to the flood: a stretch at seven tenths of the time. */
export function isInFlood(i: number, people: number): boolean {
  const from = Math.floor(people * 0.7)
  return i >= from && i < from + people * FLOOD_SHARE
}

const signalShares = {
  busy_network: 0.03,
  busy_domain: 0.012,
  busy_link: 0.004,
  old_form: 0.006,
  no_form_time: 0.009,
  disposable: 0.007,
  trap: 0.002,
}

const large: [string, number][] = Object.entries({
  KR: 220,
  US: 180,
  JP: 120,
  GB: 60,
  DE: 50,
  FR: 50,
  CA: 50,
  AU: 40,
  ES: 30,
  BR: 30,
  TW: 30,
  MX: 20,
  IT: 20,
  NL: 20,
  PL: 15,
  RU: 15,
  SE: 10,
  UA: 10,
  IN: 10,
  ID: 10,
  VN: 10,
  AR: 8,
  CH: 8,
  AT: 6,
  BE: 6,
  NO: 6,
  DK: 5,
  FI: 5,
  PT: 5,
  CN: 5,
  EG: 5,
  MA: 4,
  LB: 3,
  KZ: 3,
  MN: 3,
}) // prettier-ignore
const small = countryCodes.filter((code) => !large.some(([name]) => name === code))
const pickCountry = pickerOf([...large, ...small.map((code, i) => [code, 30 / (i + 8)] as const)])

const pickDisplay = pickerOf([
  ['initials', 60],
  ['full', 25],
  ['hidden', 15],
] as const)

const languages: Record<string, string> = {
  KR: 'ko',
  JP: 'ja',
  FR: 'fr',
  BE: 'fr',
  ES: 'es',
  MX: 'es',
  AR: 'es',
  RU: 'ru',
  KZ: 'ru',
  TW: 'zh',
  CN: 'zh',
  EG: 'ar',
  MA: 'ar',
  LB: 'ar',
  BR: 'pt-BR',
  PT: 'pt-BR',
  ID: 'id',
  VN: 'vi',
}

const given: Record<string, string[]> = {
  ko: ['지수', '민준', '서연', '도윤', '하은', '예준', '수아', '시우'],
  ja: ['陽菜', '蓮', '結衣', '湊', '葵', '大翔'],
  zh: ['伟', '芳', '娜', '敏', '静', '磊'],
  ru: ['Анна', 'Иван', 'Мария', 'Олег', 'Елена'],
  ar: ['مريم', 'أحمد', 'ليلى', 'يوسف', 'سارة'],
  fr: ['Zoé', 'Léa', 'Hugo', 'Chloé', 'Jean-Luc'],
  es: ['Lucía', 'José', 'María', 'Íñigo', 'Sofía'],
  id: ['Siti', 'Budi', 'Dewi', 'Agus', 'Putri'],
  vi: ['Hương', 'Minh', 'Thảo', 'Đức', 'Linh'],
  'pt-BR': ['João', 'Ana', 'Antônio', 'Conceição', 'Luísa'],
  en: ['Maria', 'John', 'Aisha', 'Peter', 'Grace', 'Tom', 'Ingrid', 'Paul', 'Noor', 'Emma', 'Lars', 'Joana'],
}

const families = Array.from({ length: 4_000 }, (_, i) => {
  const starts = [
    'Ber',
    'Kow',
    'Nak',
    'San',
    'Mül',
    'Okaf',
    'Lind',
    'Per',
    'Gar',
    'Hel',
    'Iva',
    'Tor',
    'Wat',
    'Yam',
    'Zim',
    'Dou',
    'Fer',
    'Cas',
    'Rie',
    'Ums',
  ]
  const middles = ['a', 'e', 'i', 'o', 'u', 'al', 'er', 'in', 'or', 'un']
  const ends = [
    'berg',
    'ski',
    'moto',
    'chez',
    'ler',
    'or',
    'gren',
    'eira',
    'cia',
    'dez',
    'nov',
    'res',
    'kins',
    'da',
    'mann',
    'cet',
    'ras',
    'tro',
    'ger',
    'lin',
  ]
  return `${starts[i % 20]}${middles[Math.floor(i / 20) % 10]}${ends[Math.floor(i / 200)]}`
})

const comments = [
  'For those who cannot speak. (Made up for trying the admin area.)',
  'My grandmother came from the north. (Made up for trying the admin area.)',
  'Please act. (Made up for trying the admin area.)',
  '기억하겠습니다. (시험용으로 지어낸 글입니다.)',
]

function speaks(country: string, random: number): [locale: string, names: string[]] {
  const locale = random < 0.9 ? (languages[country] ?? 'en') : 'en'
  return [locale, given[locale] ?? []]
}
