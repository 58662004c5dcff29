import { z } from 'zod'
import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { composeSealed } from '@/lib/mail/compose-sealed'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import { queueMail } from '@/lib/mail/queue-mail'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { sealRecord } from '@/lib/vault/seal-record'
import { previewOf } from './find-mailing'

/** The sealed part of a test's queue row. The address is not in it; it is looked up when the mail is sent. */
const testMail = z.object({ staff: z.uuid(), mailing: z.uuid(), locale: z.string() })

/**
 * Mails a saved draft to the person who asks, in each language that has a text, at most three an hour per language;
 * others wait.
 */
export function mailTest(
  by: Staff,
  id: string,
  now: Date,
): Promise<{ ok: true; languages: number } | { ok: false; reason: 'changed' | 'no_text' }> {
  return staffWrite<Awaited<ReturnType<typeof mailTest>>>(by, 'update.write', now, async ({ tx, log }) => {
    const draft = isId(id)
      ? await tx.mailing.findUnique({
          where: { id, stage: 'draft' },
          include: { texts: { orderBy: { locale: 'asc' } } },
        })
      : null
    if (!draft) return { ok: false, reason: 'changed' }
    const locales = draft.texts.filter(({ subject }) => subject !== '').map(({ locale }) => locale)
    if (locales.length === 0) return { ok: false, reason: 'no_text' }
    for (const locale of locales) {
      const countedAs = `test of a mailing to ${by.id} in ${locale}`
      const sealed = sealRecord({ staff: by.id, mailing: id, locale })
      await queueMail(tx, { countedAs, kind: 'mailing_test', sealed }, now)
    }
    log('update.test', `update:${id}`, { languages: locales.join(' ') })
    return { ok: true, languages: locales.length }
  })
}

/**
 * Composes a test: the mail that signers of the language would get, marked in its subject, with an unsubscribe link
 * that leads nowhere and no unsubscribe header. Null if the draft was deleted, or its reader is no longer staff.
 */
export const composeTest = composeSealed(testMail, async ({ staff, mailing, locale }): Promise<ComposedMail | null> => {
  const [reader, mail] = await Promise.all([
    db().user.findUnique({ where: { id: staff, disabledAt: null } }),
    previewOf(mailing, locale),
  ])
  if (!reader || !mail) return null
  const { headers, ...rest } = mail
  const kept = Object.entries(headers ?? {}).filter(([name]) => !name.startsWith('List-Unsubscribe'))
  return { ...rest, subject: `[Test] ${mail.subject}`, to: reader.email, headers: Object.fromEntries(kept) }
})
