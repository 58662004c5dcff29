import type { ApprovedRequest } from '@/lib/staff/approvals/act'
import { afterOf } from '@/lib/staff/approvals/content'
import { audit } from '@/lib/staff/audit/audit'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import type { Prisma } from '@/prisma/generated/client'
import { applyChange, type Change, requestChange, type SaveResult } from './apply-change'
import type { Text, TextOwner } from './entity'
import { readForm, textValues } from './fields'
import { fieldsIn } from './fields-in'
import { textOwner } from './text-owners'
import { textSchema } from './text-schema'

type Tx = Prisma.TransactionClient

/** Identifies a text: kind of owner, owner, language. */
interface TextKey {
  kind: string
  key: string
  locale: string
}

/**
 * Writes a text in one language; the other languages stay. A text that is public as the coalition's own words is not
 * changed at once: approval is requested, and the second person is shown the change.
 */
export function saveText(
  by: Staff,
  text: TextKey,
  {
    expectedVersion,
    fields,
    reason = '',
  }: { expectedVersion: string; fields: Record<string, string>; reason?: string },
  now: Date,
): Promise<SaveResult> {
  return staffWrite<SaveResult>(by, 'coalition.write', now, async ({ tx, log }) => {
    const { kind, key, locale } = text
    const owner = textOwner(kind, key)
    if (!owner) return { ok: false, errors: { form: ['unknown'] } }
    const thing = await owner.lock(tx, key)
    const there = thing === null ? null : await fieldsIn(tx, owner, key, locale)
    if (thing === null || !there) return { ok: false, errors: { form: ['unknown'] } }
    const read = readForm(textSchema(there), fields)
    if (!read.ok) return read
    const change = changeOf(tx, owner, text, { expectedVersion, after: read.form }, now)
    if ((await owner.texts.isPublic?.(tx, key)) && !(await owner.texts.fixed?.(tx, key, locale))) {
      const detail = { what: `words of a ${kind}`, thing, language: locale }
      const subject = `words:${kind}:${key}.${locale}`
      const asked = { id: key, subject, detail, reason, locale, fields: there, after: read.form }
      return requestChange(tx, by, change, asked, now)
    }
    const saved = await applyChange(change)
    if (!saved.ok) return saved
    if (saved.changed) log(`${kind}.words.${locale}`, `${kind}:${key}`, { changed: saved.changed })
    return { ok: true, id: key }
  })
}

/** Approved: exactly this text. */
export async function executeText(tx: Tx, { key: subject, detail, content, by }: ApprovedRequest, now: Date) {
  const text = textKeyOf(subject)
  const owner = textOwner(text.kind, text.key)
  const there = owner && (await fieldsIn(tx, owner, text.key, text.locale))
  const read = there && readForm(textSchema(there), afterOf(content))
  if (!owner || !read?.ok) return 'changed'
  const { expectedVersion = '' } = detail
  const saved = await applyChange(changeOf(tx, owner, text, { expectedVersion, after: read.form }, now))
  if (!saved.ok) return 'changed'
  const { kind, key, locale } = text
  const event = { by, verb: `${kind}.words.${locale}`, subject: `${kind}:${key}`, detail: { changed: saved.changed } }
  if (saved.changed) await audit(tx, event, now)
  return null
}

/** Locks the owner of the text that an approval is about. */
export async function lockText(tx: Tx, subject: string): Promise<void> {
  const { kind, key } = textKeyOf(subject)
  await textOwner(kind, key)?.lock(tx, key)
}

/** `clause:3.name.ko`: the language comes last. */
function textKeyOf(subject: string): TextKey {
  const [colon, dot] = [subject.indexOf(':'), subject.lastIndexOf('.')]
  return { kind: subject.slice(0, colon), key: subject.slice(colon + 1, dot), locale: subject.slice(dot + 1) }
}

function changeOf(
  tx: Tx,
  { lock, texts }: TextOwner,
  { key, locale }: TextKey,
  { expectedVersion, after }: { expectedVersion: string; after: Text },
  now: Date,
): Change {
  return {
    expectedVersion,
    values: async () => ((await lock(tx, key)) === null ? null : textValues(await texts.read(tx, key, locale))),
    async write() {
      if (await texts.fixed?.(tx, key, locale)) return { [texts.fields[0]?.name ?? 'form']: ['fixed'] }
      await texts.write(tx, key, locale, after, now)
      return null
    },
  }
}
