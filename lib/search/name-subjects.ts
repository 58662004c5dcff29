import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { staffName } from '@/lib/staff/staff-name'

/**
 * The subject of an audit log entry: a thing by its title, with the language that it is written in where it has
 * one, or a number of signatures with what a bulk action does to them.
 */
export type SubjectName = { title: string; language: string | null } | { signatures: number; verb: string | null }

/** Keys of one kind to names; one query, however many. */
type Lookup = (ids: string[], language: string) => Promise<[id: string, name: SubjectName | null][]>

const lookups: Record<string, Lookup> = {
  petition: async (ids, language) => {
    const rows = await db().petition.findMany({ where: { id: { in: ids } }, select: titlesIn(language) })
    return rows.map((row) => [row.id, petitionTitle(row, language)])
  },
  delivery: async (ids, language) => {
    const select = { id: true, petition: { select: titlesIn(language) } }
    const rows = await db().delivery.findMany({ where: { id: { in: ids } }, select })
    return rows.map(({ id, petition }) => [id, petitionTitle(petition, language)])
  },
  paper: async (ids, language) => {
    const select = { id: true, petition: { select: titlesIn(language) } }
    const rows = await db().paperSheet.findMany({ where: { id: { in: ids } }, select })
    return rows.map(({ id, petition }) => [id, petitionTitle(petition, language)])
  },
  update: async (ids, language) => {
    const texts = { select: { locale: true, subject: true }, orderBy: { locale: 'asc' } } as const
    const rows = await db().mailing.findMany({ where: { id: { in: ids } }, select: { id: true, texts } })
    return rows.map(({ id, texts: all }) => {
      const written = all.flatMap(({ locale, subject }) => (subject ? [{ locale, title: subject }] : []))
      return [id, best(written, language) ?? best(written, written[0]?.locale ?? language)]
    })
  },
  letter: async (ids, language) => {
    const rows = await db().letter.findMany({ where: { id: { in: ids } }, select: letterTitles(language) })
    return rows.map(({ id, texts }) => [id, best(texts, language)])
  },
  co_signature: async (ids, language) => {
    const select = { id: true, letter: { select: letterTitles(language) } }
    const rows = await db().coSignature.findMany({ where: { id: { in: ids } }, select })
    return rows.map(({ id, letter }) => [id, best(letter.texts, language)])
  },
  activity: async (ids, language) => {
    const texts = { where: { locale: inEither(language) }, select: { locale: true, title: true } }
    const rows = await db().activity.findMany({ where: { id: { in: ids } }, select: { id: true, texts } })
    return rows.map(({ id, texts: all }) => [id, best(all, language)])
  },
  member: async (ids, language) => {
    const texts = { where: { locale: language, name: { not: '' } }, select: { name: true } }
    const rows = await db().member.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, texts } })
    return rows.map(({ id, name, texts: [own] }) => [id, { title: own?.name || name, language: null }])
  },
  document: async (ids) => {
    const rows = await db().document.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } })
    return rows.map(({ id, title }) => [id, { title, language: null }])
  },
  // By its key, which is no id.
  source: async (keys) => {
    const rows = await db().source.findMany({ where: { key: { in: keys } }, select: { key: true, name: true } })
    return rows.map(({ key, name }) => [key, { title: name, language: null }])
  },
  staff: async (ids) => {
    const rows = await db().user.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true, email: true },
    })
    return rows.map((row) => [row.id, { title: staffName(row), language: null }])
  },
  webhook: async (ids) => {
    const rows = await db().webhook.findMany({ where: { id: { in: ids } }, select: { id: true, url: true } })
    return rows.map(({ id, url }) => [id, { title: new URL(url).host, language: null }])
  },
  bulk: async (ids) => {
    const select = { id: true, verb: true, total: true }
    const rows = await db().bulkAction.findMany({ where: { id: { in: ids } }, select })
    return rows.map(({ id, verb, total }) => [id, { signatures: total, verb }])
  },
  export: async (ids) => {
    const rows = await db().dataExport.findMany({ where: { id: { in: ids } }, select: { id: true, rows: true } })
    return rows.map(({ id, rows: signatures }) => [id, { signatures, verb: null }])
  },
}

/**
 * Names of what entries of the audit log are about, by their subjects: one query for each kind that is among them. What
 * no longer exists has none, and neither has a signature: nothing of a signer is read.
 * @param language in which they are named, where they have a name in it; else in English
 */
export async function nameSubjects(subjects: string[], language: string): Promise<Map<string, SubjectName>> {
  const asked = [...new Set(subjects)].map((subject) => ({ subject, ...partsOf(subject) }))
  const kinds = [...new Set(asked.map(({ kind }) => kind))].filter((kind) => Object.hasOwn(lookups, kind))
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const ids = asked.filter((one) => one.kind === kind && (kind === 'source' || isId(one.id))).map(({ id }) => id)
      const named = new Map(ids.length > 0 ? await lookups[kind]?.([...new Set(ids)], language) : [])
      return asked.flatMap(({ subject, kind: of, id }): [string, SubjectName][] => {
        const name = of === kind ? named.get(id) : null
        return name ? [[subject, name]] : []
      })
    }),
  )
  return new Map(found.flat())
}

/** Of `delivery:id.office` the id alone. */
function partsOf(subject: string): { kind: string; id: string } {
  const [, kind = '', id = ''] = /^([^:]*):([^.]*)/.exec(subject) ?? []
  return { kind, id }
}

const inEither = (language: string) => ({ in: [...new Set([language, 'en'])] })

const titlesIn = (language: string) =>
  ({
    id: true,
    texts: {
      where: { locale: inEither(language) },
      select: { locale: true, title: true },
      orderBy: { version: 'desc' },
    },
    drafts: {
      where: { locale: 'en' },
      select: { locale: true, title: true },
      orderBy: { revision: 'desc' },
      distinct: 'locale',
    },
  }) as const

const letterTitles = (language: string) =>
  ({
    id: true,
    texts: {
      where: { locale: inEither(language) },
      select: { locale: true, title: true },
      orderBy: { version: 'desc' },
    },
  }) as const

interface Text {
  locale: string
  title: string
}

function petitionTitle({ texts, drafts }: { texts: Text[]; drafts: Text[] }, language: string): SubjectName | null {
  return best([...texts, ...drafts], language)
}

/** Of several in one language the first. */
function best(texts: Text[], language: string): SubjectName | null {
  const titleIn = (asked: string) => texts.find(({ locale, title }) => locale === asked && title)
  const found = titleIn(language) ?? titleIn('en')
  return found ? { title: found.title, language: found.locale } : null
}
