import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { entityViews } from '@/components/admin/coalition/entities/entity-views'
import { Languages } from '@/components/admin/coalition/languages'
import { TextVersions } from '@/components/admin/coalition/text-versions'
import { type Crumb, placeCrumb } from '@/components/admin/crumbs'
import { languageName } from '@/components/admin/display-names'
import { AdminForm } from '@/components/admin/form/admin-form'
import { FieldList } from '@/components/admin/form/field-list'
import type { FieldSpec } from '@/components/admin/form/field-spec'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { t, tOf } from '@/components/admin/words'
import { type EditableText, findText } from '@/lib/coalition/entities/find-text'
import { decoded } from '@/lib/input/decoded'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { locales } from '@/messages/translator'
import { save } from '../../../actions'

export default adminPage('coalition.read', async (staff, { params, searchParams }) => {
  const { kind = '', key: asked = '', locale = '' } = await params
  const key = decoded(asked)
  const text = key !== null ? await findText(staff, kind, key, locale) : null
  if (key === null || !text) return <NotFound what={t('coalition.text')} list="/admin/coalition/members" />
  const draft = await findDraft(staff, 'words', (await searchParams).draft)
  const fields = fieldsOf(text, locale, kindOfTexts(kind, key))
  const hidden = { kind, key, locale, expectedVersion: text.version }
  const writes = may(staff.role, 'coalition.write') && !text.fixed
  return (
    <>
      <PageHeading below={trailTo(kind, key, text.name)} {...(kind !== 'site' && { here: languageName(locale) })}>
        {tOf('siteText', kind === 'site' ? key : '') ?? <bdi>{text.name}</bdi>}: {languageName(locale)}
      </PageHeading>
      <Notice searchParams={searchParams} />
      {text.fixed && <p>{t('coalition.thisTextIsKept')}</p>}
      {writes ? (
        <AdminForm
          action={save}
          fields={fields}
          values={text.values}
          draft={draft}
          draftOf="words"
          hidden={hidden}
          submit={
            text.isPublic
              ? t('coalition.requestPublication')
              : t('coalition.saveText', { language: languageName(locale) })
          }
        />
      ) : (
        <FieldList fields={fields} values={text.values} />
      )}
      <h2>{t('coalition.otherLanguages')}</h2>
      <Languages kind={kind} thing={encodeURIComponent(key)} there={[...locales]} />
      {text.hasVersions && (
        <>
          <TextVersions text={text} locale={locale} />
          <h2>{t('common.history')}</h2>
          <AuditTable entries={(await listEntries({ subject: `${kind}:${key}` })).entries} />
        </>
      )}
    </>
  )
})

/** The part of its fields' message keys: a site text by its place, any other by its kind. */
function kindOfTexts(kind: string, key: string): string {
  return kind === 'site' ? key : kind
}

function fieldsOf({ fields, source }: EditableText, locale: string, of: string): FieldSpec[] {
  return fields.map(({ name, label, hint, rows, longest, optional }) => ({
    name,
    label: tOf('textField', `${of}-${name}`) ?? label,
    rows,
    longest,
    lang: locale,
    kind: rows === 1 ? 'line' : 'text',
    required: !optional,
    ...(hint ? { hint: tOf('textField', `${of}-${name}-hint`) ?? hint } : {}),
    ...(locale === 'en' ? {} : { beside: source[name] ?? '' }),
  }))
}

/** The breadcrumbs to the text's owner. */
function trailTo(kind: string, key: string, name: string): Crumb[] {
  if (kind === 'site') return [placeCrumb('/admin/coalition/site-texts')]
  const [room] = Object.entries(entityViews).find(([, view]) => view().entity.name === kind) ?? []
  if (room) {
    const list = `/admin/coalition/${room}`
    return [placeCrumb(list), { href: `${list}/${encodeURIComponent(key)}`, words: name, entered: true }]
  }
  const [version = ''] = key.split('.')
  const href = `/admin/coalition/statement?version=${encodeURIComponent(version)}`
  return [placeCrumb('/admin/coalition/statement'), { href, words: t('coalition.statementVersion', { version }) }]
}
