import { z } from 'zod'
import { parsePartialDate } from '@/lib/coalition/partial-date'
import { siteTextKeys } from '@/lib/coalition/site-texts/site-text-fields'
import factsFile from './facts.json'
import membersFile from './members.json'
import ar from './text.ar.json' with { type: 'json' }
import en from './text.en.json' with { type: 'json' }
import es from './text.es.json' with { type: 'json' }
import fr from './text.fr.json' with { type: 'json' }
import id from './text.id.json' with { type: 'json' }
import ja from './text.ja.json' with { type: 'json' }
import ko from './text.ko.json' with { type: 'json' }
import ptBR from './text.pt-BR.json' with { type: 'json' }
import ru from './text.ru.json' with { type: 'json' }
import vi from './text.vi.json' with { type: 'json' }
import zh from './text.zh.json' with { type: 'json' }

const looseDate = z.string().transform(parsePartialDate)
const part = z.enum(['purpose', 'united_nations', 'dprk'])

const facts = z.object({
  sources: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      publisher: z.string(),
      author: z.string().optional(),
      symbol: z.string().optional(),
      language: z.string().optional(),
      readSha256: z.hash('sha256').optional(),
      url: z.url({ protocol: /^https$/ }).optional(),
      publishedOn: looseDate.nullable(),
    }),
  ),
  statements: z.array(
    z.object({
      version: z.number(),
      adoptedOn: looseDate.nullable(),
      summarizedOn: z.iso.date().transform((text) => new Date(text)),
      sources: z.array(z.string()),
      clauses: z.array(z.tuple([z.string(), part])),
    }),
  ),
  letters: z.array(
    z.object({
      slug: z.string(),
      /** Whose page names the signers. */
      petitionSlug: z.string().optional(),
      status: z.enum(['draft', 'open', 'sent']),
      datedOn: looseDate,
      sources: z.array(z.string()),
      signers: z.array(z.object({ organisation: z.string(), member: z.string().nullable() })),
    }),
  ),
  activities: z.array(
    z.object({
      slug: z.string(),
      eventOn: looseDate,
      eventEndOn: z.iso
        .date()
        .transform((text) => new Date(text))
        .optional(),
      byCoalition: z.boolean(),
      answers: z.string().optional(),
      petition: z.string().optional(),
      letter: z.string().optional(),
      /** The member that it renamed or closed. */
      member: z.string().optional(),
      sources: z.array(z.string()),
    }),
  ),
  governments: z.array(
    z.object({
      country: z.string(),
      office: z.enum(['foreign_ministry', 'un_mission']),
      email: z.email(),
      url: z.url(),
      checkedOn: z.iso.date().transform((text) => new Date(text)),
    }),
  ),
})

const member = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(['organization', 'individual']),
  country: z.string().nullable(),
  region: z.enum(['africa', 'asia', 'europe', 'latin_america', 'north_america', 'oceania']).nullable(),
  affiliation: z.string().nullable(),
  aliases: z.array(z.string()),
})

const text = z.object({
  /** Names in this language's script, of those members that have one, and what people do. */
  members: z
    .record(
      z.string(),
      z.object({ name: z.string().nullable().default(null), affiliation: z.string().nullable().default(null) }),
    )
    .default({}),
  statements: z.record(z.string(), z.object({ title: z.string(), lead: z.string(), changes: z.string() })),
  /** By anchor; by version and anchor where a version says it otherwise. */
  clauses: z.record(z.string(), z.tuple([z.string(), z.string()])),
  activities: z.record(
    z.string(),
    z.object({ title: z.string(), place: z.string().nullable(), body: z.string(), doubt: z.string().nullable() }),
  ),
  letters: z.record(
    z.string(),
    z.object({
      title: z.string(),
      addressee: z.string(),
      summary: z.string(),
      body: z.string(),
      signersNote: z.string().nullable(),
      callNote: z.string().nullable(),
    }),
  ),
  /** The site's own words, by place and field. */
  site: z.partialRecord(z.enum(siteTextKeys), z.record(z.string(), z.string())),
})

export type Text = z.infer<typeof text>

/** The coalition's first content, validated: the facts that all languages share, and the texts of each. */
export function readContent() {
  const files = { en, ko, ja, fr, es, ru, zh, ar, id, 'pt-BR': ptBR, vi }
  const texts = Object.fromEntries(Object.entries(files).map(([locale, file]) => [locale, text.parse(file)]))
  return { ...facts.parse(factsFile), members: z.array(member).parse(membersFile), texts }
}
