import { countriesByName } from '@/components/site/country-names'
import { document } from '@/lib/coalition/entities/document'
import { listEditable } from '@/lib/coalition/entities/find-editable'
import { source } from '@/lib/coalition/entities/source'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import type { Staff } from '@/lib/staff/staff'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { languagesByName } from '@/messages/language-name'
import { codeName } from '../../code-name'
import type { FieldSpec } from '../../form/field-spec'
import { t } from '../../words'

export type Options = [value: string, label: string][]

/** The last part of the address, which cannot be changed later. */
export function slugField(room: string): FieldSpec {
  return {
    name: 'slug',
    label: t('common.address'),
    hint: t('coalition.itsPageWillBe', { room }),
    longest: 80,
    required: true,
  }
}

/** A choice of sources. */
export async function sourcesField(staff: Staff): Promise<FieldSpec> {
  const sources = await listEditable(staff, source)
  const options = sources.map(({ id, values: { name, publisher, published } }): [string, string] => [
    id,
    `${name}. ${publisher}${published ? `, ${published}` : ''}`,
  ])
  return { name: 'sources', label: t('common.sources'), kind: 'ticks', options }
}

/** The petitions, after a first choice of none. */
export async function petitionOptions(): Promise<Options> {
  return [
    ['', t('common.none')],
    ...(await listPetitionNames(readerLanguage())).map(({ slug, title }): [string, string] => [slug, title]),
  ]
}

/** A choice of the coalition's documents. */
export async function documentsField(staff: Staff): Promise<FieldSpec> {
  const documents = await listEditable(staff, document)
  const options = documents.map(({ id, values: { title, dated } }): [string, string] => [id, `${title}, ${dated}`])
  return { name: 'documents', label: t('common.documents'), kind: 'ticks', options }
}

/** All countries and territories by name, after a first choice of none. */
export function countryOptions(none: string): Options {
  return [['', none], ...countriesByName(readerLanguage()).map(({ code, name }): [string, string] => [code, name])]
}

/** A choice of the language in which something is written. */
export function languageField(none: string, required: boolean): FieldSpec {
  const options: Options = [['', none], ...languagesByName(readerLanguage())]
  const hint = t('coalition.languageItIsWrittenIn')
  return { name: 'language', label: t('common.language'), hint, kind: 'select', options, required }
}

/** Codes such as `un_mission`, with their words. */
export function codeOptions(codes: string[]): Options {
  return codes.map((code) => [code, codeName(code)])
}
