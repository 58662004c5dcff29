import { listDeliveries } from '@/lib/delivery/list-deliveries'
import { officeNames } from '@/lib/delivery/office-names'
import { env } from '@/lib/env'
import { listPublicMailings } from '@/lib/mailings/list-public-mailings'
import { findPetition } from '@/lib/petitions/find-petition'
import { listMilestones } from '@/lib/petitions/milestones'
import { longDate } from '@/lib/text/formats'
import { plainText } from '@/lib/text/plain-text'
import { type Locale, servedLocale, translator } from '@/messages/translator'
import type { Feed, FeedEntry } from './feed-entries'

interface Event {
  /** Unique in its petition, and stable. */
  key: string
  at: Date
  title: string
  text?: string
  /** The path of its own page, if it is not on the petition's page. */
  path?: string
  /** In which it is written, if not in that of the feed. */
  language?: string
}

/** The feed of a petition, the newest first, with only what its page shows; null if there is no such petition. */
export async function petitionFeed(slug: string, locale: Locale, now: Date): Promise<Feed | null> {
  const petition = await findPetition(slug, locale)
  if (!petition) return null
  const t = translator(locale, 'petition')
  const { id, openedAt, closedAt, wonAt, deliveredAt, text } = petition
  const [milestones, deliveries, mailings] = await Promise.all([
    listMilestones(id),
    listDeliveries(id, now),
    listPublicMailings(id, locale),
  ])
  const delivery = translator(locale, 'delivery')
  const steps = { opened: openedAt, closedOn: closedAt, wonOn: wonAt, deliveredOn: deliveredAt }
  const events: Event[] = [
    ...(Object.keys(steps) as (keyof typeof steps)[]).flatMap((step) => {
      const at = steps[step]
      return at ? [{ key: step, at, title: t(step) }] : []
    }),
    ...milestones.map(({ count, at }) => ({ key: `count/${count}`, at, title: t('feed.milestone', { count }) })),
    ...mailings.map(({ id: of, publicAt: at, subject: title, body, locale: language }) => ({
      key: `update/${of}`,
      at,
      title,
      text: plainText(body),
      path: `/updates/${of}`,
      language,
    })),
    ...deliveries.flatMap(({ id: of, deliveredOn: at, addressees, answers }) => [
      {
        key: `delivery/${of}`,
        at,
        title: delivery('title'),
        text: delivery('to', { addressees: officeNames(addressees), date: longDate(at, locale) }),
      },
      ...answers.map(({ id: answer, addressee, kind, answeredOn, source, words }) => ({
        key: `answer/${answer}`,
        at: answeredOn,
        title: `\u2068${addressee}\u2069: ${delivery(`answers.${kind}`)}`,
        text: [words, source].filter(Boolean).join('\n\n'),
      })),
    ]),
  ]
  const site = env().SITE_URL
  const home = `${site}/${locale}/petitions/${slug}`
  const entries = events.map(({ key, at, title, text: more, path, language = locale }): FeedEntry => {
    const tag = `tag:${new URL(site).hostname},2026:petition/${slug}/${key}/${locale}`
    const content = [longDate(at, servedLocale(language)), more].filter(Boolean).join('\n\n')
    return {
      id: tag,
      url: path ? `${site}/${locale}${path}` : home,
      title,
      text: content,
      locale: language,
      publishedAt: at,
      updatedAt: at,
    }
  })
  entries.sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.id.localeCompare(b.id))
  return {
    title: `${translator(locale, 'site')('short')}: ${text.title}`,
    description: text.call,
    author: translator(locale, 'site')('coalition'),
    home,
    entries,
    updatedAt: entries[0]?.updatedAt ?? openedAt,
  }
}
