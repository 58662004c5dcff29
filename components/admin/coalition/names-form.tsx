import type { MemberRow } from '@/lib/coalition/entities/member'
import { mergeTyped, type NamePart, nameField, namesOf, seenField } from '@/lib/coalition/entities/names-form'
import type { Draft } from '@/lib/staff/drafts/keep-draft'
import { AdminTable } from '../admin-table'
import { languageName } from '../display-names'
import { AdminForm } from '../form/admin-form'
import type { FieldSpec } from '../form/field-spec'
import { t } from '../words'

interface Props {
  id: string
  row: MemberRow
  /** Unsaved input. */
  draft: Draft | null
  /** Absent for roles that may only read. */
  action?: ((form: FormData) => Promise<void>) | undefined
}

const heads = () => [t('common.language'), t('common.name'), t('coalition.affiliation')]

/**
 * A member's names in all languages except English as one table; each language links to the page with its other texts.
 */
export function NamesForm({ id, row, draft, action }: Props) {
  const names = namesOf(row)
  const language = (locale: string) => (
    <td>
      <a href={`/admin/coalition/texts/member/${id}/${locale}`}>{languageName(locale)}</a>
    </td>
  )
  if (!action)
    return (
      <AdminTable heads={heads()}>
        {names.map(({ locale, values }) => (
          <tr key={locale}>
            {language(locale)}
            <td lang={locale}>{values.name && <bdi>{values.name}</bdi>}</td>
            <td lang={locale}>{values.affiliation && <bdi>{values.affiliation}</bdi>}</td>
          </tr>
        ))}
      </AdminTable>
    )
  const words = { name: t('common.name'), affiliation: t('coalition.affiliation') }
  const label = (part: NamePart, locale: string) =>
    t('coalition.inLanguage', { what: words[part], language: languageName(locale) })
  const all = names.flatMap(({ locale, parts, values }) => parts.map((part) => ({ part, locale, value: values[part] })))
  const fields = all.map(
    ({ part, locale }): FieldSpec => ({ name: nameField(part, locale), label: label(part, locale), lang: locale }),
  )
  const merged = draft && mergeTyped(draft.fields, names)
  const errors = merged?.conflict ? { ...draft?.errors, form: ['changed'] } : (draft?.errors ?? {})
  return (
    <AdminForm
      action={action}
      fields={fields}
      values={Object.fromEntries(all.map(({ part, locale, value }) => [nameField(part, locale), value]))}
      draft={draft && merged && { ...draft, fields: merged.fields, errors }}
      draftOf="names"
      hidden={{ id, ...Object.fromEntries(names.map(({ locale, version }) => [seenField(locale), version])) }}
      submit={t('coalition.saveNames')}
      arrange={(field) => (
        <AdminTable heads={heads()}>
          {names.map(({ locale, parts }) => (
            <tr key={locale} className="names">
              {language(locale)}
              <td>{field(nameField('name', locale))}</td>
              <td>{parts.includes('affiliation') && field(nameField('affiliation', locale))}</td>
            </tr>
          ))}
        </AdminTable>
      )}
    />
  )
}
