import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { entityViews } from '@/components/admin/coalition/entities/entity-views'
import { Gone } from '@/components/admin/coalition/gone'
import { Languages } from '@/components/admin/coalition/languages'
import { TextVersions } from '@/components/admin/coalition/text-versions'
import { AdminForm } from '@/components/admin/form/admin-form'
import { FieldList } from '@/components/admin/form/field-list'
import type { FieldSpec } from '@/components/admin/form/field-spec'
import { Notice } from '@/components/admin/notice'
import { type EditableText, findText } from '@/lib/coalition/entities/find-text'
import { decoded } from '@/lib/input/decoded'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { languageName } from '@/messages/language-name'
import { isLocale, locales } from '@/messages/translator'
import { save } from '../../../actions'

export const metadata: Metadata = { title: 'Words' }

export default adminPage('coalition.read', async (staff, { params, searchParams }) => {
  const { kind = '', key: asked = '', locale = '' } = await params
  const key = decoded(asked)
  const text = key !== null && isLocale(locale) ? await findText(staff, kind, key, locale) : null
  if (key === null || !text) return <Gone what="text" room="members" />
  const draft = await findDraft(staff, 'words', (await searchParams).draft)
  const fields = fieldsOf(text, locale)
  const hidden = { kind, key, locale, expectedVersion: text.version }
  const writes = may(staff.role, 'coalition.write') && !text.fixed
  return (
    <>
      <h1>
        {text.name}: {languageName(locale)}
      </h1>
      <Notice searchParams={searchParams} />
      <p>
        <a href={ownerPath(kind, key)}>Back</a>
      </p>
      {text.fixed && <p>This text is kept elsewhere, or was adopted as it is; it cannot be changed here.</p>}
      {writes ? (
        <AdminForm
          action={save}
          fields={fields}
          values={text.values}
          draft={draft}
          draftOf="words"
          hidden={hidden}
          submit={text.isPublic ? 'Request publication' : `Save ${languageName(locale)} text`}
        />
      ) : (
        <FieldList fields={fields} values={text.values} />
      )}
      <h2>Other languages</h2>
      <Languages kind={kind} thing={encodeURIComponent(key)} there={[...locales]} />
      {text.hasVersions && (
        <>
          <TextVersions text={text} locale={locale} />
          <h2>History</h2>
          <AuditTable entries={(await listEntries({ subject: `${kind}:${key}` })).entries} />
        </>
      )}
    </>
  )
})

function fieldsOf({ fields, source }: EditableText, locale: string): FieldSpec[] {
  return fields.map(({ name, label, hint, rows, longest, optional }) => ({
    name,
    label,
    rows,
    longest,
    lang: locale,
    kind: rows === 1 ? 'line' : 'text',
    required: !optional,
    ...(hint ? { hint } : {}),
    ...(locale === 'en' ? {} : { beside: source[name] ?? '' }),
  }))
}

/** The page of the text's owner. */
function ownerPath(kind: string, key: string): string {
  if (kind === 'site') return '/admin/coalition/site-texts'
  const [room] = Object.entries(entityViews).find(([, { entity }]) => entity.name === kind) ?? []
  const [version = ''] = key.split('.')
  const end = room ? `${room}/${encodeURIComponent(key)}` : `statement?version=${encodeURIComponent(version)}`
  return `/admin/coalition/${end}`
}
