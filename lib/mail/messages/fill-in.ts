import { LRUCache } from 'lru-cache'
import { escapeHtml } from '@/lib/text/escape-html'
import type { ComposedMail } from '../gateway/driver'
import { isolate } from './isolate'
import { salutation } from './salutation'
import type { SignatureMail } from './signature-mail'

export interface Slots {
  /** Null if the mail has no salutation with a name. */
  name: string | null
  link: string
  /** Host of the site. */
  site: string
}

/** Private-use characters, which occur in no name used as salutation and in no link. */
const NAME = '\ue000'
const LINK = '\ue001'

const rendered = new LRUCache<string, Promise<ComposedMail>>({ max: 100 })

/**
 * Renders a mail once with placeholders for name and link, and fills them in for each recipient: the mails of a day are
 * otherwise equal, and rendering costs far more than filling in.
 * @param variant what else the mail's words depend on: its kind and dates
 */
export async function fillIn(
  mail: SignatureMail,
  variant: string[],
  render: (slots: Slots) => Promise<ComposedMail>,
): Promise<ComposedMail> {
  const { locale, to, link, petition, petitionLocale, neutral } = mail
  const name = salutation(mail.name)
  const slots = { name: name && NAME, link: LINK, site: isolate(locale, new URL(link).host) }
  const key = JSON.stringify([...variant, locale, petition, petitionLocale, neutral, slots])

  const template = rendered.get(key) ?? render(slots)
  rendered.set(key, template)
  const { html, text, ...rest } = await template.catch((error) => {
    rendered.delete(key)
    throw error
  })
  const values: Record<string, string> = { [NAME]: name ? isolate(locale, name) : '', [LINK]: link }
  return {
    ...rest,
    to,
    html: html.replace(/[\ue000\ue001]/g, (slot) => escapeHtml(values[slot] ?? '')),
    text: text.replace(/[\ue000\ue001]/g, (slot) => values[slot] ?? ''),
  }
}
